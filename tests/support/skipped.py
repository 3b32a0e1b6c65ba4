"""Says that a test, or a part of one, is skipped, and why: to whoever reads along, and in the file that DAYBOOK_SKIPPED names, from
which packaging/test counts for its last line. The tests in C++ do the same in main.cpp."""
import os, pathlib, sys

def skipped(reason):
    print(f"skipped: {reason}")
    if file := os.environ.get("DAYBOOK_SKIPPED"):
        with open(file, "a") as lines: lines.write(f"{pathlib.Path(sys.argv[0]).name}\t{reason}\n")
    return f"skipped: {reason}"
