#!/usr/bin/env python3
"""The window in a real one, under Xvfb: opened with the passphrase, written in, hidden with Esc while it works and while it does
not; seen from a second client of the display. Prints how long that took and what an idle window costs.
Usage: window_test.py WINDOW-WITH-CHEAP-PASSWORD-HASH CLI-WITH-CHEAP-PASSWORD-HASH [TIMES]"""
import ctypes, json, os, pathlib, shutil, subprocess, sys, tempfile, time

WINDOW, CLI = map(os.path.abspath, sys.argv[1:3])
TIMES = int(sys.argv[3]) if len(sys.argv) > 3 else 5
SCANS = os.geteuid() == 0 and "DAYBOOK_NO_SCAN" not in os.environ  # a sanitizer's memory is terabytes
for tool in ("Xvfb", "xdotool"):
    if not shutil.which(tool):
        print(f"skipped: no {tool}")
        sys.exit(4)

class Attributes(ctypes.Structure):  # XWindowAttributes up to map_state
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int), ("border", ctypes.c_int), ("depth", ctypes.c_int),
                ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("cls", ctypes.c_int), ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
                ("backing", ctypes.c_int), ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
                ("installed", ctypes.c_int), ("map_state", ctypes.c_int), ("rest", ctypes.c_long * 16)]

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
IGNORE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)  # a window that is gone is no error here
x11.XSetErrorHandler(IGNORE)
folder = pathlib.Path(tempfile.mkdtemp())
read_end, write_end = os.pipe()
server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-noreset"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
display = ":" + os.read(read_end, 16).decode().strip()
environment = {"DISPLAY": display, "HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
client = x11.XOpenDisplay(display.encode())

def require(truth, what):
    if not truth: sys.exit("FAILED: " + what)

def cli(*arguments, words=b""):
    done = subprocess.run([CLI, *arguments, "--json", "--passphrase-file", str(folder / "pass")], input=words, capture_output=True, env=environment)
    require(done.returncode == 0, done.stdout.decode() + done.stderr.decode())
    return json.loads(done.stdout)

def is_mapped(window):
    attributes = Attributes()
    return x11.XGetWindowAttributes(ctypes.c_void_p(client), ctypes.c_ulong(window), ctypes.byref(attributes)) != 0 and attributes.map_state == 2

def xdotool(*arguments): return subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, text=True).stdout

def wait_for(condition, what, seconds=20):
    limit = time.monotonic() + seconds
    while not condition():
        require(time.monotonic() < limit, what)
        time.sleep(0.01)

def open_window():
    begun = time.monotonic()
    process = subprocess.Popen([WINDOW], env=environment)
    found = []
    def has_window():
        found[:] = xdotool("search", "--pid", str(process.pid)).split()
        return found and is_mapped(int(found[-1]))
    wait_for(has_window, "no window")
    starting.append(time.monotonic() - begun)
    time.sleep(0.7)
    xdotool("windowfocus", found[-1])
    time.sleep(0.3)
    return process, int(found[-1])

def unlock():
    xdotool("type", "--delay", "15", "three random words")
    xdotool("key", "Return")
    time.sleep(1.0)

def hide(process, window):
    """Milliseconds from the key to the window being gone for others, and to the process being gone."""
    begun = time.monotonic()
    sender = subprocess.Popen(["xdotool", "key", "Escape"], env=environment)
    sender.wait()
    sent = time.monotonic()
    while is_mapped(window): require(time.monotonic() - begun < 10, "the window stays")
    unmapped = time.monotonic()
    process.wait(timeout=10)
    return (unmapped - begun) * 1000, (time.monotonic() - begun) * 1000

def ticks(process): return sum(map(int, pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]))

def hits(process, word):
    """How often a word stands in the memory that the process can write to, as UTF-8 and as code points."""
    found = 0
    with open(f"/proc/{process.pid}/maps") as maps, open(f"/proc/{process.pid}/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "/dev/" in line: continue
            begin, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(begin)
                block = memory.read(end - begin)
            except OSError: continue  # a guard page
            found += sum(block.count(word.encode(encoding)) for encoding in ("utf-8", "utf-32-le", "utf-16-le"))
    return found

starting, hidden, gone = [], [], []
try:
    record = folder / ".local/share/notes"
    record.parent.mkdir(parents=True)
    (folder / "pass").write_text("three random words\n")
    cli("create", str(record))
    (folder / ".config/notes").mkdir(parents=True)
    (folder / ".config/notes/settings.json").write_text(json.dumps({"record": str(record), "name": "Notes", "language": "en", "text": 100}))
    before = {path for path in folder.rglob("*")}
    for turn in range(TIMES):
        process, window = open_window()
        require(xdotool("getwindowname", str(window)).strip() == "Notes", "a neutral title")
        if turn == 0 and SCANS:
            xdotool("type", "--delay", "15", "three random words")
            time.sleep(0.3)
            control = hits(process, "three random words")
            for _ in range(18): xdotool("key", "BackSpace")
            time.sleep(0.3)
            after = hits(process, "random words")
            print(f"passphrase in memory: {control} while it stands in the field, {after} when it was erased")
            require(control == 1 and after == 0, "the passphrase lies about in memory")
        unlock()
        if turn == 0 and SCANS:
            after = hits(process, "random words")
            print(f"passphrase in memory: {after} when the record is open")
            require(after == 0, "the passphrase lies about in memory")
        xdotool("key", "ctrl+n")
        time.sleep(0.4)
        xdotool("type", "--delay", "15", f"unfinished {turn} ")
        if turn == 0:
            time.sleep(3)
            start = ticks(process)
            time.sleep(5)
            print(f"idle for 5 s: {(ticks(process) - start) * 1000 / os.sysconf('SC_CLK_TCK'):.0f} ms of processor time")
            peak = [line for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines() if line.startswith("VmRSS")] if os.access(f"/proc/{process.pid}/status", os.R_OK) else []
            print("resident memory:", *(line.split(":")[1].strip() for line in peak))
        else:
            time.sleep(0.2)
        milliseconds = hide(process, window)
        hidden.append(milliseconds[0])
        gone.append(milliseconds[1])
        require(process.returncode == 0, "the process ends well")
    # What was typed is there, in the order of the sittings, and nothing lies about outside of the record.
    cli("note", str(record), "--from-draft")
    text = cli("show", str(record), "1")["text"]
    require(text.strip() == " ".join(f"unfinished {turn}" for turn in range(TIMES)), f"what was typed: {text!r}")
    stray = [path for path in folder.rglob("*") if path not in before and record not in path.parents and path.name not in ("pass",)]
    stray = [path for path in stray if path.is_file() and ".cache/mesa" not in str(path)]
    require(not stray, f"files left outside: {stray}")
    print(f"start to mapped: {sorted(starting)[len(starting) // 2] * 1000:.0f} ms; Esc, with xdotool's own start, to unmapped: median {sorted(hidden)[len(hidden) // 2]:.0f}, "
          f"longest {max(hidden):.0f} ms; to the end of the process: longest {max(gone):.0f} ms; {TIMES} times")
finally:
    server.terminate()
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)
