#!/usr/bin/env python3
"""Has the kernel count what a record does to its medium, with strace, and holds that against what the recording shim of the fault
sweep wrote down. An operation that the shim does not see would never be made to fail. Usage: operations_test.py FAULT-TESTS"""
import collections, os, pathlib, re, shutil, subprocess, sys, tempfile
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from skipped import skipped

CALLS = "write,pwrite64,pwritev,writev,ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,copy_file_range,sendfile,openat,open,creat,mmap"
KINDS = {"write": "write", "pwrite64": "write", "pwritev": "write", "writev": "write", "copy_file_range": "write", "sendfile": "write", "fallocate": "write",
         "ftruncate": "truncate", "truncate": "truncate", "rename": "rename", "renameat": "rename", "renameat2": "rename", "link": "rename", "linkat": "rename", "symlink": "rename",
         "unlink": "remove", "unlinkat": "remove", "rmdir": "remove", "mkdir": "make folder", "mkdirat": "make folder"}

if not shutil.which("strace"):
    skipped("no strace")
    sys.exit(4)
with tempfile.NamedTemporaryFile("r", suffix=".strace") as trace:
    run = subprocess.run(["strace", "-f", "-y", "-s", "64", "-e", f"trace={CALLS}", "-o", trace.name, sys.argv[1], "[.count]"], capture_output=True, text=True,
                         env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})  # the leak check does not work under strace
    lines = trace.read().splitlines()
if run.returncode != 0: sys.exit(run.stdout + run.stderr)

recorded, created, roots = collections.Counter(), set(), set()
for line in run.stdout.splitlines():
    if line.startswith("ROOT "): roots.add(line[5:])
    match = re.match(r"DID (make folder|create|write|truncate|sync folder|sync|rename|remove) (.*)", line)
    if match:
        recorded[match[1]] += 1
        if match[1] == "create": created.add(match[2].strip())
root = roots.pop()

def path_of(arguments):
    """The path that an openat() names: whole, or from the folder whose descriptor it is given."""
    folder, name = re.match(r'(?:[\w-]+<([^>]*)>, )?"([^"]*)"', arguments).groups()
    return name if name.startswith("/") else f"{folder}/{name}"

seen, opened, unknown = collections.Counter(), set(), []
for line in lines:
    match = re.match(r"(?:\d+ +)?(\w+)\((.*)", line)
    if not match or root + "/" not in line and root + ">" not in line and root + '"' not in line: continue
    call, rest = match[1], match[2]
    if re.search(r"= -1 E", rest): continue
    if call in ("fsync", "fdatasync"):
        path = re.match(r"\d+<([^>]*)>", rest)[1]
        seen["sync folder" if "O_DIRECTORY" in line or not re.search(r"/(records|records-journal|records-next|records-next-journal|header|draft|lock|copy-|backup-|[0-9a-f]{32}|[0-9]{6}[.]txt|made|manifest|READ|HOW|START)[^/]*$", path) else "sync"] += 1
    elif call in ("openat", "open", "creat"):
        if "O_CREAT" in rest and path_of(rest).startswith(root + "/"): opened.add(path_of(rest)[len(root) + 1:])
    elif call == "mmap":
        if "MAP_SHARED" in rest and "PROT_WRITE" in rest: unknown.append(line)
    elif call == "sync_file_range": pass  # asks for work ahead of time and promises nothing
    elif "/counted" in rest and call in ("rename", "renameat", "renameat2") and rest.count(root + '"'): pass  # the test's own
    else: seen[KINDS[call]] += 1

bad = [f"{kind}: the kernel saw {count}, the shim {recorded[kind]}" for kind, count in sorted(seen.items()) if count > recorded[kind]]
bad += [f"created and not seen by the shim: {path}" for path in sorted(opened - created) if not re.match(r"record/(records|records-journal|lock)$|restored[^/]*/(records|lock)$|record\.new", path)]
bad += [f"a shared mapping that can be written: {line}" for line in unknown]
print(", ".join(f"{kind} {recorded[kind]} (kernel {seen[kind]})" for kind in sorted(set(seen) | set(recorded)) if kind != "create"))
print(f"{sum(recorded.values())} operations written down; " + ("the kernel saw no more" if not bad else "; ".join(bad)))
sys.exit(1 if bad else 0)
