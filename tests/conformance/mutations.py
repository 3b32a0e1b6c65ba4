#!/usr/bin/python3
"""Changes every file and every member of a genuine copy, in every way there is, and says what must hold of the answer.

    mutations.py FOLDER [STEP [FIRST]]      writes every STEP-th one, from number FIRST on, and claims.tsv

`mutations()` yields (name, bytes, claim); `mutations(locked=True)` the same in age files for `READER`. The claims:

    matches                         nothing that the page says was touched
    matches_stated                  matches: what changed is only stated, and the keeper's key signed it
    matches_unconfirmed_at_best     matches, as long as nobody types the words of the keeper's key
    added                           matches, and something was added
    newer                           newer
    never_matches                   any answer but `matches` and `added`

Each change is made by the keeper, who signs it and all that follows from it; by a stranger, who makes the whole copy
anew with his own keys; by one who makes only root.pub and the signature anew; and by one who signs nothing.
`stated()` yields (name, bytes, text): copies that match, and what they state in place of what was there before.
"""

import functools
import json
import re
import sys
from pathlib import Path

import age_writer
from copy_builder import (COMMENT, DOT, FINGERPRINTS, PAYLOAD_LISTS, REPORT, SIGNATURE, START_HERE, TAG_LIST, Copy,
                          LogKey, RootKey, b64, canonical, edited, entry_path, opening_path, proof_path, sealed, sha256,
                          small_copy, stated_facts)
from zip_writer import Entry

SEAL, KEYS, ITEMS = "meta/seal.json", "keys/keys.json", "meta/manifest.json"
MATCHES, STATED, UNCONFIRMED, ADDED, NEWER, NEVER = (
    "matches", "matches_stated", "matches_unconfirmed_at_best", "added", "newer", "never_matches")
ALLOWED = {MATCHES: ("matches",), STATED: ("matches",), UNCONFIRMED: ("matches",), ADDED: ("added",), NEWER: ("newer",),
           NEVER: ("could_not_be_checked", "does_not_match", "newer")}      # claim -> answers
SIGNINGS = ("keeper", "stranger", "cheap", "unsigned")
READER = age_writer.Identity("reader")
UNDISCLOSED = 80        # a filler at the end of the log


def genuine(label: str = "keeper") -> Copy:
    """One of everything: a note of two versions, a file with all that can be said of it, answers, a key, a branch."""
    copy = small_copy(label=label)
    copy.more |= REPORT | {"bag-info.txt": b"Bagging-Date: 2026-02-01\n"}
    copy.events[0].disclosed = True
    words = copy.items[0]
    note = copy.add_item("note", "Note", b"Said on the second floor.\n", about="000001")
    copy.seal_before()
    copy.change_keys(label + ", second key")
    copy.branch(label)
    copy.add_version(note, "Note", b"Said on the third floor.\n")
    picture = copy.add_item("file", "d\ufffdt.png", DOT, "png", "image/png", brought={"from": "a phone", "bytes": 67},
                            modified="2026-01-03T18:20:00Z", created="2026-01-02T07:00:00Z",
                            name_bytes=b64(b"d\xf6t.png"))
    picture["picture"] = {"width": 1, "height": 1, "place_in_file": False}
    picture["times"]["says"] = {"file_modified": "2026-01-03T18:20:00Z", "file_created": "2026-01-02T07:00:00Z",
                                "taken": "2026:01:02 07:00:00"}
    copy.answer(words, "when", "Friday, about noon")
    copy.answer(words, "when", "Friday, 12:15")
    copy.answer(picture, "exhibit", "A/1")
    copy.set_clock(jump=-3600, earlier=3540)
    picture["answers_left_out"] = 3
    copy.beside_items["stated"] = stated_facts()
    copy.view(picture)
    copy.view(words, note)
    while len(copy.events) <= UNDISCLOSED:
        copy.add_event("filler", disclosed=False)
    return copy.for_people()


@functools.cache
def true_files(signing: str) -> dict[str, bytes]:
    return genuine("stranger" if signing == "stranger" else "keeper").files()


def signed(lies: dict, signing: str) -> Copy:
    """The genuine copy with these lies, path -> function, told in one of the four ways."""
    copy = genuine("stranger" if signing == "stranger" else "keeper")
    if signing == "unsigned":
        copy.later = dict(lies)
        return copy
    copy.lies = dict(lies)
    if signing == "cheap":
        copy.signer = RootKey("stranger")
        told = copy.lies.get("keys/root.pub", lambda true: true)
        copy.lies["keys/root.pub"] = lambda true: told(copy.signer.public_file())
    return copy


def claimed(claim: str, signing: str) -> str:
    """What is left of the claim for the keeper's own change when another one made it."""
    if signing == "keeper" or claim in (NEVER, NEWER) and signing == "stranger":
        return claim
    return UNCONFIRMED if signing == "stranger" else NEVER


# ---- Files ----

def free(path: str) -> bool:
    """Nothing rests on this file: the report, BagIt's facts, and an entry that neither an item nor `earlier` names."""
    return path in ("report/report.html", "bag-info.txt", START_HERE, entry_path(0), proof_path(0))


def other_name(path: str) -> str:
    """A path that the format knows for payload files, and does not know for others."""
    return re.sub(r"data/\d{6}", "data/000777",
                  path) if path.startswith("data/") else "letters/" + path.replace("/", "-")


def file_mutations():
    paths = sorted(true_files("keeper"))
    for at, path in enumerate(paths):
        yield from doubled_entry(path)
        if path in (TAG_LIST, SIGNATURE):
            yield from unsigned_file(path)
            continue
        keeps = MATCHES if free(path) else NEVER
        changes = {"drop": (lambda true: None, keeps), "truncate": (lambda true: true[:len(true) // 2], keeps),
                   "flip": (lambda true: true[:1] + bytes([true[1] ^ 1]) + true[2:], keeps)}
        for name, (lie, claim) in changes.items():
            if path == FINGERPRINTS and name == "drop":
                claim = MATCHES             # an older copy
            for signing in SIGNINGS:
                yield f"{path}: {name}, {signing}", signed({path: lie}, signing).zip(), claimed(claim, signing)
        if path in PAYLOAD_LISTS:
            continue        # made of the files, so that there is nothing to copy or rename before they are
        nearby = next(other for other in paths[at + 1:] + paths if other not in (TAG_LIST, SIGNATURE, *PAYLOAD_LISTS))
        for signing in SIGNINGS:
            yield (f"{path}: swap with {nearby}, {signing}", swapped(path, nearby, signing),
                   claimed(MATCHES if free(path) and free(nearby) else NEVER, signing))
            yield f"{path}: add a copy, {signing}", renamed(path, signing, keep=True), added_claim(path, signing)
            yield (f"{path}: rename, {signing}", renamed(path, signing, keep=False),
                   claimed(NEWER if free(path) else NEVER, signing))


def doubled_entry(path: str):
    entries = genuine().entries()
    twin = next(entry for entry in entries if entry.name == b"bag/" + path.encode())
    yield f"{path}: double", sealed(entries + [Entry(twin.name, twin.data)]), NEVER


def unsigned_file(path: str):
    for name, lie in (("drop", lambda true: None), ("truncate", lambda true: true[:len(true) // 2]),
                      ("flip", lambda true: true[:1] + bytes([true[1] ^ 1]) + true[2:])):
        yield f"{path}: {name}", signed({path: lie}, "unsigned").zip(), NEVER


def swapped(path: str, nearby: str, signing: str) -> bytes:
    true = true_files(signing)
    return signed({path: lambda _: true[nearby], nearby: lambda _: true[path]}, signing).zip()


def renamed(path: str, signing: str, keep: bool) -> bytes:
    """The file under another name as well, or only there."""
    copy = signed({} if keep else {path: lambda true: None}, signing)
    data = true_files(signing)[path]
    if signing == "unsigned":
        copy.later[other_name(path)] = lambda _: data
    else:
        copy.more[other_name(path)] = data
    return copy.zip()


def added_claim(path: str, signing: str) -> str:
    if signing == "unsigned":
        return ADDED
    return claimed(NEVER if path.startswith("data/") else NEWER, signing)


# ---- Members ----

TIME, HASH = "2020-02-29T23:59:59Z", b64(sha256(b"another hash"))
VKEY = LogKey("another", "another").vkey

# For each kind of object: a pattern of the member's place -> (another well-formed value, or a function of the true one,
# and the claim). What is shown is borne out by another signed part, so that another value never matches.
CHANGES = {
    "seal": {
        "v": (2, NEWER), "record": ("0" * 32, NEVER), "created": (TIME, STATED), "purpose": ("otherwise", STATED),
        "recipients": (["00" * 32], NEVER), "clock": ("roughtime", NEWER), "log.origin": ("record-" + "0" * 32, NEVER),
        "log.size": (lambda true: true - 1, NEVER), "log.root": (HASH, NEVER), "previous": (None, NEVER),
        "previous.size": (lambda true: true + 1, NEVER), "previous.root": (HASH, NEVER),
        "tool.name": ("otherwise", STATED),
        "tool.version": ("otherwise", STATED),
        "bundle": ("00000000-0000-4000-8000-000000000000", NEVER),
        "seq": (77, NEVER),      # the comment stays: see comment_follows
    },
    "keys": {
        "v": (2, NEWER), "root": (HASH, NEVER), "log.vkey": (VKEY, NEVER), "created": (TIME, STATED),
        "revoked": (["a key"], NEWER),
        "earlier[0].vkey": (VKEY, STATED), "earlier[0].size": (lambda true: true - 1, STATED),
        "earlier[0].entry": (UNDISCLOSED, NEVER),
        "earlier[1].vkey": (VKEY, NEVER), "earlier[1].size": (lambda true: true - 1, NEVER),
        "earlier[1].entry": (UNDISCLOSED, NEVER),
    },
    "items": {
        "v": (3, NEWER), "items[].item": ("000777", NEVER),
        "clock": (lambda true: [*true, UNDISCLOSED], NEVER), "stated": ({}, STATED),
        "stated.prepared_by": ("otherwise", STATED), "stated.reference": ("otherwise", STATED),
        "stated.original_kept": ("perhaps", NEWER), "stated.left_out.items": (9, STATED),
        "stated.left_out.notes_beside[].item": ("000777", NEVER), "stated.left_out.notes_beside[].notes": (9, STATED),
        "stated.left_out.removed[].time": (TIME, STATED), "stated.left_out.removed[].offset": (0, STATED),
        "stated.people[].name": ("otherwise", STATED), "stated.people[].also": ("otherwise", STATED),
        "stated.people[].relation": ("otherwise", STATED), "items[].answers_left_out": (77, STATED),
        "items[].kind": (lambda true: "file" if true != "file" else "words", NEVER),
        "items[].about": (lambda true: "000777", NEVER), "items[].exhibit": ("B/2", NEVER),
        "items[].derived_from": ("000002", NEVER),
        "items[].covered": ("000002", NEVER),
        "items[].picture": (lambda true: {"width": 9, "height": 9, "place_in_file": True}, STATED),
        "items[].picture.width": (9, STATED), "items[].picture.height": (9, STATED),
        "items[].picture.place_in_file": (True, STATED),
        "items[].answers[].question": ("weather", NEVER), "items[].answers[].answer": ("otherwise", NEVER),
        "items[].answers[].version": (77, NEVER), "items[].answers[].entry": (UNDISCLOSED, NEVER),
        "items[].times.says.file_modified": (TIME, STATED), "items[].times.says.file_created": (TIME, STATED),
        "items[].times.says.taken": ("otherwise", STATED), "items[].times.keeper": ("otherwise", NEVER),
        "items[].times.recorded.time": (TIME, NEVER), "items[].times.recorded.offset": (0, NEVER),
        "items[].times.attested": (["somebody"], NEVER), "items[].versions_kept": (lambda true: true + 1, STATED),
        "items[].versions[].path": ("data/000777.txt", NEVER), "items[].versions[].entry": (UNDISCLOSED, NEVER),
        "items[].versions[].name": ("otherwise", NEVER), "items[].versions[].type": ("text/html", NEVER),
        "items[].versions[].size": (lambda true: true + 1, NEVER), "items[].versions[].sha256": ("00" * 32, NEVER),
        "items[].versions[].sha512": ("00" * 64, NEVER), "items[].versions[].recorded.time": (TIME, NEVER),
        "items[].versions[].recorded.offset": (0, NEVER), "items[].versions[].modified": (TIME, NEVER),
        "items[].versions[].created": (TIME, NEVER), "items[].versions[].name_bytes": (b64(b"\xff"), NEVER),
        "items[].versions[].version": (lambda true: 77, NEVER),
        "items[].history": (lambda true: [*true, UNDISCLOSED], NEVER),
    },
    "entry": {
        "v": (2, NEWER), "seq": (lambda true: true + 1, NEVER), "type": ("moved", NEWER), "time": (TIME, NEVER),
        "jump": (77, STATED), "earlier": (77, STATED),
        "offset": (0, NEVER),
        "prev": (HASH, STATED), "salt": (HASH, STATED), "item": ("000777", NEVER), "items[]": ("000777", NEVER),
        "subject": ("00" * 32, NEVER),
        "brought": ({}, STATED), "brought.from": ("otherwise", STATED), "brought.bytes": (0, STATED),
        "old_root": (HASH, NEVER), "new_root": (HASH, NEVER), "new_log": (VKEY, NEVER),
        "signed_by_old": (b64(bytes(64)), NEVER),
        "signed_by_new": (b64(bytes(64)), NEVER), "branch": ("otherwise", STATED), "reason": ("otherwise", STATED),
        "of.origin": ("otherwise", STATED), "of.size": (lambda true: true - 1, NEVER), "of.root": (HASH, STATED),
        "of.vkey": (VKEY, NEVER),
    },
    "opening": {
        "v": (2, NEWER), "salt": (HASH, STATED), "item": ("000777", NEVER),
        "kind": (lambda true: "file" if true != "file" else "words", NEVER),
        "version": (77, NEVER), "type": ("text/html", NEVER), "name": ("otherwise", NEVER),
        "size": (lambda true: true + 1, NEVER),
        "sha256": ("00" * 32, NEVER), "sha512": ("00" * 64, NEVER), "about": ("000777", NEVER),
        "modified": (TIME, NEVER),
        "created": (TIME, NEVER), "name_bytes": (b64(b"\xff"), NEVER), "question": ("weather", NEVER),
        "answer": ("otherwise", NEVER),
    },
}
# Members that may be absent and whose absence changes nothing that is judged; elements that nothing requires.
MAY_GO = {"keys": ("earlier", "earlier[0]"), "entry": ("brought", "brought.from", "brought.bytes", "jump", "earlier"), "opening": (),
          "seal": (),
          "items": ("items[].picture", "items[].times.says.file_modified", "items[].times.says.file_created",
                    "items[].times.says.taken",
                    "items[].history[]", "items[0].answers[0]", "items[].answers_left_out", "clock", "clock[]",
                    "stated", "stated.prepared_by", "stated.reference", "stated.original_kept", "stated.left_out",
                    "stated.left_out.items", "stated.left_out.notes_beside", "stated.left_out.notes_beside[]",
                    "stated.left_out.removed", "stated.left_out.removed[]", "stated.people", "stated.people[]",
                    "stated.people[].also", "stated.people[].relation")}


def places(value, place: tuple = ()):
    """The place of every member and element, from the outside in."""
    named = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in named:
        yield (*place, name)
        yield from places(inner, (*place, name))


def at(value, place: tuple):
    for name in place:
        value = value[name]
    return value


def pattern(place: tuple, numbered: bool = False) -> str:
    text = "".join((f"[{name}]" if numbered else "[]") if isinstance(name, int) else "." + name for name in place)
    return text.removeprefix(".")


def matching(place: tuple, table):
    """The key of the table for this place: with its numbers, or without."""
    return next((text for text in (pattern(place, True), pattern(place)) if text in table), None)


def on_place(place: tuple, change):
    """The lie that calls `change` with the object or array that holds the place, and with its name there."""
    return edited(lambda value: change(at(value, place[:-1]), place[-1]))


def doubled(place: tuple):
    """The lie that writes one member of an object twice: canonical in all else."""
    def text(value, here: tuple) -> str:
        if isinstance(value, dict):
            members = [f"{json.dumps(name)}:{text(value[name], (*here, name))}" for name in sorted(value)
                       for _ in range(1 + ((*here, name) == place))]
            return "{" + ",".join(members) + "}"
        if isinstance(value, list):
            return "[" + ",".join(text(inner, (*here, number)) for number, inner in enumerate(value)) + "]"
        return canonical(value).decode()
    return lambda true: text(json.loads(true), ()).encode()


def set_to(other):
    def change(holder, name):
        holder[name] = other(holder[name]) if callable(other) else other
    return change


def wrong_type(value):
    """A value of a type that the member never has."""
    return {"a": 1} if isinstance(value, (str, int)) or value is None else 7


def json_files() -> list[tuple[str, str]]:
    """(path, kind) of the seal, the keys, the items, and one entry and opening of each kind."""
    copy, made, seen = genuine(), [(SEAL, "seal"), (KEYS, "keys"), (ITEMS, "items")], set()
    for number, event in enumerate(copy.events):
        kind = (event.type, tuple(sorted(event.members)), tuple(sorted(event.opening or ())))
        if event.disclosed and kind not in seen:
            seen.add(kind)
            made.append((entry_path(number), "entry"))
            if event.opening is not None:
                made.append((opening_path(number), "opening"))
    return made


def member_mutations():
    files = true_files("keeper")
    for path, kind in json_files():
        true = json.loads(files[path])
        for place in places(true):
            for name, lie, claim in member_lies(kind, true, place):
                if kind == "entry":
                    claim = entry_claim(true, place, name, claim)
                for signing in SIGNINGS:
                    yield (f"{path}: {pattern(place, True)}: {name}, {signing}", signed({path: lie}, signing).zip(),
                           claimed(claim, signing))
        yield from comment_follows(path)


def member_lies(kind: str, true, place: tuple):
    holder, value = at(true, place[:-1]), at(true, place)
    not_looked_into = kind == "entry" and place[0] == "brought" and len(place) > 1
    yield "drop", on_place(place, lambda holder,
                           name: holder.pop(name)), STATED if matching(place, MAY_GO[kind]) else NEVER
    key = matching(place, CHANGES[kind])
    if key:
        other, claim = CHANGES[kind][key]
        lie = on_place(place, set_to(other))
        if lie(canonical(true)) != canonical(true) and fits(true, place):
            yield "change", lie, claim
    yield "wrong type", on_place(place, set_to(wrong_type)), STATED if not_looked_into else NEVER
    if isinstance(holder, dict):
        yield "double", doubled(place), NEVER
        if place[-1] == min(holder):        # once for each object
            yield ("unknown member beside", on_place(place, lambda holder, name: holder.update(unknown=1)),
                   STATED if not_looked_into else NEWER)


def fits(true, place: tuple) -> bool:
    """A version has to ascend, so that only the last one can have another number."""
    if place[-1] != "version" or "versions" not in place:
        return True
    return place[-2] == len(at(true, place[:-2])) - 1


def entry_claim(true: dict, place: tuple, name: str, claim: str) -> str:
    """Who names the entry decides what is held against it."""
    if true["type"] == "genesis":
        return MATCHES                              # nobody
    if name == "change" and place in (("time",), ("offset",)) and true["type"] not in ("add", "note"):
        return STATED                               # only of a version another part tells when it was recorded
    return claim


def comment_follows(path: str):
    """`bundle` and `seq` stand in the trusted comment too; made anew along with them, they are only stated."""
    if path != SEAL:
        return
    for name, old, new in (("bundle", b"bundle:8c2f", b"bundle:0000"), ("seq", b"seq:2", b"seq:77")):
        def lie(true: bytes, old=old, new=new) -> bytes:
            return true.replace(old, new)

        def seal_lie(true: bytes, name=name) -> bytes:
            value = json.loads(true)
            value[name] = 77 if name == "seq" else "0000" + value[name][4:]
            return canonical(value)
        for signing in SIGNINGS[:3]:
            yield (f"{path}: {name}: change with the comment, {signing}",
                   signed({SEAL: seal_lie, COMMENT: lie}, signing).zip(),
                   claimed(STATED, signing))


# ---- Taken out as if it had never been there ----

def taken_out():
    for number in range(3):
        copy = genuine()
        remove_item(copy, copy.items[number])
        yield f"item {number + 1} taken out", copy.zip(), MATCHES
    copy = genuine()
    note = copy.items[1]
    del copy.payload[note["versions"].pop(0)["path"]]
    note["times"]["recorded"] = note["versions"][0]["recorded"]
    copy.events[note["history"].pop(0)].disclosed = False
    yield "first version of the note taken out", copy.zip(), MATCHES
    for path in ("report/report.html", "bag-info.txt"):
        copy = genuine()
        del copy.more[path]
        yield f"{path} taken out", copy.zip(), MATCHES
    copy = genuine()
    copy.events[0].disclosed = False
    yield "genesis not disclosed", copy.zip(), MATCHES
    copy = genuine()
    copy.previous = None
    yield "`previous` taken out", copy.zip(), MATCHES


def remove_item(copy: Copy, item: dict):
    """With its payload files, the entries that no other item names, and what is stated of notes beside it."""
    copy.items.remove(item)
    beside = copy.beside_items.get("stated", {}).get("left_out", {}).get("notes_beside", [])
    beside[:] = [stated for stated in beside if stated["item"] != item["item"]]
    for version in item["versions"]:
        del copy.payload[version["path"]]
    named = {entry for other in copy.items for entry in other["history"]}
    for entry in item["history"]:
        copy.events[entry].disclosed = entry in named


def all_of_them():
    yield "untouched", genuine().zip(), MATCHES
    yield "untouched, stranger", genuine("stranger").zip(), UNCONFIRMED
    yield from taken_out()
    yield from file_mutations()
    yield from member_mutations()


def mutations(locked: bool = False):
    if not locked:
        yield from all_of_them()
        return
    for name, data, claim in all_of_them():
        yield name, age_writer.encrypt(data, [READER], name), claim
    closed = age_writer.encrypt(genuine().zip(), [READER], "keeper")
    for at in (*range(0, age_writer.header_length(closed), 7),
               *range(age_writer.header_length(closed), len(closed), 999)):
        yield f"byte {at} of the age file", closed[:at] + bytes([closed[at] ^ 1]) + closed[at + 1:], NEVER


def stated():
    """Texts and numbers that are only stated, changed and signed again by the keeper."""
    for name, data, claim in comment_follows(SEAL):
        if claim == STATED:
            yield name, data, "77" if "seq" in name else "00001d7a-5b3e-4c60-9f81-2a6d0e7b4c15"
    for path, kind in ((SEAL, "seal"), (KEYS, "keys"), (ITEMS, "items")):
        true = json.loads(true_files("keeper")[path])
        for place in places(true):
            for name, lie, claim in member_lies(kind, true, place):
                new = at(json.loads(lie(canonical(true))), place) if (name, claim) == ("change", STATED) else None
                if isinstance(new, (str, int)) and not isinstance(new, bool):
                    yield f"{path}: {pattern(place, True)}", signed({path: lie}, "keeper").zip(), str(new)


def main(folder: Path, step: int = 1, first: int = 0):
    folder.mkdir(parents=True, exist_ok=True)
    claims = []
    for number, (name, data, claim) in enumerate(mutations()):
        if number >= first and (number - first) % step == 0:
            (folder / f"{number:05}.zip").write_bytes(data)
            claims.append(f"{number:05}.zip\t{claim}\t{name}\n")
    (folder / "claims.tsv").write_text("".join(claims))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
