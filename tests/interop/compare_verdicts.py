#!/usr/bin/env python3
"""Runs verify_copy.py on every NAME.zip of a folder and compares with NAME.expected, what our own checker said. Prints a count."""
import pathlib, sys
import verify_copy

wrong, count = 0, 0
for copy in sorted(pathlib.Path(sys.argv[1]).glob("*.zip")):
    ours, theirs = copy.with_suffix(".expected").read_text().splitlines(), verify_copy.verify(copy)
    # When the list of items cannot be read, ours goes on by the openings; theirs has nothing to say of items.
    same = ours[-1] == theirs[-1] and set(theirs) <= set(ours)
    count += 1
    if not same:
        wrong += 1
        print(f"{copy.name}: ours {sorted(set(ours) - set(theirs))}, theirs {sorted(set(theirs) - set(ours))}, {verify_copy.faults}")
print(f"{count} copies compared with the second implementation, {wrong} verdicts differ")
sys.exit(1 if wrong or not count else 0)
