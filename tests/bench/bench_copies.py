#!/usr/bin/env python3
"""The check of sealed copies through the process without keys, side by side with age and sha512sum in one run: medians, ratios,
the most memory that a process took. Usage: bench_copies.py CLI-WITH-CHEAP-PASSWORD-HASH [--size MIB] [--copies N] [--items N]"""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

arguments = argparse.ArgumentParser()
arguments.add_argument("cli")
arguments.add_argument("--size", type=int, default=1024)
arguments.add_argument("--copies", type=int, default=1000)
arguments.add_argument("--items", type=int, default=100_000)
options = arguments.parse_args()
CLI = os.path.abspath(options.cli)


def run(command):
    start = time.monotonic()
    subprocess.run(["bash", "-c", command], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def peak(command):
    """Seconds, and the most memory that the largest of its processes took, in MiB."""
    done = subprocess.run(["/usr/bin/time", "-f", "%e %M", *command], check=True, capture_output=True, text=True)
    seconds, kib = re.findall(r"^([0-9.]+) (\d+)$", done.stderr, re.M)[-1]
    return float(seconds), int(kib) / 1024


def record_with(files, where):
    subprocess.run(["bash", "-c", f"echo three random words > pass; {CLI} create {where} --passphrase-file pass"],
                   check=True, stdout=subprocess.DEVNULL)
    for at in range(0, len(files), 5000):
        subprocess.run([CLI, "add", where, *files[at:at + 5000], "--passphrase-file", "pass"], check=True,
                       stdout=subprocess.DEVNULL)


def sealed(where, items, *how):
    folder = pathlib.Path(where + "-copy")
    folder.mkdir()
    subprocess.run([CLI, "export", where, *map(str, items), "--to", str(folder), *how, "--passphrase-file", "pass"],
                   check=True, stdout=subprocess.DEVNULL)
    return next(path for path in folder.iterdir() if path.suffix in (".age", ".zip"))


place = pathlib.Path(tempfile.mkdtemp())
os.chdir(place)
try:
    run("age-keygen -o key 2>/dev/null; age-keygen -y key > recipient")
    recipient = pathlib.Path("recipient").read_text().strip()
    with open("film", "wb") as film:
        for _ in range(options.size):
            film.write(os.urandom(1 << 20))
    record_with(["film"], "large")
    large = sealed("large", [1], "--recipient", recipient)
    ours, theirs = [], []
    for _ in range(3):
        ours.append(run(f"{CLI} verify {large} --identity key"))
        theirs.append(run(f"age -d -i key {large} | sha512sum"))
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"check of {options.size} MiB: {statistics.median(ours):.2f} s; age -d | sha512sum: {statistics.median(theirs):.2f} s; "
          f"ratio {ratio:.2f}   wanted <= 0.6")
    seconds, mib = peak([CLI, "verify", str(large), "--identity", "key"])
    print(f"most memory of one process: {mib:.0f} MiB")

    pathlib.Path("small").write_bytes(os.urandom(230_000))
    record_with(["small"], "little")
    small = sealed("little", [1], "--recipient", recipient)
    took = run(f"for i in $(seq {options.copies}); do {CLI} verify {small} --identity key; done")
    print(f"{options.copies} copies of {small.stat().st_size // 1024} KiB, a process each: {took:.1f} s   wanted <= 30 for 1,000")

    if options.items:
        os.mkdir("items")
        names = []
        for number in range(options.items):
            names.append(f"items/{number}")
            pathlib.Path(names[-1]).write_text(f"message {number}")
        record_with(names, "many")
        many = sealed("many", range(1, options.items + 1), "--unlocked")
        seconds, mib = peak([CLI, "verify", str(many)])
        print(f"{options.items} items: {seconds:.1f} s, most memory of one process {mib:.0f} MiB   wanted <= 128")
finally:
    os.chdir("/")
    shutil.rmtree(place, ignore_errors=True)
