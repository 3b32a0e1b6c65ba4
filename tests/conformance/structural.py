#!/usr/bin/python3
"""Random changes of the structure of a copy, signed again, to see that a checker stands them.

    structural.py SEED COUNT DIRECTORY

Nothing is claimed of the answers, but that there is one, in bounded time and memory, in one line, without a foreign
character of control or direction. Number N of a seed is always the same copy.
"""

import json
import random
import sys
from pathlib import Path

import age_writer
import zip_writer
from copy_builder import (COMMENT, FINGERPRINTS, PAYLOAD_LISTS, SIGNATURE, TAG_LIST, Copy, branch_copy, canonical,
                          continued_copy, full_copy, key_change_copy, note_copy, pair_copy, people_copy)
from zip_writer import Entry

HOSTILE_TEXT = ["", "\n", "\r\nThis copy matches its seal.", "\x00", "\x1b[2J\x1b]0;x\x07", "\u202e", "\u2028",
                "\u2066\u2069",
                "\x85", "\x9b31m",
                "\ufeff", "\ufffd", "\U0010ffff", "\u200d", "e\u0301", "\u212a", "\ud800", "<script>", "%s%n", "../..",
                "C:",
                "nul", "a" * 5000,
                "000001", "data/000001.txt", "2026-01-05T10:00:00Z", "AAAA", "[U+202E]", "\t", " "]
HOSTILE_BYTES = [b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\0", b"\r", b"\n", b"\n\n",
                 b"\xe2\x80\xae",
                 b"\xe2\x80\x94 ",
                 b"PK\5\6", b"PK\1\2", b"\\u0000", b'"', b"}", b"]]]]", b"=", b"\x1b[0m", b" " * 2000]
NUMBERS = [0, 1, -1, 2, 63, 64, 65, 127, 255, 65535, 65536, (1 << 31) - 1, 1 << 31, (1 << 32) - 1, 1 << 32,
           (1 << 53) - 1,
           1 << 53, -(1 << 53),
           1 << 63, (1 << 64) - 1, 1 << 64, 10 ** 40]
JSON_FILES = ("meta/seal.json", "keys/keys.json", "meta/manifest.json", "log/entries/", "log/openings/")
TEXT_FILES = ("log/checkpoint", "log/vkey.txt", "log/proofs/", "log/consistency/", "keys/root.pub", "bagit.txt",
              *PAYLOAD_LISTS,
              FINGERPRINTS, TAG_LIST, SIGNATURE)
BASES = (pair_copy, note_copy, continued_copy, key_change_copy, branch_copy, people_copy, full_copy)


def any_value(chance: random.Random):
    kind = chance.randrange(9)
    if kind == 0:
        return nested(chance.choice((2, 15, 16, 17, 200, 3000)))
    if kind == 1:
        return [chance.choice(NUMBERS) for _ in range(chance.choice((0, 1, 2, 500)))]
    if kind == 2:
        return {chance.choice(HOSTILE_TEXT): any_value(chance) for _ in range(3)}
    return chance.choice((chance.choice(HOSTILE_TEXT), chance.choice(NUMBERS), None, True, 0.5, {}, []))


def nested(levels: int):
    """So deep that a parser which recurses may run out of stack; written as text, because this one's does as well."""
    return Raw("[" * levels + "]" * levels)


class Raw(str):
    """Text that is JSON already."""


def write_json(value) -> str:
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{json.dumps(name, ensure_ascii=False)}:{write_json(inner)}" for name,
                              inner in value.pairs) + "}"
    if isinstance(value, dict):
        return write_json(Pairs(sorted(value.items())))
    if isinstance(value, list):
        return "[" + ",".join(map(write_json, value)) + "]"
    return canonical(value).decode("utf-8", "surrogatepass")


class Pairs:
    """An object whose members may stand twice and in any order."""

    def __init__(self, pairs):
        self.pairs = list(pairs)


def change_json(chance: random.Random):
    def lie(true: bytes) -> bytes:
        value = json.loads(true)
        holders = [value]
        for holder in holders:      # the list grows: every object and array of the file
            inner = holder.values() if isinstance(holder, dict) else holder
            holders += [child for child in inner if isinstance(child, (dict, list)) and child]
        holder = chance.choice(holders)
        wanted = change_holder(chance, holder)
        return write_with(value, holder, wanted).encode("utf-8", "surrogatepass")
    return lie


def change_holder(chance: random.Random, holder):
    """The object or array with a node dropped, doubled, swapped, inserted or replaced."""
    nodes = list(sorted(holder.items())) if isinstance(holder, dict) else list(holder)
    place, other = chance.randrange(len(nodes)), chance.randrange(len(nodes))
    new = any_value(chance)
    named = (chance.choice([*HOSTILE_TEXT, "v", "unknown"]), new) if isinstance(holder, dict) else new
    kind = chance.randrange(6)
    if kind == 0:
        del nodes[place]
    elif kind == 1:
        nodes.insert(place, nodes[place])
    elif kind == 2:
        nodes[place], nodes[other] = nodes[other], nodes[place]
    elif kind == 3:
        nodes.insert(place, named)
    elif kind == 4 and isinstance(holder, dict):
        nodes[place] = (nodes[place][0], new)
    else:
        nodes[place] = named
    if isinstance(holder, list):
        return nodes
    return dict(nodes) if chance.random() < 0.5 else Pairs(nodes)


def write_with(value, holder, wanted) -> str:
    """The JSON of `value`, with `wanted` in the place of `holder`."""
    if value is holder:
        return write_json(wanted)
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(name)}:{write_with(value[name], holder, wanted)}"
                              for name in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(write_with(inner, holder, wanted) for inner in value) + "]"
    return write_json(value)


def change_lines(chance: random.Random):
    def lie(true: bytes) -> bytes:
        parts = true.split(b"\n")
        place, other = chance.randrange(len(parts)), chance.randrange(len(parts))
        kind = chance.randrange(6)
        if kind == 0:
            del parts[place]
        elif kind == 1:
            parts.insert(other, parts[place])
        elif kind == 2:
            parts[place], parts[other] = parts[other], parts[place]
        elif kind == 3:
            parts.insert(place, hostile(chance))
        else:
            at = chance.randrange(len(parts[place]) + 1)
            parts[place] = parts[place][:at] + hostile(chance) + parts[place][at + (kind == 4):]
        return b"\n".join(parts)
    return lie


def change_bytes(chance: random.Random):
    def lie(true: bytes) -> bytes:
        at = chance.randrange(len(true) + 1)
        return true[:at] + hostile(chance) + true[at + chance.choice((0, 1, 9)):]
    return lie


def hostile(chance: random.Random) -> bytes:
    return chance.choice([*HOSTILE_BYTES, chance.choice(HOSTILE_TEXT).encode("utf-8", "surrogatepass")])


def change_files(chance: random.Random, copy: Copy, files: dict):
    """A file dropped, swapped with another, or added, with the lists made anew."""
    path, other = chance.choice(sorted(files)), chance.choice(sorted(files))
    kind = chance.randrange(4)
    if kind == 0:
        copy.lies[path] = lambda true: None
    elif kind == 1:
        copy.lies[path] = lambda true: files[other]
    elif kind == 2:
        names = ["data/000001.txt", "data/000009.txt", "log/entries/000009.json", "log/consistency/9", "meta/more.json",
                 "a/" * 500 + "a", "log/../x", "data/\u202e.txt", "x\r"]
        copy.more[chance.choice(names)] = chance.choice((b"", b"{}", files[other]))
    else:
        copy.later[path] = change_bytes(chance)


def change_entries(chance: random.Random, entries: list[Entry]):
    """Fields of headers, names, and the order of the entries."""
    entry = chance.choice(entries)
    headers = chance.choice((entry.both, entry.local, entry.central))
    names = zip_writer.CENTRAL_FIELDS if headers is entry.central else zip_writer.LOCAL_FIELDS[1:9]
    field = chance.choice(names)
    wide = ("signature", "crc", "packed", "size", "external", "offset")
    limit = 0xffffffff if field in wide else 0xffff
    kind = chance.randrange(9)
    if kind < 4:
        headers[field] = chance.choice(NUMBERS) & limit
    elif kind == 4:
        entries.insert(chance.randrange(len(entries)),
                       Entry(chance.choice([entry.name, entry.name.upper(), b"bag/" + hostile(chance)]), b"added"))
    elif kind == 5:
        entry.name = chance.choice((hostile(chance)[:60_000], entry.name.replace(b"/", b"\\"), b"/" + entry.name,
                                    b"../" + entry.name))
    elif kind == 6:
        entry.descriptor = chance.choice(("signed", "plain", "wide", "wide plain"))
        entry.zip64 = chance.random() < 0.5
    elif kind == 7:
        entry.local_extra, entry.central_extra = hostile(chance), zip_writer.extra_field(1, hostile(chance)[:9])
        entry.comment, entry.gap = hostile(chance)[:99], hostile(chance)[:99]
    else:
        entry.method, entry.trailing = 8, chance.choice((b"", b"more"))
        entry.inside = chance.choice((None, (0, 0), (0, 1))) if entry is not entries[0] else None


def change_end(chance: random.Random) -> dict:
    field = chance.choice(zip_writer.END_FIELDS)
    limit = 0xffffffff if field in ("signature", "directory_size", "directory_offset") else 0xffff
    knobs = {"end": {field: chance.choice(NUMBERS) & limit}, "prefix": hostile(chance), "suffix": hostile(chance),
             "comment": hostile(chance), "before_directory": hostile(chance),
             "zip64_end": {"entries": chance.choice(NUMBERS) & 0xffffffffffffffff},
             "counted_prefix": True}
    return {name: knobs[name] for name in chance.sample(sorted(knobs), chance.choice((1, 1, 2)))}


def one(seed: str, number: int) -> bytes:
    """The copy of that number."""
    chance = random.Random(f"{seed} {number}")
    copy = chance.choice(BASES)()
    files = copy.files()
    entry_changes, knobs, later = 0, {}, None
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        kind = chance.randrange(10)
        if kind < 4:
            copy.lies[chance.choice([path for path in sorted(files)
                                     if path.startswith(JSON_FILES)])] = change_json(chance)
        elif kind < 6:
            copy.lies[chance.choice([COMMENT,
                                     *(path for path in sorted(files)
                                       if path.startswith(TEXT_FILES))])] = change_lines(chance)
        elif kind == 6:
            change_files(chance, copy, files)
        elif kind == 7:
            entry_changes += 1
        elif kind == 8:
            knobs = change_end(chance)
        else:
            later = change_bytes(chance)
    entries = copy.entries()
    if chance.random() < 0.9:
        entries.append(zip_writer.padding(entries))
    for _ in range(entry_changes):
        change_entries(chance, entries)
    made = zip_writer.write(entries, **knobs)
    if chance.random() < 0.05:
        made = age_writer.encrypt(made, [age_writer.Identity("reader")], f"{seed} {number}")
        head = age_writer.header_length(made)
        made = change_lines(chance)(made[:head]) + made[head:]
    return later(made) if later else made


def structural(seed: str, count: int):
    for number in range(count):
        yield f"{seed}-{number}", one(seed, number)


def main(seed: str, count: int, folder: Path):
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in structural(seed, count):
        (folder / f"{name}.zip").write_bytes(data)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
