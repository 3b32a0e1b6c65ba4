#!/usr/bin/env python3
"""Esc while the computer is busy: files of 2 GB are being taken in, a copy of 400 MB is being sealed; and while much is looked
at: one paragraph of 50,000 words, a text of 200 MB, a picture of 48 megapixels being zoomed. Prints how long until a second
client of the display sees the window gone, and the process is. What is wanted is 100 ms; half a second fails.
Usage: load_test.py WINDOW CLI XDND-SOURCE [TIMES] (the first two with the cheap password hash)"""
import os, struct, subprocess, sys, time, zlib
sys.path.insert(0, os.path.dirname(__file__))
from real_window import Desk, need, require, wait_for

TIMES = int(sys.argv[4]) if len(sys.argv) > 4 else 3
need("Xvfb", "xdotool")
desk = Desk(sys.argv[1], sys.argv[2])
SOURCE = os.path.abspath(sys.argv[3])
stick = desk.folder / "stick"

def report(what, times):
    times.sort()
    hidden = [time_ for time_, _ in times]
    print(f"Esc while {what}: to unmapped median {hidden[len(hidden) // 2]:.0f}, longest {hidden[-1]:.0f} ms; to the end of the process longest "
          f"{max(time_ for _, time_ in times):.0f} ms; {len(times)} times")
    require(hidden[-1] < 500, "the window stays too long")

def begin_import():
    process, window = desk.open_window()
    desk.unlock()
    require(subprocess.run([SOURCE, str(window), str(big)], env=desk.environment).returncode == 0, "the drop was not taken")
    time.sleep(0.8)
    desk.keys("ctrl+n", pause=0.3)
    desk.xdotool("type", "--delay", "10", "while it is busy")
    return process, window

def begin_sealing(turn):
    process, window = desk.open_window()
    desk.unlock()
    desk.keys("Tab", pause=0.05)  # anywhere: the keys below are the way of a person
    desk.keys("alt+4", pause=0.5)
    desk.keys(*["Tab"] * 12, pause=0.06)                 # from the first choice to Continue
    desk.keys("Return", pause=0.5)                       # police, by hand
    if turn == 0: desk.keys("space", pause=0.3)          # the only item; what was decided is kept when the window goes
    desk.keys(*["shift+Tab"] * 10, pause=0.06)           # back to Continue
    desk.keys("Return", pause=0.8)                       # items
    desk.keys("shift+Tab", "shift+Tab", pause=0.1)       # from Continue back to the first answer
    desk.keys("Return", "Tab", "Tab", pause=0.1)         # the copy does not say whether there is more; to Continue
    desk.keys("Return", pause=0.8)                       # what is asked
    desk.keys("Tab", "Return", pause=0.5)                # what they see; from the report to Continue
    desk.keys("Return", pause=0.8)                       # choose the place
    desk.keys("Return", pause=0.5)                       # this folder
    desk.keys("Return", pause=0.0)                       # save
    # It is really being sealed: a file that is not finished grows.
    wait_for(lambda: any(path.stat().st_size > 10_000_000 for path in desk.folder.glob("*copy-*")), "no copy is being made")
    return process, window

def write_picture(path, width=8000, height=6000):
    """A PNG file with noise in every pixel, which no decoder can make smaller on the way."""
    def chunk(name, data): return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    noise = os.urandom(width * 4)
    rows = b"".join(b"\0" + noise[row % width:row % width + width * 3] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))

def looks(window):
    """What the server shows, in a grid of points."""
    return [desk.pixel(window, x, y) for y in range(150, 760, 7) for x in range(100, 1000, 31)]

def look_at_last(opening, *moving):
    """Opens the item on top of the list, presses these keys, and turns what is there then by others that must move it."""
    process, window = desk.open_window()
    desk.unlock()
    desk.keys("alt+1", "Home", "Return", pause=0.5)
    for key in opening:
        desk.keys(key, pause=2 if key == "Return" else 0.1)
    before = looks(window)
    desk.keys(*moving, pause=0.3)
    wait_for(lambda: looks(window) != before, "it does not move")
    desk.keys(*moving, pause=0.02)
    return process, window

def measure_looking(what, *keys):
    report(what, [desk.hide(*look_at_last(*keys)) for _ in range(TIMES)])

try:
    big = desk.folder / "video.bin"
    with open(big, "wb") as file: file.truncate(2 << 30)
    times = []
    for _ in range(TIMES):
        process, window = begin_import()
        times.append(desk.hide(process, window))
    report("2 GB are being taken in", times)
    desk.cli("note", str(desk.record), "--from-draft")
    text = desk.cli("show", str(desk.record), "1")["text"]
    require(text == "while it is busy" * TIMES, f"what was typed: {text!r}")
    require(desk.cli("check", str(desk.record))["findings"] == [], "the record is as it should be")
    desk.cli("remove", str(desk.record), "1", "--yes")
    with open(big, "wb") as file:
        for _ in range(48): file.write(os.urandom(8 << 20))
    desk.cli("add", str(desk.record), str(big))
    times = []
    for turn in range(TIMES):
        process, window = begin_sealing(turn)
        times.append(desk.hide(process, window))
    report("a copy is being sealed", times)
    desk.cli("list", str(desk.record))  # the next opening tidies up
    require(not list(desk.folder.glob("*copy-*")), "nothing of the copies is left")
    (desk.folder / "words.txt").write_text(" ".join(f"word{i}" for i in range(50_000)))
    desk.cli("add", str(desk.record), str(desk.folder / "words.txt"))
    measure_looking("one paragraph of 50,000 words is read", ["Tab", "Return"], "Next")
    with open(desk.folder / "_chat.txt", "w") as file:
        for line in range(2_800_000): file.write(f"[03/05/2025, 22:41:07] Mark: where are you, call me again ({line})\r\n")
    desk.cli("add", str(desk.record), str(desk.folder / "_chat.txt"))
    measure_looking("a text of 200 MB is read", ["Tab", "Return"], "Next")
    write_picture(desk.folder / "photograph.png")
    desk.cli("add", str(desk.record), str(desk.folder / "photograph.png"))
    measure_looking("a picture of 48 megapixels is zoomed", ["Tab", "Return", "Return"], "plus", "plus")
    require(desk.cli("check", str(desk.record))["findings"] == [], "the record is as it should be")
finally:
    desk.close()
