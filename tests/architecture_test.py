#!/usr/bin/env python3
"""Holds the edges of the architecture: which folder may include which, and which library belongs to which folder. Also the
words that the program never uses, that no host name stands anywhere, and that no test is skipped within a check. Usage: architecture_test.py ROOT"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
MAY_INCLUDE = {
    "crypto": set(),
    "vault/store": {"crypto"},
    "vault/log": {"crypto", "vault/store"},
    "vault/record": {"crypto", "vault/store", "vault/log"},
    "vault/sandbox": {"crypto"},
    "vault/sandbox/picture_reader": {"crypto", "vault/sandbox", "vault/sandbox/lockdown"},
    "vault/sandbox/copy_reader": {"crypto", "vault/sandbox", "vault/sandbox/lockdown", "vault/bundle/check"},
    "vault/sandbox/lockdown": {"crypto", "vault/sandbox"},
    # What runs in the process without keys knows no record, no database and no intake.
    "vault/bundle/check": {"crypto", "vault/store", "vault/log", "vault/sandbox"},
    "vault/intake": {"crypto", "vault/store", "vault/log", "vault/record", "vault/sandbox", "vault/sandbox/picture_reader"},
    "vault/bundle": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/sandbox", "vault/bundle/check"},
    "vault/backup": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle"},
    "ui/words": {"crypto", "vault/store", "vault/log", "vault/record", "vault/bundle/check"},
    "ui/text": {"crypto"},
    "ui/report": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle", "vault/bundle/check", "ui/words"},
    "ui/model": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle", "vault/bundle/check", "vault/backup", "ui/report", "ui/words"},
    "ui/desktop": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle", "vault/bundle/check", "ui/text", "ui/report", "ui/model", "ui/words"},
    "ui/shell": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle", "vault/bundle/check", "ui/text", "ui/report", "ui/model", "ui/words", "ui/desktop"},
    "ui/cli": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle", "vault/bundle/check", "vault/backup", "ui/report", "ui/model", "ui/words"},
}
LIBRARY_HOMES = {
    "sodium.h": ["crypto"], "openssl/": ["crypto"], "sqlite3.h": ["vault/store"], "imgui": ["ui/desktop", "ui/shell"], "GLFW/": ["ui/shell"],
    "CLI/": ["ui/cli"],
    "jpeglib.h": ["vault/sandbox/picture_reader"], "png.h": ["vault/sandbox/picture_reader", "vault/intake/screen_picture.cpp"], "webp/": ["vault/sandbox/picture_reader", "vault/intake/small_picture.cpp"], "gif_lib.h": ["vault/sandbox/picture_reader"], "libheif/": ["vault/sandbox/picture_reader"],
    "libexif/": ["vault/sandbox/picture_reader"], "seccomp.h": ["vault/sandbox/lockdown"], "nlohmann/": ["vault/log"],
    "hb": ["ui/text"], "fribidi": ["ui/text"], "ft2build.h": ["ui/text"], "linebreak.h": ["ui/text"], "date/": ["vault/log", "vault/record/said_days.cpp"],
}
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "crypto", "vault", "ui", "tests", "packaging", "build"}
# Waiting primitives that lose wake-ups on one of our platforms, and names that say nothing.
FORBIDDEN_CODE = re.compile(r"std::(latch|barrier|counting_semaphore|binary_semaphore|stop_token)|\batomic_wait\b|#include <(sys/socket|netdb|netinet|arpa)")
FORBIDDEN_WORDS = re.compile(r"tamper-?proof|\bauthentic\b|\bforensic|\badmissible\b|100 ?% safe", re.I)
faults = []

def folder_of(path):
    parts = path.relative_to(root).parts[:-1]
    return home_of("/".join(parts))

def home_of(folder):
    """The folder with edges of its own that a path lies in."""
    while folder not in MAY_INCLUDE: folder = folder.rpartition("/")[0]
    return folder

sources = [p for top in ("crypto", "vault", "ui") for p in (root / top).rglob("*") if p.suffix in (".cpp", ".h")]
for path in sources:
    folder, text, name = folder_of(path), path.read_text(), path.relative_to(root)
    for target in re.findall(r'#include "([^"]+)"', text):
        home = home_of(target.rpartition("/")[0])
        if home != folder and home not in MAY_INCLUDE[folder]: faults.append(f"{name} must not include {target}")
    for target in re.findall(r"#include <([^>]+)>", text):
        for library, homes in LIBRARY_HOMES.items():
            if target.startswith(library) and folder not in homes and str(name) not in homes: faults.append(f"{name} must not include <{target}>")
        is_platform = re.match(r"(unistd|fcntl|termios|signal|time)\.h$|sys/|windows\.h$", target)
        if is_platform and not name.stem.endswith(("_linux", "_windows")): faults.append(f"{name}: <{target}> belongs into a _linux.cpp")
    if FORBIDDEN_CODE.search(text): faults.append(f"{name}: {FORBIDDEN_CODE.search(text)[0]} is not used here")
    if FORBIDDEN_WORDS.search(text): faults.append(f"{name}: the word '{FORBIDDEN_WORDS.search(text)[0]}'")
    if folder.startswith("ui/") and re.search(r"\bproof", text, re.I): faults.append(f"{name}: the word 'proof'")
    if path.suffix == ".cpp" and len(text.splitlines()) > 330: faults.append(f"{name} has {len(text.splitlines())} lines")
    if path.suffix == ".h" and "#pragma once" not in text: faults.append(f"{name}: no #pragma once")

for path in root.iterdir():
    if path.name not in TOP_LEVEL and not path.name.startswith("."): faults.append(f"{path.name} does not belong at the top")
HOST = re.compile(r"https?://[a-z0-9.-]+", re.I)
for top in ("crypto", "vault", "ui", "packaging", "tests"):
    for path in (root / top).rglob("*"):
        if not path.is_file() or path.suffix in (".age", ".zip", ".tsr") or "data" in path.parts or path == pathlib.Path(__file__).resolve(): continue
        found = HOST.search(path.read_text(errors="replace"))
        # A JSON schema names its dialect by an address that nobody fetches.
        if found and "json-schema.org" not in found[0]: faults.append(f"{path.relative_to(root)}: host name {found[0]}")

# A check takes every exception for a failure, a skip too: what may skip is called in a statement of its own.
for path in (root / "tests").rglob("*.cpp"):
    text, may_skip = path.read_text(), {"SKIP", "corpus"}
    for name, body in re.findall(r"^\w[^;{}\n]*?\b(\w+)\([^;{}]*\) (?:const )?\{\n(.*?)^\}", text, re.M | re.S):
        if name != "TEST_CASE" and re.search(r"\b(SKIP|corpus)\(", body): may_skip.add(name)
    for check in re.findall(r"\b(?:CHECK|REQUIRE)\w*\((.*?)\);\n", text, re.S):
        if found := re.search(rf"\b({'|'.join(may_skip)})\(", check): faults.append(f"{path.relative_to(root)}: {found[1]} may skip, within a check")

print("\n".join(faults) or f"{len(sources)} files keep to the architecture")
sys.exit(1 if faults else 0)
