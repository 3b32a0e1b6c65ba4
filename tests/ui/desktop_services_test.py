#!/usr/bin/env python3
"""What the window gets from a desktop and leaves in it, under Xvfb: pictures and words from the clipboard, files that are dropped, the
screen's lock heard on a bus of its own; what is copied is marked as secret and goes with the window; after a lock nothing that was
read is in the new process, nor in any file.
Usage: desktop_services_test.py WINDOW CLI XDND-SOURCE (the first two with the cheap password hash)"""
import os, pathlib, subprocess, sys, time
sys.path.insert(0, os.path.dirname(__file__))
from real_window import Desk, PASSPHRASE, hits, need, require, wait_for, words_in_files

SCANS = os.geteuid() == 0 and "DAYBOOK_NO_SCAN" not in os.environ
need("Xvfb", "xdotool", "xclip", "convert", "dbus-daemon", "dbus-send")
desk = Desk(sys.argv[1], sys.argv[2])
SOURCE = os.path.abspath(sys.argv[3])
SECRET = "the heron under the bridge"
owners = []

def copy(data, target=None):
    """Puts data into the clipboard, as another program; xclip serves it until somebody else does."""
    owner = subprocess.Popen(["xclip", "-selection", "clipboard", *(["-t", target] if target else []), "-i", "-quiet"], stdin=subprocess.PIPE, env=desk.environment, stderr=subprocess.DEVNULL)
    owner.stdin.write(data)
    owner.stdin.close()
    owners.append(owner)
    time.sleep(0.3)

def pasted(target="UTF8_STRING"):
    return subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", target], capture_output=True, env=desk.environment, timeout=10)

def items(): return desk.cli("list", str(desk.record))["items"]

try:
    address = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=desk.environment)
    owners.append(address)
    bus = address.stdout.readline().strip()
    process, window = desk.open_window(DBUS_SYSTEM_BUS_ADDRESS=bus, DBUS_SESSION_BUS_ADDRESS=bus)
    desk.unlock()

    # A picture, byte for byte.
    picture = desk.folder / "picture.png"
    subprocess.run(["convert", "-size", "1200x900", "plasma:red-blue", str(picture)], check=True, env=desk.environment)
    copy(picture.read_bytes(), "image/png")
    desk.keys("ctrl+v", pause=0.8)
    desk.keys("Return", pause=0.8)

    # Words, and the same again as a file whose name holds a blank and a letter of another alphabet.
    copy(SECRET.encode())
    desk.keys("ctrl+v", pause=0.5)
    desk.keys("Return", pause=0.8)
    letter = desk.folder / "a létter.txt"
    letter.write_text("a letter\n")
    require(subprocess.run([SOURCE, str(window), str(letter)], env=desk.environment).returncode == 0, "the drop was not taken")
    time.sleep(1.0)

    # The screen, without the window. What was said goes with the way to another screen and back.
    desk.keys("alt+6", "alt+1", pause=0.4)
    subprocess.run(["xdotool", "mousemove", "--window", str(window), "930", "109", "click", "1"], env=desk.environment)
    wait_for(lambda: not desk.is_mapped(window), "the window stays in the picture")
    wait_for(lambda: desk.is_mapped(window), "the window does not come back")
    desk.focus(process)
    desk.keys("Return", pause=0.8)

    # What is copied from here.
    desk.keys("ctrl+n", pause=0.4)
    desk.xdotool("type", "--delay", "15", "copied from here")
    desk.keys("ctrl+a", "ctrl+c", pause=0.3)
    wait_for(lambda: pasted().stdout == b"copied from here", "what was copied is not there")
    require(pasted("x-kde-passwordManagerHint").stdout == b"secret", "it is not marked as secret")
    desk.keys("BackSpace", pause=0.3)
    desk.keys("alt+1", pause=0.5)

    # The screen is locked.
    control = hits(process, SECRET) if SCANS else 1
    require(control > 0, "the control: what is shown is in memory")
    subprocess.run(["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true"],
                   env={**desk.environment, "DBUS_SESSION_BUS_ADDRESS": bus}, check=True)
    wait_for(lambda: not desk.is_mapped(window), "the screen's lock did not lock the record")
    wait_for(lambda: desk.window_of(process), "the window does not come back")
    desk.focus(process)
    arguments = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
    require(arguments == b"notes\0-\0", f"what everybody can see of the new process: {arguments}")
    require(pasted().returncode != 0, "what was copied outlives the lock")
    if SCANS:
        after = hits(process, SECRET) + hits(process, PASSPHRASE)
        print(f"what was read, in memory: {control} before the lock, {after} in the process after it")
        require(after == 0, "something is left in memory after the lock")
    desk.unlock()
    require(desk.hide(process, desk.window_of(process))[0] < 5000, "it does not hide")

    kept = items()
    require(len(kept) == 4, f"four things were to be kept: {kept}")
    exported = [desk.cli("show", str(desk.record), item["item"]) for item in kept]
    names = sorted(item["versions"][-1]["name"] for item in exported if item["kind"] == "file")
    require(names[0] == "a létter.txt" and names[1].startswith("pasted-") and names[2].startswith("screen-"), f"names: {names}")
    sizes = [item["versions"][-1]["size"] for item in exported if item["kind"] == "file"]
    require(picture.stat().st_size in sizes, "the picture is not what was copied")
    require(any(item.get("text") == SECRET for item in exported), "the words are not what was copied")
    control = desk.folder / "control"
    control.write_text(SECRET)
    # Home and the folder for temporary files.
    require(words_in_files(desk.folder, [SECRET, PASSPHRASE], skip={desk.folder / "pass"}) == [f"{control}: {SECRET}"], "the control is found, and nothing else")
    screens = [item["file_says"] for item in exported if item["kind"] == "file" and item["versions"][-1]["name"].startswith("screen-")]
    require(screens and screens[0]["width"] == 1366 and screens[0]["height"] == 768, f"the picture of the screen: {screens}")
    print("a picture, words, a dropped file and the screen came in; what went out was marked and went; the screen's lock was heard")
finally:
    for owner in owners:
        owner.terminate()
        owner.wait()
    desk.close()
