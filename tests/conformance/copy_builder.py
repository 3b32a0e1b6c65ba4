"""Builds sealed copies from the format page alone, the same byte for byte every time; any part of them can lie.

A `Copy` is a record: a log of events, items, and payload files. `Copy.files()` makes the bag of it from the bottom up.
Every file passes through `Copy.lies` on its way (path -> function from the true bytes to others, or to None for none at
all), so that whatever is made later is made of the lie: a copy that was sealed that way. What is changed after sealing
goes through `Copy.later` instead. Keys, salts, times and UUIDs are fixed.
"""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import age_writer
import zip_writer
from zip_writer import Entry

TAG_LIST = "tagmanifest-sha512.txt"
SIGNATURE = TAG_LIST + ".minisig"
PAYLOAD_LISTS = ("manifest-sha256.txt", "manifest-sha512.txt")
FINGERPRINTS, START_HERE = "fingerprints-sha256.txt", "START-HERE.txt"
COMMENT = "trusted comment"     # no file of its own, but a lie can be told in it: Copy.lies[COMMENT]
PATH = "inclusion path "        # likewise, with the number of the entry: lines of hashes
BASE_TIME = datetime(2026, 1, 5, 10, 0)
OFFSET = 60


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def sha512(data: bytes) -> bytes:
    return hashlib.sha512(data).digest()


def canonical(value) -> bytes:
    """RFC 8785, for what occurs here: integers, and names whose order is the same in UTF-16 and in code points."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def edited(change):
    """A lie about a JSON file: `change` alters the parsed value in place."""
    def lie(data: bytes) -> bytes:
        value = json.loads(data)
        change(value)
        return canonical(value)
    return lie


def entry_path(number: int) -> str:
    return f"log/entries/{number:06}.json"


def opening_path(number: int) -> str:
    return f"log/openings/{number:06}.json"


def proof_path(number: int) -> str:
    return f"log/proofs/{number:06}.tlog-proof"


# ---- The tree of RFC 6962 ----

def leaf(entry: bytes) -> bytes:
    return sha256(b"\0" + entry)


def split(count: int) -> int:
    """The largest power of two that is smaller than `count`."""
    return 1 << (count - 1).bit_length() - 1


def tree_root(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return sha256(b"\1" + tree_root(leaves[:k]) + tree_root(leaves[k:]))


def inclusion(index: int, leaves: list[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if index < k:
        return inclusion(index, leaves[:k]) + [tree_root(leaves[k:])]
    return inclusion(index - k, leaves[k:]) + [tree_root(leaves[:k])]


def consistency(old: int, leaves: list[bytes], whole: bool = True) -> list[bytes]:
    if old == len(leaves):
        return [] if whole else [tree_root(leaves)]
    k = split(len(leaves))
    if old <= k:
        return consistency(old, leaves[:k], whole) + [tree_root(leaves[k:])]
    return consistency(old - k, leaves[k:], False) + [tree_root(leaves[:k])]


# ---- Keys ----

class Signer:
    def __init__(self, label: str):
        self.key = Ed25519PrivateKey.from_private_bytes(age_writer.fixed("ed25519 " + label))
        self.public = age_writer.raw_public(self.key)

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)


class RootKey(Signer):
    """Signs the tag list, as minisign does."""

    def __init__(self, label: str):
        super().__init__("root " + label)
        self.key_id = age_writer.fixed("key id " + label, 8)

    @property
    def id_text(self) -> str:
        return self.key_id[::-1].hex().upper()

    def public_file(self) -> bytes:
        key = b64(b"Ed" + self.key_id + self.public)
        return f"untrusted comment: minisign public key {self.id_text}\n{key}\n".encode()

    def signature_file(self, tag_list: bytes, comment: bytes) -> bytes:
        signature = self.sign(hashlib.blake2b(tag_list).digest())
        lines = (f"untrusted comment: signature from minisign key {self.id_text}".encode(),
                 b64(b"ED" + self.key_id + signature).encode(),
                 b"trusted comment: " + comment,
                 b64(self.sign(signature + comment)).encode())
        return b"".join(line + b"\n" for line in lines)


class LogKey(Signer):
    """Signs the heads of one log."""

    def __init__(self, label: str, origin: str):
        super().__init__("log " + label)
        self.origin = origin
        self.key_id = sha256(origin.encode() + b"\n\1" + self.public)[:4]
        self.vkey = "+".join((origin, self.key_id.hex(), b64(b"\1" + self.public)))

    def checkpoint(self, size: int, root: bytes, origin: str | None = None) -> bytes:
        return self.note(f"{origin or self.origin}\n{size}\n{b64(root)}\n")

    def note(self, text: str) -> bytes:
        return f"{text}\n\u2014 {self.origin} {b64(self.key_id + self.sign(text.encode()))}\n".encode()


# ---- The record ----

@dataclass
class Event:
    """One entry of the log. `opening` is what its subject is the digest of."""
    type: str
    members: dict = field(default_factory=dict)
    opening: dict | None = None
    disclosed: bool = True


class Copy:
    def __init__(self, label: str = "keeper", record: str = "record"):
        self.label = label
        self.record = age_writer.fixed(record).hex()[:32]
        self.root = RootKey(label)
        self.signer: RootKey | None = None      # signs the tag list in place of the root key
        self.log = LogKey(label, "record-" + self.record)
        self.events: list[Event] = []
        self.items: list[dict] = []
        self.payload: dict[str, bytes] = {}
        self.more: dict[str, bytes] = {}        # files that nothing rests on
        self.start_here: bytes | None = None    # an older copy has none, and no list of fingerprints
        self.outer: bytes | None = None         # START-HERE.txt outside of the bag, where it is not that of the bag
        self.has_fingerprints = False
        self.beside_items: dict = {}            # `clock` and `stated` of the list of items
        self.lies: dict = {}
        self.later: dict = {}
        self.previous: int | None = None
        self.earlier: list[dict] = []
        self.recipients: list[age_writer.Identity] = []
        self.seal_members = {"bundle": "8c2f1d7a-5b3e-4c60-9f81-2a6d0e7b4c15", "seq": 2,
                             "created": "2026-02-01T09:30:00Z",
                             "purpose": "for the lawyer", "clock": "self-asserted",
                             "tool": {"name": "conformance set", "version": "1"}}
        self.add_event("genesis", {"record": self.record, "root": b64(self.root.public)}, disclosed=False)

    # The log

    def time(self, number: int) -> str:
        return (BASE_TIME + timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def recorded(self, number: int) -> dict:
        return {"time": self.time(number), "offset": OFFSET}

    def add_event(self, type: str, members: dict | None = None, opening: dict | None = None,
                  disclosed: bool = True) -> int:
        number = len(self.events)
        if opening is not None:
            opening = {"v": 1, "salt": self.salt(f"opening {number}")} | opening
        self.events.append(Event(type, members or {}, opening, disclosed))
        return number

    def fill(self):
        """Fillers up to the next multiple of 64, so that the size of the log tells less."""
        while len(self.events) % 64:
            self.add_event("filler", disclosed=False)

    def salt(self, what: str) -> str:
        return b64(sha256(f"salt {self.record} {what}".encode()))

    def seal_before(self):
        """The copy before this one was sealed here."""
        self.previous = len(self.events)

    # The items

    def add_item(self, kind: str, name: str, data: bytes, ending: str = "txt", type: str = "text/plain; charset=utf-8",
                 about: str | None = None, brought: dict | None = None, **more) -> dict:
        """A new item. `more`: members of the version (`modified`, `created`, `name_bytes`)."""
        item = {"item": f"{len(self.items) + 1:06}", "kind": kind, "about": about, "derived_from": None,
                "covered": None,
                "exhibit": None, "picture": None, "answers": [], "versions_kept": 1, "history": [], "versions": [],
                "times": {"says": {}, "keeper": None, "recorded": self.recorded(len(self.events)), "attested": []}}
        self.items.append(item)
        self.add_version(item, name, data, ending, type, brought, **more)
        return item

    def add_version(self, item: dict, name: str, data: bytes, ending: str = "txt",
                    type: str = "text/plain; charset=utf-8",
                    brought: dict | None = None, **more):
        for older in item["versions"][-1:]:     # the newest version has the plain path
            path = f"data/{item['item']}-v{older['version']}.{ending}"
            self.payload[path] = self.payload.pop(older["path"])
            older["path"] = path
        version = {"version": len(item["versions"]) + 1, "type": type, "name": name, "size": len(data),
                   "sha256": sha256(data).hex(), "sha512": sha512(data).hex()} | more
        opening = version | {"item": item["item"], "kind": item["kind"]}
        if item["about"]:
            opening["about"] = item["about"]
        members = {"item": item["item"]} | ({"brought": brought} if brought else {})
        entry = self.add_event("note" if item["kind"] == "note" else "add", members, opening)
        path = f"data/{item['item']}.{ending}"
        item["versions"].append(version | {"path": path, "entry": entry, "recorded": self.recorded(entry)})
        item["versions_kept"] = len(item["versions"])
        item["history"].append(entry)
        self.payload[path] = data

    def answer(self, item: dict, question: str, text: str):
        version = 1 + sum(answer["question"] == question for answer in item["answers"])
        said = {"question": question, "version": version, "answer": text}
        entry = self.add_event("answer", {"item": item["item"]}, said | {"item": item["item"]})
        item["answers"].append(said | {"entry": entry})
        item["history"].append(entry)
        if question == "when":
            item["times"]["keeper"] = text or None
        if question == "exhibit":
            item["exhibit"] = text or None

    def view(self, *items: dict):
        numbers = [item["item"] for item in items]
        entry = self.add_event("viewed", {"items": numbers} if len(items) > 1 else {"item": numbers[0]})
        for item in items:
            item["history"].append(entry)

    def set_clock(self, **members) -> int:
        """A `clock` entry that is disclosed, and named in the list of items."""
        entry = self.add_event("clock", members)
        self.beside_items.setdefault("clock", []).append(entry)
        return entry

    def for_people(self) -> "Copy":
        """With what is for a reader who has no checker: START-HERE.txt and the list of fingerprints."""
        self.start_here, self.has_fingerprints = START_TEXT, True
        return self

    # Other keys, other logs

    def change_keys(self, label: str, **lies):
        """A `key` entry: another root key and another log key continue this record. `lies` change what both sign."""
        old_root, old_log, size = self.root, self.log, len(self.events)
        self.root, self.log = RootKey(label), LogKey(label, old_log.origin)
        said = {"old_root": b64(old_root.public), "new_root": b64(self.root.public), "new_log": self.log.vkey} | lies
        message = "".join(line + "\n" for line in ("key-change-v1", *said.values())).encode()
        entry = self.add_event("key",
                               said | {"signed_by_old": b64(old_root.sign(message)),
                                       "signed_by_new": b64(self.root.sign(message))})
        self.earlier.append({"vkey": old_log.vkey, "size": size, "entry": entry})

    def branch(self, label: str):
        """A `branch` entry: a log of another origin continues this one."""
        old, size = self.log, len(self.events)
        name = age_writer.fixed("branch " + label, 8).hex()
        self.log = LogKey(label, f"record-{self.record}-{name}")
        of = {"origin": old.origin, "size": size, "root": b64(tree_root(self.leaves())), "vkey": old.vkey}
        entry = self.add_event("branch",
                               {"branch": name, "reason": "restored from a backup", "of": of, "new_log": self.log.vkey})
        self.earlier.append({"vkey": old.vkey, "size": size, "entry": entry})

    # From the bottom up

    def put(self, files: dict, path: str, data: bytes) -> bytes:
        """The file goes through the lie about it; what is left out is still what the rest was made of."""
        told = self.lies.get(path, lambda true: true)(data)
        if told is not None:
            files[path] = told
        return data if told is None else told

    def make_log(self, files: dict) -> list[bytes]:
        leaves, before = [], bytes(32)
        for number, event in enumerate(self.events):
            shown = files if event.disclosed else {}
            entry = {"v": 1, "seq": number, "type": event.type, "time": self.time(number), "offset": OFFSET,
                     "prev": b64(before), "salt": self.salt(f"entry {number}")} | event.members
            if event.opening is not None:
                entry["subject"] = sha256(self.put(shown, opening_path(number), canonical(event.opening))).hex()
            before = leaf(self.put(shown, entry_path(number), canonical(entry)))
            leaves.append(before)
        return leaves

    def leaves(self) -> list[bytes]:
        return self.make_log({})

    def keys(self) -> dict:
        return {"v": 1, "root": b64(self.root.public), "log": {"vkey": self.log.vkey},
                "created": "2026-01-05T10:00:00Z",
                "revoked": [], "earlier": self.earlier}

    def recipient_hashes(self) -> list[str]:
        bundle = self.seal_members["bundle"]
        return sorted(sha256(f"rcpt-v1\n{bundle}\n{key.recipient}".encode()).hex() for key in self.recipients)

    def comment(self, size: int, root: bytes) -> bytes:
        recipients = self.recipient_hashes()
        rcpt = sha256("\n".join(recipients).encode()).hex() if recipients else "none"
        return (f"seal:v1\tbundle:{self.seal_members['bundle']}\tseq:{self.seal_members['seq']}\tlog:{size}\t"
                f"root:{root.hex()}\trcpt:{rcpt}").encode()

    def files(self) -> dict[str, bytes]:
        """The bag: path -> bytes."""
        files: dict[str, bytes] = {}
        leaves = self.make_log(files)
        size, root = len(leaves), tree_root(leaves)
        head = self.log.checkpoint(size, root)
        self.put(files, "log/checkpoint", head)
        self.put(files, "log/vkey.txt", self.log.vkey.encode() + b"\n")
        for number, event in enumerate(self.events):
            if event.disclosed:
                path = self.put({}, f"{PATH}{number}", lines(inclusion(number, leaves)))
                self.put(files, proof_path(number),
                         f"c2sp.org/tlog-proof@v1\nindex {number}\n".encode() + path + b"\n" + head)
        seal = {"v": 1, "record": self.record, "recipients": self.recipient_hashes(), "previous": None,
                "log": {"origin": self.log.origin, "size": size, "root": b64(root)}} | self.seal_members
        if self.previous is not None:
            seal["previous"] = {"size": self.previous, "root": b64(tree_root(leaves[:self.previous]))}
            path = lines(consistency(self.previous, leaves))
            self.put(files, f"log/consistency/{self.previous}", f"old {self.previous}\n".encode() + path + b"\n" + head)
        self.put(files, "bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        self.put(files, "keys/root.pub", self.root.public_file())
        self.put(files, "keys/keys.json", canonical(self.keys()))
        self.put(files, "meta/seal.json", canonical(seal))
        self.put(files, "meta/manifest.json", canonical({"v": 1, "items": self.items} | self.beside_items))
        if self.start_here is not None:
            self.put(files, START_HERE, self.start_here)
        for path, data in (self.payload | self.more).items():
            self.put(files, path, data)
        self.put_lists(files)
        self.sealed_start_here = files.get(START_HERE)
        comment = self.put({}, COMMENT, self.comment(size, root))
        self.put(files, SIGNATURE, (self.signer or self.root).signature_file(files.get(TAG_LIST, b""), comment))
        for path, lie in self.later.items():
            data = lie(files.pop(path, b""))
            if data is not None:
                files[path] = data
        return files

    def put_lists(self, files: dict):
        payload = [path for path in files if path.startswith("data/")]
        for path, digest in zip(PAYLOAD_LISTS, (sha256, sha512)):
            self.put(files, path, list_lines(files, payload, digest))
        if self.has_fingerprints:
            named = [path for path in files if path not in PAYLOAD_LISTS]
            self.put(files, FINGERPRINTS, list_lines(files, named, sha256))
        self.put(files, TAG_LIST, list_lines(files, [path for path in files if path not in payload], sha512))

    # The container

    def entries(self) -> list[Entry]:
        """START-HERE.txt and the bag as entries of the ZIP, without PADDING.bin."""
        inside = [Entry(("bag/" + path).encode(), data) for path, data in sorted(self.files().items())]
        outer = self.sealed_start_here if self.outer is None else self.outer
        return [Entry(START_HERE.encode(), outer)] * (outer is not None) + inside

    def receipt(self) -> str:
        """The number on paper."""
        files = self.files()
        if FINGERPRINTS in files:
            return sha256(files[FINGERPRINTS]).hex()
        digits = sha256(files[TAG_LIST]).hex()[:32]
        return " ".join(digits[at:at + 4] for at in range(0, 32, 4))

    def zip(self, **knobs) -> bytes:
        return sealed(self.entries(), **knobs)

    def age(self, *recipients) -> bytes:
        return age_writer.encrypt(self.zip(), list(recipients or self.recipients), self.label)


def sealed(entries: list[Entry], **knobs) -> bytes:
    """The container of these entries with the padding that follows from them."""
    return zip_writer.write(entries + [zip_writer.padding(entries)], **knobs)


def lines(hashes: list[bytes]) -> bytes:
    return b"".join(b64(value).encode() + b"\n" for value in hashes)


def list_lines(files: dict, paths: list[str], digest) -> bytes:
    return "".join(f"{digest(files[path]).hex()}  {path}\n" for path in sorted(paths)).encode()


# ---- Genuine copies ----

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg==")


START_TEXT = b"START HERE\n\nOpen bag/report/report.html in a browser.\n"
REPORT = {"report/report.html": b"<!doctype html><title>Sealed copy</title><p>For people.\n"}


def small_copy(**more) -> Copy:
    """One item of words and no file that may be absent: enough for most lies."""
    copy = Copy(**more)
    copy.add_item("words", "On the stairs", b"He said that he would come back on Monday.\n")
    return copy


def reported_copy() -> Copy:
    """The same with a report: a sealed file that no item rests on."""
    copy = small_copy()
    copy.more |= REPORT
    return copy


def pair_copy() -> Copy:
    """Words and a file: enough to see that a lie about one item is not held against the other."""
    copy = small_copy()
    copy.add_item("file", "dot.png", DOT, "png", "image/png", modified="2026-01-03T18:20:00Z")
    return copy


def full_copy(**more) -> Copy:
    """All that a copy can hold, but for other logs: an earlier head, a note with two versions, answers, a viewing."""
    copy = small_copy(**more)
    copy.more |= REPORT | {"bag-info.txt": b"Bagging-Date: 2026-02-01\n"}
    copy.events[0].disclosed = True
    words, note = copy.items[0], copy.add_item("note", "Note", b"Said on the second floor.\n", about="000001")
    copy.fill()
    copy.seal_before()
    picture = copy.add_item("file", "dot.png", DOT, "png", "image/png", brought={"from": "a phone", "bytes": 67},
                            modified="2026-01-03T18:20:00Z", created="2026-01-02T07:00:00Z")
    picture["picture"] = {"width": 1, "height": 1, "place_in_file": False}
    picture["times"]["says"] = {"file_modified": "2026-01-03T18:20:00Z", "file_created": "2026-01-02T07:00:00Z",
                                "taken": "2026:01:02 07:00:00"}
    copy.add_item("file", "caf\ufffd.txt", b"Two coffees, 5.20\n", name_bytes=b64(b"caf\xe9.txt"))
    copy.add_version(note, "Note", b"Said on the third floor.\n")
    copy.answer(words, "when", "Friday, about noon")
    copy.answer(words, "when", "Friday, 12:15")
    copy.answer(picture, "exhibit", "A/1")
    copy.view(words)
    copy.view(words, picture)
    copy.answer(picture, "weather", "rain")
    copy.answer(picture, "weather", "")
    picture["answers_left_out"] = 3
    copy.set_clock(jump=-3600, earlier=3540)
    copy.set_clock(jump=7200)
    copy.beside_items["stated"] = stated_facts()
    copy.add_event("export", {"copy": "1"}, disclosed=False)
    copy.fill()
    return copy.for_people()


def stated_facts() -> dict:
    """All that can be stated of a copy as a whole."""
    return {"prepared_by": "A. Advocate", "reference": "42/2026", "original_kept": "yes",
            "left_out": {"items": 3, "notes_beside": [{"item": "000001", "notes": 2}],
                         "removed": [{"time": "2026-01-04T08:00:00Z", "offset": -60}]},
            "people": [{"name": "Alex", "also": "Lex", "relation": "a neighbour"}]}


def people_copy() -> Copy:
    """One item of words, a report, and what is for people: a copy of today, and no more than one needs."""
    return reported_copy().for_people()


def clock_copy() -> Copy:
    """Two changes of the clock, which the list of items names."""
    copy = small_copy()
    copy.set_clock(jump=-3600, earlier=3540)
    copy.set_clock(earlier=60)
    return copy


def note_copy() -> Copy:
    """Words, a note about them with two versions, an answer, and a viewing of both."""
    copy = small_copy()
    words, note = copy.items[0], copy.add_item("note", "Note", b"Said on the second floor.\n", about="000001")
    copy.add_version(note, "Note", b"Said on the third floor.\n")
    copy.answer(words, "exhibit", "A/1")
    copy.view(words, note)
    return copy


def continued_copy(previous: int = 64) -> Copy:
    """A copy after another one, whose log had `previous` entries."""
    copy = small_copy()
    copy.previous = previous
    copy.fill()
    copy.add_event("filler", disclosed=False)
    copy.fill()
    return copy


def key_change_copy(**lies) -> Copy:
    """Sealed after a change of both keys; the copy before it was sealed with the old ones."""
    copy = small_copy()
    copy.fill()
    copy.seal_before()
    copy.change_keys("second key", **lies)
    copy.fill()
    return copy


def branch_copy() -> Copy:
    """Sealed from a log that continues another one under a name of its own."""
    copy = small_copy()
    copy.fill()
    copy.seal_before()
    copy.branch("second machine")
    copy.fill()
    return copy
