#!/usr/bin/env python3
"""What an outsider finds after each command: every file in home, temp, the working folder and the record, the memory of the
process while it runs, core dumps. A kept word must be nowhere. The controls: in the memory of the process while it has the word,
and in a file that was saved in clear on purpose, it is found. Usage: leak_test.py CLI-WITH-CHEAP-PASSWORD-HASH"""
import os, pathlib, random, shutil, signal, string, subprocess, sys, tempfile, time
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from skipped import skipped

CLI = os.path.abspath(sys.argv[1])
folder = pathlib.Path(tempfile.mkdtemp())
for name in ("home", "temp", "work"): (folder / name).mkdir()
record, secrets = folder / "work" / "record", folder / "secrets"
secrets.mkdir()
word = "".join(random.SystemRandom().choices(string.ascii_lowercase, k=20))
passphrase = "".join(random.SystemRandom().choices(string.ascii_lowercase, k=24))
needles = [form for text in (word, passphrase) for form in (text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le"), text.upper().encode())]
environment = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "temp"), "PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(folder / "home" / ".cache")}

def hits_in_files():
    found = []
    for top in ("home", "temp", "work"):
        for path in (folder / top).rglob("*"):
            if path.is_file() and any(needle in path.read_bytes() for needle in needles): found.append(str(path.relative_to(folder)))
    return found

def hits_in_memory(process):
    """Writable memory of a process that is running, read from outside. None where this may not be done."""
    hits = 0
    try:
        with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb") as memory:
            for line in maps:
                if " rw" not in line or "[v" in line: continue
                begin, end = (int(part, 16) for part in line.split()[0].split("-"))
                try:
                    memory.seek(begin)
                    block = memory.read(end - begin)
                except (OSError, ValueError): continue
                hits += sum(block.count(needle) for needle in needles)
    except (PermissionError, ProcessLookupError): return None
    return hits

def run(*arguments, words=b"", expect=0):
    (secrets / "pass").write_text(passphrase + "\n")
    done = subprocess.run([CLI, *map(str, arguments), "--passphrase-file", str(secrets / "pass")], input=words, capture_output=True, cwd=folder / "work", env=environment)
    if done.returncode != expect: sys.exit(f"{arguments}: {done.returncode} {done.stderr.decode()}")
    return done.stdout

try:
    run("create", record)
    steps = [("words", lambda: run("add", record, "--words", "--who", word, words=f"a sentence with {word}".encode())),
             ("note", lambda: run("note", record, "--about", "1", words=f"what {word} means".encode())),
             ("rewrite", lambda: run("note", record, "--rewrite", "2", words=f"more of {word}".encode())),
             ("list", lambda: run("list", record)), ("search", lambda: run("search", record, word)), ("show", lambda: run("show", record, "1")),
             ("answer", lambda: run("answer", record, "1", "--title", word)), ("tag", lambda: run("tag", record, "1", "--add", word)),
             ("log", lambda: run("log", record)), ("check", lambda: run("check", record)),
             ("locked copy", lambda: (folder / "work" / "stick").mkdir() or run("export", record, "1", "2", "--to", "stick", "--with-passphrase", "--for", word)),
             ("backup", lambda: run("backup", record, "--to", "stick")), ("backup folder", lambda: run("backup", record, "--update", "stick/safe")),
             ("restore", lambda: run("restore", "stick/safe", "--to", "back")), ("merge", lambda: run("restore", "stick/safe", "--into", record)),
             ("salvage", lambda: run("salvage", record, "--to", "salvaged", "--new-passphrase-file", str(secrets / "pass"))),
             ("remove", lambda: run("remove", record, "1", "--yes"))]
    for name, step in steps:
        step()
        if found := hits_in_files(): sys.exit(f"LEAK after {name}: {found}")
    print(f"{len(steps)} commands: 0 files hold the word or the passphrase")

    # While a note is being typed the process has the word: the control. It ends without a core dump, and it is gone.
    process = subprocess.Popen([CLI, "note", str(record), "--passphrase-file", str(secrets / "pass")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder / "work", env=environment)
    process.stdin.write(f"typed: {word}".encode()); process.stdin.flush()
    for _ in range(100):
        time.sleep(0.05)
        control = hits_in_memory(process.pid)
        if control is None or control > 0: break
    if control is None: skipped("the memory of another process cannot be read here")
    elif control == 0: sys.exit("the control was not found: this test shows nothing")
    else: print(f"control: {control} hits in the memory of the process while it has the word")
    process.send_signal(signal.SIGSEGV)
    process.wait()
    if found := hits_in_files(): sys.exit(f"LEAK after a crash: {found}")
    cores = [path for path in (folder / "work").glob("core*")]
    if cores: sys.exit(f"a core dump: {cores}")
    run("show", record, "2", "--save", "in-clear.txt")
    if hits_in_files() != ["work/in-clear.txt"]: sys.exit("the control in a file was not found")
    print("control: a file that was saved in clear is found; after a crash nothing is, and there is no core dump")
finally:
    shutil.rmtree(folder, ignore_errors=True)
