#!/usr/bin/python3
"""Writes the conformance set: copies/<name>/ with the copy, what is typed, and what has to be answered.

    make_copies.py FOLDER               writes the set, and tells what else lies there
    make_copies.py FOLDER --check       builds it again and compares, byte for byte, with what lies there
    make_copies.py FOLDER ... --all     with the further variants of faults that have enough copies already

What has to be answered is stated beside each lie, from the page; no checker computes it.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import lies_items
import lies_outside
import lies_parts
import lies_signed
from expected import Case


MOST = 3    # copies of one finding; of containers and limits, where each rule is of its own kind, all are stored


KEPT = set("""
    added_in_bag added_many claim_attested damaged_stream described_kind earlier_branch_new_log head_differs_origin
    keys_newer_and_a_lie keys_newer_v list_cr log_key_low_order newer_kind seal_differs_log seal_newer_v
    signature_wrong_comment unsafe_device unsafe_payload_untold wrong_entry_long wrong_proof_extra""".split())      # stored in any case
MORE = set("""
    lock_malformed_long over_limit_keys over_limit_keys_values odd_size odd_strongly_encrypted overlap_added
    overlap_by_one_byte repacked_in_folders zip64_end_counts zip64_end_offset""".split())       # with --all only


def cases(all_of_them: bool) -> list[Case]:
    made, seen = [], Counter()
    for case in (case for about in (lies_items, lies_outside, lies_signed, lies_parts) for case in about.cases()):
        stored = seen[case.point] < MOST or case.section.startswith(("3", "8")) if case.stored is None else case.stored
        stored = case.name in KEPT or stored and case.name not in MORE
        seen[case.point] += stored
        if stored or all_of_them:
            made.append(case)
    return made


def files_of(case: Case) -> dict[str, bytes]:
    """The files of one copy, by name."""
    name = f"copy.{case.ending}"
    files = dict(case.beside)
    if isinstance(case.data, dict):
        files |= {"copy/" + path: data for path, data in case.data.items()}
    elif case.parts:
        start = 0
        for number, length in enumerate(case.parts + (len(case.data),), 1):
            if number not in case.missing_parts:
                files[f"{name}.{number:03}"] = case.data[start:start + length]
            start += length
    else:
        files[name] = case.data
    if case.typed:
        files["typed.json"] = as_text(case.typed)
    files["expected.json"] = as_text(case.expected.as_json())
    return files


def as_text(value: dict) -> bytes:
    """JSON with a line for each member, and for each finding and item: so a difference shows in a line."""
    def shown(member) -> str:
        if isinstance(member, list) and member and isinstance(member[0], list):
            return "[\n    " + ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in member) + "\n  ]"
        return json.dumps(member, ensure_ascii=False)
    return ("{\n  " + ",\n  ".join(f"{json.dumps(name)}: {shown(member)}" for name,
                                   member in value.items()) + "\n}\n").encode()


def the_set(all_of_them: bool) -> dict[str, bytes]:
    """Every file of the set, by its path."""
    made, index = {}, []
    for case in cases(all_of_them):
        if f"{case.name}/expected.json" in made:
            raise ValueError(f"two copies are called {case.name}")
        index.append("\t".join((case.name, case.point, case.section, case.about)) + "\n")
        made |= {f"{case.name}/{name}": data for name, data in files_of(case).items()}
    made["index.tsv"] = ("# name\tfinding\tsection\tabout\n" + "".join(index)).encode()
    return made


def main(folder: Path, options: set[str]) -> int:
    made = the_set("--all" in options)
    if "--check" not in options:
        for path, data in made.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    wrong = sorted(path for path in made.keys() | there.keys() if made.get(path) != there.get(path))
    copies, size = sum(path.endswith("/expected.json") for path in made), sum(map(len, made.values()))
    print("\n".join(["not as they are built:",
                     *wrong] if wrong else [f"{copies} copies, {len(made)} files, {size:,} bytes"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    if not sys.argv[1:] or not set(sys.argv[2:]) <= {"--check", "--all"}:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), set(sys.argv[2:])))
