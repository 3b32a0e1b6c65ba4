#!/usr/bin/env python3
"""What libmagic (file) says of the files in a folder, beside what Daybook says, where the two differ.
Usage: media_types_beside.py INTAKE-TESTS FOLDER"""
import collections, os, subprocess, sys

ours = dict(reversed(line.split("\t")) for line in subprocess.run([sys.argv[1], "[types]"], env={**os.environ, "DAYBOOK_FOLDER": sys.argv[2]},
            capture_output=True, text=True, errors="replace").stdout.splitlines() if line.count("\t") == 1)
seen = subprocess.run(["file", "--mime-type", "--no-pad", "--separator", "\t", "--files-from", "-"], input="\n".join(ours), capture_output=True,
                      text=True, errors="replace").stdout
theirs = {name: kind.strip() for name, kind in (line.split("\t", 1) for line in seen.splitlines() if "\t" in line)}
differing = collections.Counter()
for name, mine in ours.items():
    other = theirs.get(name, "?")
    if mine.split(";")[0] != other: differing[mine, other] += 1
for (mine, other), count in differing.most_common(): print(f"{count:6}  {mine:50} {other}")
print(f"{len(ours)} files, {sum(differing.values())} with another answer")
