#!/usr/bin/python3
"""Holds two checkers against each other: a program and tests/interop/verify_copy.py.

    compare.py CHECK_MANY [stored [--all] | mutations [STEP [FIRST]] | locked [STEP [FIRST]] | structural SEED COUNT]

CHECK_MANY reads a path on each line, of a copy or of a folder with typed.json beside the copy, and answers each with a
line of JSON: {"answer", "findings": [[finding, subject]...], "items": [[number, path, state, finding]...]}. Answers and
items are compared, in the stored set with expected.json and with its findings; both have to keep the claim of a
mutation (`locked`: the same in an age file). Words are looked up in the list that DAYBOOK_WORD_LIST names.
"""

import itertools
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import make_copies
import mutations
import structural
from expected import shortened

BATCH = 200
MOST = 20       # differences that are printed
FOREIGN = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def copy_in(folder: Path) -> Path:
    """The copy: a file, the first of its parts, or a folder."""
    return min(path for path in folder.iterdir() if path.name == "copy" or path.name.startswith("copy."))


@dataclass
class Asked:
    """One copy: what lies in its folder, and what is known of the answer to it."""
    name: str
    files: dict[str, bytes]
    typed: dict = field(default_factory=dict)
    expected: dict | None = None
    allowed: tuple = ()


def stored(option: str = ""):
    for case in make_copies.cases(option == "--all"):
        yield Asked(case.name, make_copies.files_of(case), case.typed, case.expected.as_json())


def mutated(step: str = "1", first: str = "0"):
    for name, data, claim in itertools.islice(mutations.mutations(), int(first), None, int(step)):
        yield Asked(f"{name} ({claim})", {"copy.zip": data}, allowed=mutations.ALLOWED[claim])


def locked(step: str = "1", first: str = "0"):
    typed = {"identity": "key.txt"}
    beside = {"key.txt": mutations.READER.text.encode() + b"\n", "typed.json": make_copies.as_text(typed)}
    for name, data, claim in itertools.islice(mutations.mutations(locked=True), int(first), None, int(step)):
        yield Asked(f"{name} ({claim})", {"copy.age": data} | beside, typed, allowed=mutations.ALLOWED[claim])


def structures(seed: str, count: str):
    for name, data in structural.structural(seed, int(count)):
        yield Asked(name, {"copy.zip": data})


SOURCES = {"stored": stored, "mutations": mutated, "locked": locked, "structural": structures}


def write(folder: Path, asked: Asked) -> Path:
    """Writes the copy, and returns what the program is told of it."""
    for name, data in asked.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder if asked.typed else copy_in(folder)


def ask_program(program: str, paths: list[Path]) -> list[dict]:
    lines = "".join(f"{path}\n" for path in paths)
    done = subprocess.run([program], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in done.stdout.decode("utf-8", "replace").split("\n") if line]
    if len(answers) != len(paths):
        sys.exit(f"{program} answered {len(answers)} of {len(paths)} copies")
    return answers


def ask_python(verify, folder: Path, asked: Asked) -> dict:
    typed = asked.typed
    key = typed.get("identity") or typed.get("password_key")
    copy = copy_in(folder)
    try:
        return verify(copy.read_bytes() if copy.name in ("copy.zip", "copy.age") else str(copy),
                      words=typed.get("words"),
                      earlier=[asked.files[name] for name in typed.get("earlier", ())],
                      identity=asked.files[key] if key else None, passphrase=typed.get("passphrase"))
    except Exception as error:      # no answer is a difference, and the next copy is asked about all the same
        return {"answer": f"{type(error).__name__}: {error}"[:200], "findings": [], "items": []}


def normal(answer: dict) -> dict:
    """Sorted, shortened, and with foreign characters written out, whether or not that was done."""
    def shown(value):
        return FOREIGN.sub(lambda found: f"[U+{ord(found[0]):04X}]", value) if isinstance(value, str) else value

    findings = [[finding, str(shown(subject))] for finding, subject in answer.get("findings", ())]
    cut = {finding for finding, subject in findings if re.fullmatch(r"\.\.\. \d+ more", subject)}
    findings = [row for row in findings if row[0] in cut] + shortened(row for row in findings if row[0] not in cut)
    return answer | {"findings": findings, "items": [[shown(value) for value in row] for row in answer.get("items", ())]}


def in_order(value):
    return sorted(value, key=json.dumps) if isinstance(value, list) else value


def rows_only(one: list, other: list) -> list:
    return [row for row in one if row not in other]


def differences(asked: Asked, program: dict, python: dict) -> list[str]:
    found = []
    sides = [("program", program), ("verify_copy", python)]
    if asked.expected:
        pairs = [(name, told, "expected", asked.expected) for name, told in sides]
    else:
        pairs = [(*sides[0], *sides[1])]
    for one, told, other, held in pairs:
        members = ("answer", "items", "findings") if asked.expected else ("answer", "items")
        members += ("exit",) if asked.expected and "exit" in told else ()
        members += ("receipt",) if asked.expected and "receipt" in held else ()
        for member in members:
            if in_order(told.get(member)) == in_order(held[member]):
                continue
            if isinstance(told.get(member), list):
                extra, gone = rows_only(told[member], held[member]), rows_only(held[member], told[member])
                found.append(f"{member}: only {one} {extra[:9]}, only {other} {gone[:9]}")
            else:
                found.append(f"{member}: {one} {told.get(member, told)!r}, {other} {held[member]!r}")
    for side, told in sides:
        if asked.allowed and told.get("answer") not in asked.allowed:
            found.append(f"{side} says {told['answer']!r}, against the claim")
    return found


def main(program: str, source: str = "stored", *options: str) -> int:
    sys.path.append(str(Path(__file__).resolve().parent.parent / "interop"))
    from verify_copy import verify
    copies, compared, different, answers = SOURCES[source](*options), 0, 0, Counter()
    while batch := list(itertools.islice(copies, BATCH)):
        with tempfile.TemporaryDirectory() as name:
            folders = [Path(name) / f"{number:03}" for number in range(len(batch))]
            told = ask_program(program, [write(folder, asked) for folder, asked in zip(folders, batch)])
            for asked, folder, answer in zip(batch, folders, told):
                python = normal(ask_python(verify, folder, asked))
                answers[python["answer"]] += 1
                if wrong := differences(asked, normal(answer), python):
                    different += 1
                    if different <= MOST:
                        print(asked.name, *wrong, sep="\n    ")
        compared += len(batch)
    print(f"{compared} copies compared, {different} differ;",
          ", ".join(f"{answers[name]} {name}" for name in sorted(answers)))
    return 1 if different or not compared else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[2:3] and sys.argv[2] not in SOURCES:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
