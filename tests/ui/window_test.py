#!/usr/bin/env python3
"""The window in a real one, under Xvfb: opened with the passphrase, written in, hidden with Esc while it works and while it does
not; seen from a second client of the display. Prints how long that took and what an idle window costs.
Usage: window_test.py WINDOW-WITH-CHEAP-PASSWORD-HASH CLI-WITH-CHEAP-PASSWORD-HASH [TIMES]"""
import os, pathlib, subprocess, sys, time
sys.path.insert(0, os.path.dirname(__file__))
from real_window import Desk, hits, need, require

TIMES = int(sys.argv[3]) if len(sys.argv) > 3 else 5
SCANS = os.geteuid() == 0 and "DAYBOOK_NO_SCAN" not in os.environ  # a sanitizer's memory is terabytes
need("Xvfb", "xdotool")
desk = Desk(sys.argv[1], sys.argv[2])

def ticks(process): return sum(map(int, pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]))

def scan_while_typing(process):
    desk.xdotool("type", "--delay", "15", "three random words")
    time.sleep(0.3)
    control = hits(process, "three random words")
    for _ in range(18): desk.xdotool("key", "BackSpace")
    time.sleep(0.3)
    after = hits(process, "random words")
    print(f"passphrase in memory: {control} while it stands in the field, {after} when it was erased")
    require(control == 1 and after == 0, "the passphrase lies about in memory")

def measure_idle(process):
    time.sleep(3)
    start = ticks(process)
    time.sleep(5)
    print(f"idle for 5 s: {(ticks(process) - start) * 1000 / os.sysconf('SC_CLK_TCK'):.0f} ms of processor time")
    if os.access(f"/proc/{process.pid}/status", os.R_OK):
        resident = [line for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines() if line.startswith("VmRSS")]
        print("resident memory:", *(line.split(":")[1].strip() for line in resident))

hidden, gone = [], []
try:
    before = {path for path in desk.folder.rglob("*")}
    for turn in range(TIMES):
        process, window = desk.open_window()
        require(desk.xdotool("getwindowname", str(window)).strip() == "Notes", "a neutral title")
        if turn == 0 and SCANS: scan_while_typing(process)
        desk.unlock()
        if turn == 0 and SCANS:
            after = hits(process, "random words")
            print(f"passphrase in memory: {after} when the record is open")
            require(after == 0, "the passphrase lies about in memory")
        desk.xdotool("key", "ctrl+n")
        time.sleep(0.4)
        desk.xdotool("type", "--delay", "15", f"unfinished {turn} ")
        if turn == 0: measure_idle(process)
        else: time.sleep(0.2)
        milliseconds = desk.hide(process, window)
        hidden.append(milliseconds[0])
        gone.append(milliseconds[1])
        require(process.returncode == 0, "the process ends well")
    # What was typed is there, in the order of the sittings, and nothing lies about outside of the record.
    desk.cli("note", str(desk.record), "--from-draft")
    text = desk.cli("show", str(desk.record), "1")["text"]
    require(text.strip() == " ".join(f"unfinished {turn}" for turn in range(TIMES)), f"what was typed: {text!r}")
    # Started a second time, it shows the window that is there: two would leave one behind when the key hides the other.
    process, window = desk.open_window()
    second = subprocess.Popen([desk.window_program], env=desk.environment)
    require(second.wait(timeout=10) == 0, "the second one ends by itself")
    require(desk.window_of(second) is None and desk.is_mapped(window), "there is one window")
    desk.focus(process)
    desk.hide(process, window)
    process, window = desk.open_window()  # what was hidden stands in nobody's way
    desk.hide(process, window)
    stray = [path for path in desk.folder.rglob("*") if path not in before and desk.record not in path.parents]
    stray = [path for path in stray if path.is_file() and ".cache/mesa" not in str(path)]
    require(not stray, f"files left outside: {stray}")
    starting, first = sorted(desk.starting), sorted(desk.first_frames)
    print(f"start to mapped: {starting[len(starting) // 2] * 1000:.0f} ms, to the field for the passphrase: median {first[len(first) // 2] * 1000:.0f}, longest {first[-1] * 1000:.0f} ms; Esc, with xdotool's own start, to unmapped: median {sorted(hidden)[len(hidden) // 2]:.0f}, "
          f"longest {max(hidden):.0f} ms; to the end of the process: longest {max(gone):.0f} ms; {TIMES} times")
finally:
    desk.close()
