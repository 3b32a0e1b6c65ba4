#!/usr/bin/env python3
"""Speed and memory, side by side with other people's tools in one run: medians and ratios. Never asserted in a unit test.
Usage: bench.py daybook-cli bench_record [--size MIB] [--rounds N] [--folder WHERE]"""
import argparse, json, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time

arguments = argparse.ArgumentParser()
arguments.add_argument("cli"); arguments.add_argument("record_bench")
arguments.add_argument("--size", type=int, default=1024); arguments.add_argument("--rounds", type=int, default=3); arguments.add_argument("--folder")
options = arguments.parse_args()
CLI, BENCH = os.path.abspath(options.cli), os.path.abspath(options.record_bench)
place = pathlib.Path(tempfile.mkdtemp(dir=options.folder)); os.chdir(place)
timings = {}

def timed(name, command):
    start = time.monotonic()
    subprocess.run(["bash", "-c", command], check=True, stdout=subprocess.DEVNULL)
    timings.setdefault(name, []).append(time.monotonic() - start)

def bench(*what):
    out = json.loads(subprocess.run([BENCH, *map(str, what)], check=True, capture_output=True, text=True).stdout)
    for name, seconds in out.items():
        if name.endswith("_s"): timings.setdefault("ours: " + name[:-2], []).append(seconds)
    return out

def median(name): return statistics.median(timings[name])
def row(what, ours, peers, wanted):
    peer = sum(median(p) for p in peers)
    print(f"{what:58} {median(ours):7.2f} s  {peer:7.2f} s  ratio {median(ours) / peer:5.2f}  wanted {wanted}")

try:
    with open("file", "wb") as out:
        for _ in range(options.size): out.write(os.urandom(1 << 20))
    subprocess.run("age-keygen -o key 2>/dev/null; age-keygen -y key > recipient; sync", shell=True, check=True)
    for _ in range(options.rounds):
        timed("cp + sync", "cp file copy && sync copy && rm copy")
        timed("sha256sum", "sha256sum file"); timed("sha512sum", "sha512sum file")
        timed("age -r", "age -R recipient -o file.age file"); os.remove("file.age")
        timed("age -e + sync", "age -e -R recipient -o file.age file && sync file.age")
        timed("age -d | sha512sum", "age -d -i key file.age | sha512sum")
        subprocess.run("sync; dd if=file.age iflag=nocache count=0 status=none", shell=True)
        timed("cold cat", "dd if=file.age iflag=nocache count=0 status=none; cat file.age > /dev/null")
        last = bench("stream", place / "work", place / "file")
        shutil.rmtree(place / "work"); os.remove("file.age")
    print(f"{options.size} MiB, {options.rounds} rounds, {os.cpu_count()} cores; medians. Ours are without the password hash.")
    row("add, against sha256sum + sha512sum + age -r", "ours: add", ["sha256sum", "sha512sum", "age -r"], "<= 0.35")
    row("add, against cp + sync", "ours: add", ["cp + sync"], "-")
    row("write the copy, against age -e + sync", "ours: write", ["age -e + sync"], "<= 1.0")
    row("check the copy, against age -d | sha512sum", "ours: check", ["age -d | sha512sum"], "<= 1.0")
    row("read back past the cache, against cold cat", "ours: read_back", ["cold cat"], "<= 1.2, or the check")
    row("read back past the cache, against the check", "ours: read_back", ["ours: check"], "<= 1.2")
    print(f"peak memory after unlocking, {options.size} MiB: {last['peak_kib'] / 1024:.0f} MiB   wanted < 64")
    subprocess.run(["bash", "-c", "echo three random words > pass"], check=True)
    timed("password hash and all, create", f"{CLI} create hashed --passphrase-file pass"); timed("password hash and all, list", f"{CLI} list hashed --passphrase-file pass")
    print(f"a whole `list` with the real password hash: {median('password hash and all, list'):.2f} s")
    items = json.loads(subprocess.run([BENCH, "items", str(place / "many"), "100000"], check=True, capture_output=True, text=True).stdout)
    for name, value in items.items(): print(f"{name:40} {value}")
finally:
    os.chdir("/"); shutil.rmtree(place, ignore_errors=True)
