#!/usr/bin/env python3
"""kill -9 at random moments of create, add, note, export and passphrase change. Afterwards the record must open, everything that
was acknowledged must be there and match, and nothing half done may show. Usage: kill_test.py CLI-WITH-CHEAP-PASSWORD-HASH [MOMENTS]
The seed is printed; give it again as DAYBOOK_TEST_SEED."""
import json, os, pathlib, random, re, shutil, signal, subprocess, sys, tempfile, time

CLI, MOMENTS = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200
SEED = int(os.environ.get("DAYBOOK_TEST_SEED") or random.SystemRandom().randrange(1 << 32))
print(f"seed {SEED} (repeat with DAYBOOK_TEST_SEED)")
rng = random.Random(SEED)
folder = pathlib.Path(tempfile.mkdtemp())
passphrases = ["three random words", "quite another one"]
for number, words in enumerate(passphrases): (folder / f"pass{number}").write_text(words + "\n")
for number in range(4): (folder / f"large{number}").write_bytes(rng.randbytes(1_500_000))
record, current, acknowledged, longest, killed = folder / "record", 0, {}, {}, 0

def run(*arguments, words=b"", which=None):
    command = [CLI, *map(str, arguments), "--json", "--passphrase-file", str(folder / f"pass{current if which is None else which}")]
    done = subprocess.run(command, input=words, capture_output=True, cwd=folder)
    return done.returncode, json.loads(done.stdout) if done.stdout else {}

def killed_run(kind, *arguments, words=b""):
    """Runs and kills at a random moment of what such a run takes. The object that it printed, if it had come that far."""
    global killed
    command = [CLI, *map(str, arguments), "--json", "--passphrase-file", str(folder / f"pass{current}")]
    (folder / "words").write_bytes(words)
    start = time.monotonic()
    with open(folder / "words", "rb") as standard_input:
        process = subprocess.Popen(command, stdin=standard_input, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder)
    limit = rng.random() * longest.get(kind, 0.15) * 1.15
    try:
        out, _ = process.communicate(timeout=limit)
        longest[kind] = 0.7 * longest.get(kind, 0) + 0.3 * (time.monotonic() - start) if kind in longest else time.monotonic() - start
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        out, _ = process.communicate()
        killed += 1
        longest.setdefault(kind, 0.15)
        if limit > 0.9 * longest[kind]: longest[kind] *= 1.3
    return json.loads(out) if out.endswith(b"\n") else None

def require(truth, what):
    if not truth: sys.exit(f"LOST after {killed} kills (seed {SEED}): {what}")

def check_record():
    global current
    code, listed = run("list", record, "--limit", "100000")
    if code == 3:  # a passphrase change may have come through without having been acknowledged
        current = 1 - current
        code, listed = run("list", record, "--limit", "100000")
    require(code == 0, f"does not open: {listed}")
    there = {item["item"] for item in listed["items"]}
    require(set(acknowledged) <= there, f"items {set(acknowledged) - there}")
    code, report = run("check", record)
    require(code == 0 and not report["findings"] and not report["unknown_objects"], f"check: {report}")

def one_moment(number):
    global current
    kind = rng.choice(["create", "words", "file", "file", "export", "passwd"])
    if kind == "create":
        target = folder / f"created{number}"
        if killed_run(kind, "create", target):
            require(run("list", target)[0] == 0, "a record that was acknowledged")
        elif target.exists():
            require(run("list", target)[0] == 0, "a record under the name that was asked for is a whole one")
    elif kind == "words":
        done = killed_run(kind, "add", record, "--words", words=f"words number {number}".encode())
        if done: acknowledged[done["items"][0]["item"]] = f"words number {number}"
    elif kind == "file":
        content = rng.randbytes(rng.choice([10, 3000, 300_000, 2_000_000]))
        (folder / "file").write_bytes(content)
        done = killed_run(kind, "add", record, "file")
        if done: acknowledged[done["items"][0]["item"]] = content
    elif kind == "export":
        out = folder / f"out{number}"
        out.mkdir()
        some = rng.sample(sorted(acknowledged), min(3, len(acknowledged)))
        killed_run(kind, "export", record, *some, "--to", out, "--unlocked")
        for copy in out.glob("copy-*.zip"):  # whatever has the name of a copy is a whole one
            require(run("verify", copy)[0] == 0, f"{copy} looks whole and is not")
        run("list", record)
        require(not list(out.glob("*.unfinished")), "the next opening takes away what was not finished")
        shutil.rmtree(out)
    elif kind == "passwd":
        done = killed_run(kind, "passwd", record, "--new-passphrase-file", f"pass{1 - current}")
        if done:
            require(run("list", record)[0] == 3, "the old passphrase opens no more")
            current = 1 - current
    check_record()

try:
    require(run("create", record)[0] == 0, "create")
    for number in range(4): acknowledged[run("add", record, f"large{number}")[1]["items"][0]["item"]] = (folder / f"large{number}").read_bytes()
    number = 0
    while killed < MOMENTS:
        one_moment(number)
        number += 1
    for item, content in acknowledged.items():
        saved = folder / "saved"
        require(run("show", record, item, "--save", saved)[0] == 0, f"item {item}")
        require(saved.read_bytes() == (content.encode() if isinstance(content, str) else content), f"content of {item}")
        saved.unlink()
    unfinished = sum(entry["type"] == "export-unfinished" for entry in run("log", record)[1]["entries"])
    print(f"killed at {killed} moments of {number} runs; {len(acknowledged)} acknowledged items are all there; {unfinished} exports recorded as unfinished")
finally:
    shutil.rmtree(folder, ignore_errors=True)
