"""Parts of conversations (format page, "A part"), and every lie about the messages in one."""

from copy_builder import Copy, b64, canonical, sha256, sha512, small_copy, split, tree_root
from expected import Case, Expected

READING = sha256(b"a reading")[:16].hex()
LINES, BYTES, TREE = "data/000001-part.jsonl", "data/000001-part.bin", "log/messages/000001.json"
ENTRY = 1


class Messages:
    """A made-up conversation: what a part needs to know of each message."""

    def __init__(self, count: int, label: str = "messages"):
        self.raw = [f"03/05/2025, 22:{n:02} - S: {label} {n}\n".encode() for n in range(1, count + 1)]
        self.salts = [sha256(f"s {label} {n}".encode()) for n in range(1, count + 1)]
        self.pieces = [sha256(f"pieces {label} {n}".encode()) for n in range(1, count + 1)]

    def line(self, n: int) -> dict:
        raw = self.raw[n - 1]
        return {"kind": "text", "n": n, "pieces": self.pieces[n - 1].hex(), "s": self.salts[n - 1].hex(),
                "size": len(raw), "from": "S", "text": raw.decode().partition(": ")[2].strip(),
                "time": f"2025-05-03T22:{n:02}", "at": raw.decode().partition(" - ")[0]}

    def leaf(self, n: int) -> bytes:
        whole = sha256(self.salts[n - 1] + self.raw[n - 1]).hex()
        return sha256(b"\0" + canonical({"conversation": READING, "n": n, "pieces": self.pieces[n - 1].hex(),
                                         "type": "message-v1", "whole": whole}))

    def leaves(self) -> list[bytes]:
        return [self.leaf(n) for n in range(1, len(self.raw) + 1)]


def rest(leaves: list[bytes], runs: list[list[int]], first: int = 1) -> list[bytes]:
    """The roots of the largest subtrees without a message that is shown, from left to right."""
    last = first + len(leaves) - 1
    if not any(begin <= last and first <= end for begin, end in runs):
        return [tree_root(leaves)]
    if len(leaves) == 1:
        return []
    left = split(len(leaves))
    return rest(leaves[:left], runs, first) + rest(leaves[left:], runs, first + left)


class PartCopy(Copy):
    """A copy of one part. What lies about it takes the place of what the copy was made of."""

    def __init__(self, count: int = 10, runs=((2, 3), (7, 7)), **lies):
        super().__init__()
        self.messages, self.runs = Messages(count), [list(run) for run in runs]
        self.shown = [n for first, last in self.runs for n in range(first, last + 1)]
        self.seal_members["needs"] = ["messages-1"]
        self.beside_items["v"] = lies.get("v", 2)
        lines = lies.get("lines", [self.messages.line(n) for n in self.shown])
        raw = lies.get("raw", b"".join(self.messages.raw[n - 1] for n in self.shown))
        leaves = self.messages.leaves()
        root = {"count": count, "root": b64(tree_root(leaves))}
        tree = {"v": 1, "conversation": READING, "entry": ENTRY, "shown": self.runs, **root,
                "hashes": [b64(one) for one in rest(leaves, self.runs)]} | lies.get("tree", {})
        item = self.add_item("conversation", "WhatsApp Chat with M", b"the reading, which stays home\n", "jsonl",
                             "application/jsonl")
        del self.payload[item["versions"].pop()["path"]]
        self.events[ENTRY].opening = None
        self.events[ENTRY].members |= {"subject": sha256(b"an opening that stays home").hex(), "messages": root}
        self.events[ENTRY].members |= lies.get("entry", {})
        for name in lies.get("not_in_entry", ()):
            del self.events[ENTRY].members[name]
        files = {LINES: lies.get("lines_file", b"".join(canonical(line) + b"\n" for line in lines)), BYTES: raw}
        self.payload |= files
        item["part"] = {"entry": ENTRY, "name": "WhatsApp Chat with M", "recorded": self.recorded(ENTRY),
                        "shown": len(self.shown), "count": count,
                        "lines": described(LINES, files[LINES]), "bytes": described(BYTES, raw)} | lies.get("part", {})
        item |= lies.get("item", {})
        self.more[TREE] = lies.get("tree_file", canonical(tree))


def described(path: str, data: bytes) -> dict:
    return {"path": path, "size": len(data), "sha256": sha256(data).hex(), "sha512": sha512(data).hex()}


SAID = "000001, 3 of 10 messages (2-3, 7)"


def good(said: str = SAID) -> Expected:
    # bagit, root.pub, keys, seal, manifest, checkpoint, vkey, two payload lists, tree, entry, proof, two payload files
    return Expected(14, [("000001", LINES)], 2).also("item_in_part", said)


def wrong(finding: str = "item_messages_wrong", state: str = "changed") -> Expected:
    return good().no("item_in_part").item(LINES, finding, state).lie()


def line_lies():
    """Each thing that can be done to messages: none of them leads to the root any more."""
    true = Messages(10)
    said = [true.line(n) for n in (2, 3, 7)]
    raws = [true.raw[n - 1] for n in (2, 3, 7)]
    other = Messages(10, "another chat")

    def with_line(at: int, **changes) -> list[dict]:
        return [line | changes if index == at else line for index, line in enumerate(said)]

    altered = raws[1].replace(b"messages", b"massages")
    yield "altered", "the bytes of a message are others", {"raw": raws[0] + altered + raws[2]}
    yield "moved", "two messages have changed places", {"raw": raws[1] + raws[0] + raws[2]}
    yield "moved_whole", "two messages have changed places, and all but their numbers with them", {
        "lines": [said[1] | {"n": 2}, said[0] | {"n": 3}, said[2]], "raw": raws[1] + raws[0] + raws[2]}
    yield "dropped", "a message is left out of the lines and the bytes, and `shown` has it", {
        "lines": [said[0], said[2]], "raw": raws[0] + raws[2]}
    yield "dropped_bytes", "the bytes end before the last message does", {"raw": b"".join(raws)[:-1]}
    yield "added_bytes", "there are more bytes than messages", {"raw": b"".join(raws) + b"x"}
    yield "foreign", "a message of another conversation in the place of one", {
        "lines": [said[0], other.line(3), said[2]], "raw": raws[0] + other.raw[2] + raws[2]}
    yield "renumbered", "a message under another number", {"lines": with_line(2, n=8), "tree": {"shown": [[2, 3], [8, 8]]}}
    yield "out_of_order", "the lines do not ascend", {"lines": [said[1], said[0], said[2]],
                                                      "raw": raws[1] + raws[0] + raws[2]}
    yield "salt", "another `s`", {"lines": with_line(0, s=bytes(32).hex())}
    yield "pieces", "other `pieces`", {"lines": with_line(0, pieces=bytes(32).hex())}
    yield "hash_missing", "one of the hashes of the rest is missing", {
        "tree": {"hashes": [b64(one) for one in rest(true.leaves(), [[2, 3], [7, 7]])][:-1]}}
    yield "hash_more", "a hash more than there is a use for", {
        "tree": {"hashes": [b64(one) for one in rest(true.leaves(), [[2, 3], [7, 7]]) + [bytes(32)]]}}
    yield "reading", "another reading is named", {"tree": {"conversation": bytes(16).hex()}}
    yield "line_member", "a line without `size`", {
        "lines": [{name: value for name, value in said[0].items() if name != "size"}, *said[1:]]}
    yield "line_size", "a line with `size` 0", {"lines": with_line(0, size=0)}
    yield "line_end", "the last line has no end", {"lines_file": b"\n".join(map(canonical, said))}
    yield "line_blank", "a line that is not canonical", {
        "lines_file": b"".join(canonical(line) + b" \n" for line in said)}
    yield "tree_run", "runs with no message between them are one run", {"tree": {"shown": [[2, 2], [3, 3], [7, 7]]}}
    yield "tree_order", "runs that do not ascend", {"tree": {"shown": [[7, 7], [2, 3]]}}
    yield "tree_beyond", "a run beyond the last message", {"tree": {"shown": [[2, 3], [7, 11]]}}
    yield "tree_none", "no run", {"tree": {"shown": []}}
    yield "tree_canonical", "log/messages is not canonical", {"tree_file": b"{}\n"}


def cases():
    yield Case("part", "item_in_part", "2", "some messages of a conversation", PartCopy().zip(), good())
    yield Case("part_one", "item_in_part", "2", "the only message of a conversation",
               PartCopy(1, ((1, 1),)).zip(), good("000001, 1 of 1 messages (1)"))
    many = tuple((n, n) for n in range(1, 45, 2))
    yield Case("part_many_runs", "item_in_part", "5", "more runs than are said", PartCopy(50, many).zip(),
               good("000001, 22 of 50 messages (" + ", ".join(str(n) for n in range(1, 40, 2)) + ", ...)"))
    yield Case("part_stated", "item_in_part", "2", "what is only stated of a message says what it likes", PartCopy(
        lines=[Messages(10).line(n) | {"from": "\u202e", "text": "I did it", "flags": ["guilty"]} for n in (2, 3, 7)]
    ).zip(), good())
    fewer = {"count": 9, "root": b64(tree_root(Messages(10).leaves()))}
    yield Case("part_count_of_the_keeper", "item_in_part", "4", "the log, the list and log/messages all say that there were fewer "
               "messages: the hashes lead to the same root, and whoever signs a log can say so",
               PartCopy(entry={"messages": fewer}, tree={"count": 9}, part={"count": 9}).zip(),
               good("000001, 3 of 9 messages (2-3, 7)"), stored=True)
    for name, about, lies in line_lies():
        yield Case("part_" + name, "item_messages_wrong", "4", about, PartCopy(**lies).zip(), wrong(), stored=True)

    said = "item_described_otherwise"
    yield Case("part_recounted", said, "4", "the list says that there were fewer messages",
               PartCopy(part={"count": 9}).zip(), wrong(said), stored=True)
    yield Case("part_recounted_tree", said, "4", "log/messages says that there were fewer messages",
               PartCopy(tree={"count": 9}).zip(), wrong(said))
    yield Case("part_root", said, "4", "log/messages has another root than the entry",
               PartCopy(tree={"root": b64(bytes(32))}).zip(), wrong(said))
    yield Case("part_shown", said, "4", "the list says that fewer messages are shown",
               PartCopy(part={"shown": 2}).zip(), wrong(said))
    yield Case("part_recorded", said, "4", "the list says another time of recording", PartCopy(
        part={"recorded": {"time": "2026-01-05T10:00:00Z", "offset": 0}},
        item={"times": {"says": {}, "keeper": None, "attested": [],
                        "recorded": {"time": "2026-01-05T10:00:00Z", "offset": 0}}}).zip(), wrong(said))
    yield Case("part_digest", said, "4", "the list has another digest of the lines",
               PartCopy(part={"lines": described(LINES, b"other")}).zip(), wrong(said))
    yield Case("part_no_messages", "item_entry_of_another", "4", "the entry has no messages",
               PartCopy(not_in_entry=("messages",)).zip(), wrong("item_entry_of_another"))
    yield Case("part_of_another", "item_entry_of_another", "4", "the entry is of another item",
               PartCopy(entry={"item": "000002"}).zip(),
               wrong("item_entry_of_another"))
    copy = PartCopy()
    del copy.more[TREE]
    expected = wrong("item_entry_missing")
    expected.findings = [(name, "13" if name == "files_all_there" else subject) for name, subject in expected.findings]
    yield Case("part_no_tree", "item_entry_missing", "4", "log/messages is missing", copy.zip(), expected)
    yield Case("part_about", "item_claim_not_borne_out", "2", "a part that stands beside another item",
               PartCopy(item={"about": "000007"}).zip(),
               good().item(LINES, "item_claim_not_borne_out").lie(), stored=True)
    newer = good().no("items_match").item(LINES, "item_newer", "not_checked").ends("newer")
    yield Case("part_newer_kind", "item_newer", "5", "a message of a kind that is not known", PartCopy(
        lines=[Messages(10).line(n) | {"kind": "hologram"} for n in (2, 3, 7)]).zip(), newer)
    more = {"count": 10, "root": b64(tree_root(Messages(10).leaves())), "also": 1}
    yield Case("part_newer_entry", "item_newer", "5", "an unknown member in the messages of an entry",
               PartCopy(entry={"messages": more}).zip(), newer, stored=True)
    yield Case("part_newer_tree", "item_newer", "5", "log/messages has another `v`", PartCopy(tree={"v": 2}).zip(),
               good().no("item_in_part").item(LINES, "item_newer", "not_checked").ends("newer"))

    malformed = good().no("item_in_part").stops("items", "item_list_malformed").lie()
    for name, about, lies in (
            ("kind", "a part of something else than a conversation", {"item": {"kind": "file"}}),
            ("path", "a part under the number of another item", {"part": {"lines": described("data/000002-part.jsonl", b"")}}),
            ("none_shown", "a part that shows nothing", {"part": {"shown": 0}}),
            ("kept", "a part of no version that was kept", {"item": {"versions_kept": 0}}),
            ("v", "a part in a list of version 1", {"v": 1})):
        yield Case("part_list_" + name, "item_list_malformed", "2", about, PartCopy(**lies).zip(), malformed)
    copy = small_copy()
    copy.beside_items["v"] = 2
    yield Case("part_list_none", "item_list_malformed", "2", "a list of version 2 in which no item has a part", copy.zip(),
               Expected(13, [("000001", "data/000001.txt")], 2).stops("items", "item_list_malformed").lie())
