"""The log (sections 2 and 4): entries, the openings that say what they stand for, and the logs that came before."""

from typing import NamedTuple, Optional

from grammar import (KIB, MIB, MOST_INTEGER, Either, anything, canonical, count, fit, hash32, hex32, hex64, hex128, integer, known,
                     log_paths, minute, need, number, pattern, positive, readable, sha256, text, time, unbase64)
from signatures import leads_to_head, read_proof, verifies

MOST_ENTRY, MOST_PROOF, MOST_OPENING = 65_535, 64 * KIB, MIB

OFFSET = integer(-1440, 1440)
COMMON = {"v": anything, "seq": count, "type": text, "time": time, "offset": OFFSET, "prev": hash32, "salt": hash32}
OF_ONE = {**COMMON, "item": number, "subject": hex64}
OF_ONE_BROUGHT = {**OF_ONE, "brought?": lambda value: type(value) is dict}
MESSAGES = {"count": count, "root": hash32}
OF_NO_ITEM = dict.fromkeys(("genesis", "export", "export-unfinished", "filler"), COMMON)  # and anything else
ENTRIES = {
    "add": {**OF_ONE_BROUGHT, "messages?": MESSAGES},
    "note": OF_ONE_BROUGHT, "answer": OF_ONE,
    "viewed": {**COMMON, "item?": number, "items?": [number]},
    "remove": {**COMMON, "item": number},
    "key": {**COMMON, "old_root": hash32, "new_root": hash32, "new_log": text,
            "signed_by_old": readable(unbase64, 64), "signed_by_new": readable(unbase64, 64)},
    "branch": {**COMMON, "branch": text, "reason": text, "new_log": text,
               "of": {"origin": text, "size": count, "root": hash32, "vkey": text}},
    "clock": {**COMMON, "jump?": integer(-MOST_INTEGER), "earlier?": positive},
    **OF_NO_ITEM,
}

def place(value):
    """Where a note stands: beside messages of a conversation, or in a stretch of time."""
    if type(value) is dict and "id" in value:
        ends_behind = lambda to: positive(to) and positive(value.get("from")) and value["from"] <= to
        return {"id": hex32, "from": positive, "to": ends_behind, "conversation?": number}
    return {"from": minute, "to": minute}


OUT_OF = {"entry": lambda value: text(value) and bool(value), "sha256": hex64}  # a file that came out of the export of a chat
QUESTION = pattern(r"[a-z]{1,32}")
DESCRIPTION = {"version": positive, "name": text, "type": text, "size": count, "sha256": hex64, "sha512": hex128,
               "modified?": time, "created?": time, "name_bytes?": readable(unbase64), "on?": Either(place), "out_of?": OUT_OF}
OPENING_OF_VERSION = {"salt": hash32, "item": number, "kind": text, "about?": number, **DESCRIPTION}
OPENING_OF_ANSWER = {"salt": hash32, "item": number, "question": QUESTION, "version": positive, "answer": text}


def read_entry(data, path):
    """What is known of an entry (nothing, if its version or type is not known), and whether there is more in it."""
    need(len(data) <= MOST_ENTRY)
    entry = canonical(data, path)
    need(type(entry) is dict and type(entry.get("v")) is int)
    if entry["v"] != 1:
        return None, True
    kind = entry.get("type")
    need(text(kind))
    if kind not in ENTRIES:
        return None, True
    has_more = bool(fit(entry, ENTRIES[kind])) and kind not in OF_NO_ITEM
    entry = known(entry, ENTRIES[kind])
    entry.pop("brought", None)
    need(kind != "viewed" or ("item" in entry) != ("items" in entry) and len(entry.get("items", "two")) > 1)
    return entry, has_more


class Leaf(NamedTuple):
    """ProvenEntry N: its fault (`missing` or `wrong`), if any; what is known of the entry; whether it is newer."""
    fault: Optional[str] = None
    entry: Optional[dict] = None
    is_newer: bool = False

    @property
    def is_unknown(self):
        """Proven, and nothing more can be asked of it."""
        return not self.fault and self.entry is None

    def names(self, item):
        return item == self.entry.get("item") or item in self.entry.get("items", ())


class Log:
    """The entries that are disclosed in the bag, under a head that is already known to hold."""

    def __init__(self, bag, head):
        self.bag, self.head, self.leaves = bag, head, {}

    def leaf(self, index):
        if index not in self.leaves:
            self.leaves[index] = self.prove(index)
        return self.leaves[index]

    def prove(self, index):
        path, proof_path, _ = log_paths(index)
        if not (self.bag.is_listed_and_there(path) and self.bag.is_listed_and_there(proof_path)):
            return Leaf("missing")
        try:
            need(self.bag.is_unchanged(path) and self.bag.is_unchanged(proof_path))
            data = self.bag.read(path)
            entry, is_newer = read_entry(data, path)
            way = read_proof(self.bag.read(proof_path, MOST_PROOF))
            need(way.start == index and way.checkpoint.head == self.head and leads_to_head(sha256(b"\0" + data), way))
            need(entry is None or entry["seq"] == index)
        except ValueError:
            return Leaf("wrong")
        return Leaf(None, entry, is_newer)


# ---- the logs that this one continues (section 4, `earlier`)
def is_signed_by_both(entry):
    said = "\n".join(("key-change-v1", entry["old_root"], entry["new_root"], entry["new_log"], "")).encode()
    return all(verifies(unbase64(entry[root]), unbase64(entry[signature]), said)
               for root, signature in (("old_root", "signed_by_old"), ("new_root", "signed_by_new")))


def judge_earlier(log, earlier, vkey, root):
    """For each earlier log: whether it holds, and its leaf. One whose entry is unknown is not judged: None."""
    judged, entry_before, root_before, last_key = [], -1, None, None
    next_vkeys = [one["vkey"] for one in earlier[1:]] + [vkey]
    for one, next_vkey in zip(earlier, next_vkeys):
        leaf = log.leaf(one["entry"])
        kind = leaf.entry and leaf.entry["type"]
        holds = kind in ("key", "branch") and leaf.entry["new_log"] == next_vkey
        holds = holds and entry_before < one["entry"] >= one["size"]
        if kind == "key":
            holds = holds and is_signed_by_both(leaf.entry) and root_before in (None, leaf.entry["old_root"])
            root_before, last_key = leaf.entry["new_root"], len(judged)
        if kind == "branch":
            holds = holds and (leaf.entry["of"]["vkey"], leaf.entry["of"]["size"]) == (one["vkey"], one["size"])
        if kind is None:
            root_before = None  # nobody can say what it leads to
        judged.append((None if leaf.is_unknown else holds, leaf))
        entry_before = one["entry"]
    if root_before not in (None, root):
        judged[last_key] = False, judged[last_key][1]
    return judged
