#!/usr/bin/env python3
"""kill -9 while a file of 3 GiB, two segments of the true size, is added. Afterwards the record opens, holds all of it or nothing
of it, and no half of it takes room. Usage: large_kill_test.py CLI-WITH-CHEAP-PASSWORD-HASH [MOMENTS]
The seed is printed; give it again as DAYBOOK_TEST_SEED."""
import json, os, pathlib, random, shutil, subprocess, sys, tempfile, time
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from skipped import skipped

CLI, MOMENTS = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 12
SEED = int(os.environ.get("DAYBOOK_TEST_SEED") or random.SystemRandom().randrange(1 << 32))
print(f"seed {SEED} (repeat with DAYBOOK_TEST_SEED)")
rng = random.Random(SEED)
SIZE = 3 << 30
folder = pathlib.Path(tempfile.mkdtemp())
if shutil.disk_usage(folder).free < 4 * SIZE:
    skipped("this needs 12 GiB of room")
    sys.exit(4)
(folder / "pass").write_text("three random words\n")

def command(*arguments): return [CLI, *map(str, arguments), "--json", "--passphrase-file", str(folder / "pass")]
def run(*arguments):
    done = subprocess.run(command(*arguments), capture_output=True, cwd=folder)
    return done.returncode, json.loads(done.stdout) if done.stdout else {}
def require(truth, what):
    if not truth: sys.exit(f"FAILED (seed {SEED}): {what}")
def stored(): return sum(file.stat().st_blocks * 512 for file in (folder / "record" / "objects").rglob("*") if file.is_file())

try:
    require(run("create", "record")[0] == 0, "create")
    with open(folder / "film", "wb") as film:
        film.truncate(SIZE)
        for at in range(0, SIZE, SIZE // 64):
            film.seek(at)
            film.write(rng.randbytes(4096))
    start, longest, whole = time.monotonic(), None, 0
    for moment in range(MOMENTS):
        process = subprocess.Popen(command("add", "record", "film", "--again"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder)
        limit = rng.random() * (longest or 20)
        begun = time.monotonic()
        try:
            process.communicate(timeout=limit)
            longest = time.monotonic() - begun
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        code, listed = run("list", "record")
        require(code == 0, f"does not open: {listed}")
        whole = len(listed["items"])
        # The same content is one object, however often it was added.
        require(stored() >= SIZE if whole else stored() == 0, f"{stored()} bytes lie there for {whole} items")
    require(run("add", "record", "film")[0] == 0, "adding it whole")
    code, report = run("check", "record")
    require(code == 0 and not report["findings"] and not report["unknown_objects"], f"check: {report}")
    require(run("show", "record", "1", "--save", "saved")[0] == 0, "show")
    require(subprocess.run(["cmp", "film", "saved"], cwd=folder).returncode == 0, "the content")
    print(f"3 GiB in segments: killed at {MOMENTS} moments, all or nothing each time; whole afterwards; {time.monotonic() - start:.0f} s")
finally:
    shutil.rmtree(folder, ignore_errors=True)
