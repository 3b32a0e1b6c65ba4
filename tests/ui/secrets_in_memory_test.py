#!/usr/bin/env python3
"""The memory of the open window, looked through from outside: the keys of the record and the passphrase lie in locked memory
or nowhere. The controls: each key is found in locked memory, and words on the screen are found in the rest.
Usage: secrets_in_memory_test.py WINDOW CLI TELL-SECRETS (all with the cheap password hash)"""
import os, subprocess, sys, time
sys.path.insert(0, os.path.dirname(__file__))
from real_window import Desk, PASSPHRASE, need, require
from skipped import skipped

need("Xvfb", "xdotool")
if os.geteuid() != 0:
    skipped("only root can read the memory of another process")
    sys.exit(4)
SHOWN = "the boiler is broken again"

def areas(process):
    """The areas of memory that can be read, and whether each is locked."""
    area = None
    with open(f"/proc/{process.pid}/smaps") as smaps:
        for line in smaps:
            fields = line.split()
            if "-" in fields[0] and not fields[0].endswith(":"):
                area = (*(int(part, 16) for part in fields[0].split("-")), fields[1].startswith("r"), "/dev/" in line)
            elif fields[0] == "VmFlags:" and area[2] and not area[3]:
                yield area[0], area[1], "lo" in fields[1:]

def hits(process, secret):
    """How often these bytes stand in the memory of the process: in locked memory, and in the rest."""
    found = {True: 0, False: 0}
    with open(f"/proc/{process.pid}/mem", "rb", 0) as memory:
        for begin, end, is_locked in areas(process):
            try:
                memory.seek(begin)
                found[is_locked] += memory.read(end - begin).count(secret)
            except (OSError, ValueError): continue  # a guard page
    return found[True], found[False]

desk = Desk(sys.argv[1], sys.argv[2])
try:
    desk.cli("add", str(desk.record), "--words", words=SHOWN.encode())
    told = subprocess.run([os.path.abspath(sys.argv[3]), str(desk.record), PASSPHRASE], capture_output=True, text=True, check=True).stdout
    secrets = {name: bytes.fromhex(digits) for name, digits in (line.split("\t") for line in told.splitlines())}
    require(len(secrets) == 5, "five secrets are looked for")
    held = {"root seed", "log seed", "age identity"}  # the others are needed for a moment only
    process, window = desk.open_window()
    desk.unlock()
    for when in ("open", "after words were saved"):
        time.sleep(1)
        for name, secret in secrets.items():
            locked, rest = hits(process, secret)
            print(f"{name}, {when}: {locked} in locked memory, {rest} in the rest")
            require(rest == 0, f"the {name} lies in memory that may be written to the disk")
            require(locked > 0 or name not in held, f"the {name} is not found where it is held, so that nothing was looked at")
        require(hits(process, SHOWN.encode())[1] > 0, "words that are shown are not found, so that nothing was looked at")
        desk.keys("ctrl+n", pause=0.3)
        desk.xdotool("type", "--delay", "10", "more words")
        desk.keys("ctrl+s", pause=0.5)
        desk.keys("alt+4", pause=0.5)
    desk.hide(process, window)
finally:
    desk.close()
