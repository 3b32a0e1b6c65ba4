#!/usr/bin/env python3
"""Backup and restore of a large record: time and peak memory of each step, side by side with cp. The content is sparse on the source
side and full size everywhere else. Needs four times the size on the disk of the folder. Usage: bench_backup.py CLI GIB [FOLDER]"""
import os, pathlib, resource, shutil, subprocess, sys, tempfile, time

CLI, GIB = os.path.abspath(sys.argv[1]), int(sys.argv[2])
folder = pathlib.Path(tempfile.mkdtemp(dir=sys.argv[3] if len(sys.argv) > 3 else None))
(folder / "pass").write_text("three random words\n")

def measured(name, *command):
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0: sys.exit(f"{name} failed: {os.waitstatus_to_exitcode(status)}")
    print(f"{name:46} {time.monotonic() - start:8.1f} s  {GIB * 1024 / (time.monotonic() - start):8.0f} MiB/s  peak {usage.ru_maxrss / 1024:6.0f} MiB", flush=True)

def cli(name, *arguments): measured(name, CLI, *arguments, "--passphrase-file", "pass")

try:
    with open(folder / "film", "wb") as film:
        film.truncate(GIB << 30)
        for at in range(0, GIB << 30, 64 << 20):  # a little of something in every 64 MiB
            film.seek(at)
            film.write(os.urandom(4096))
    cli("create", "create", "record")
    cli("add", "add", "record", "film")
    measured("cp of the record + sync, to compare", "sh", "-c", "cp -r record copy && sync && rm -r copy")
    os.mkdir(folder / "stick")
    cli("backup into a folder, first time", "backup", "record", "--update", "stick/safe")
    cli("backup into a folder, nothing new", "backup", "record", "--update", "stick/safe")
    measured("check-backup", CLI, "check-backup", "stick/safe")
    cli("restore", "restore", "stick/safe", "--to", "back")
    shutil.rmtree(folder / "back"), shutil.rmtree(folder / "stick" / "safe")
    cli("backup as one file, in parts", "backup", "record", "--to", "stick")
    first = next(path for path in sorted((folder / "stick").iterdir()))
    cli("restore from the parts", "restore", str(first), "--to", "back")
    cli("check of what was restored", "check", "back")
finally:
    shutil.rmtree(folder, ignore_errors=True)
