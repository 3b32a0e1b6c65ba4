#!/usr/bin/env python3
"""Holds the edges of the architecture: which folder may include which, and which library belongs to which folder. Also the
words that the program never uses, that no host name stands anywhere, that what one operating system alone has stands in its own
files, and that no test is skipped within a check. Usage: architecture_test.py ROOT"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
MAY_INCLUDE = {
    "crypto": set(),
    "vault/store": {"crypto"},
    "vault/log": {"crypto", "vault/store"},
    "vault/record": {"crypto", "vault/store", "vault/log"},
    "vault/sandbox": {"crypto"},
    "vault/sandbox/picture_reader": {"crypto", "vault/sandbox", "vault/sandbox/lockdown"},
    "vault/sandbox/media_reader": {"crypto", "vault/sandbox", "vault/sandbox/lockdown"},
    "vault/sandbox/copy_reader": {"crypto", "vault/sandbox", "vault/sandbox/lockdown", "vault/bundle/check"},
    "vault/sandbox/archive_reader": {"crypto", "vault/sandbox", "vault/sandbox/lockdown", "vault/store"},
    "vault/sandbox/lockdown": {"crypto", "vault/sandbox"},
    # What runs in the process without keys knows no record, no database and no intake.
    "vault/bundle/check": {"crypto", "vault/store", "vault/log", "vault/sandbox"},
    "vault/intake/chat": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake"},
    "vault/intake": {"crypto", "vault/store", "vault/log", "vault/record", "vault/sandbox", "vault/sandbox/picture_reader", "vault/sandbox/media_reader", "vault/sandbox/archive_reader"},
    "vault/bundle": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/intake/chat", "vault/sandbox", "vault/bundle/check"},
    "vault/backup": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle"},
    "ui/words": {"crypto", "vault/store", "vault/log", "vault/record", "vault/bundle/check"},
    "ui/text": {"crypto"},
    "ui/report": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/bundle", "vault/bundle/check", "ui/words", "ui/text"},
    "ui/model": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/intake/chat", "vault/bundle", "vault/bundle/check", "vault/backup", "ui/report", "ui/words"},
    "ui/desktop": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/intake/chat", "vault/bundle", "vault/bundle/check", "ui/text", "ui/report", "ui/model", "ui/words"},
    "ui/shell": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/intake/chat", "vault/bundle", "vault/bundle/check", "ui/text", "ui/report", "ui/model", "ui/words", "ui/desktop"},
    "ui/cli": {"crypto", "vault/store", "vault/log", "vault/record", "vault/intake", "vault/intake/chat", "vault/bundle", "vault/bundle/check", "vault/backup", "ui/report", "ui/model", "ui/words"},
}
LIBRARY_HOMES = {
    "sodium.h": ["crypto"], "openssl/": ["crypto"], "sqlite3.h": ["vault/store"], "imgui": ["ui/desktop", "ui/shell"], "GLFW/": ["ui/shell"],
    "CLI/": ["ui/cli"],
    "jpeglib.h": ["vault/sandbox/picture_reader"], "png.h": ["vault/sandbox/picture_reader", "vault/intake/screen_picture.cpp"], "webp/": ["vault/sandbox/picture_reader", "vault/intake/small_picture.cpp"], "gif_lib.h": ["vault/sandbox/picture_reader"], "libheif/": ["vault/sandbox/picture_reader"],
    "taglib/": ["vault/sandbox/media_reader"], "qpdf/": ["vault/sandbox/media_reader"], "seccomp.h": ["vault/sandbox/lockdown"], "nlohmann/": ["vault/log"],
    "hb": ["ui/text"], "fribidi": ["ui/text"], "ft2build.h": ["ui/text"], "linebreak.h": ["ui/text"], "date/": ["vault/log", "vault/record/calendar.cpp"],
}
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "crypto", "vault", "ui", "tests", "packaging", "build"}
# Waiting primitives that lose wake-ups on one of our platforms, and names that say nothing.
FORBIDDEN_CODE = re.compile(r"std::(latch|barrier|counting_semaphore|binary_semaphore|stop_token)|\batomic_wait\b|#include <(sys/socket|netdb|netinet|arpa)")
# What Linux alone has: headers; functions and types by name, and every call that is marked as one of the global namespace; places
# and variables; a path that is taken for bytes; and the question which system this is.
SYSTEM_HEADER = re.compile(r"(unistd|fcntl|termios|signal|time|poll|spawn|sched|dirent|pwd|grp|dlfcn)\.h$|(sys|linux|X11|systemd|fontconfig)/|windows\.h$")
SYSTEM_CODE = re.compile(r"""
    (?<![\w.>]) (?:std::)? (?:secure_getenv|getenv|setenv|unsetenv|environ|v?fork|posix_spawnp?|exec[lv]p?e?|waitpid|popen|pclose|fopen|get(?:p?p|e?u|e?g)id|getpwuid|isatty|fileno
        |mmap|munmap|mlock|madvise|prctl|setrlimit|sysconf|readlink|realpath|opendir|readdir|mkdir|rmdir|unlink|chmod|umask|fsync|flock|ftruncate|lseek|pread|pwrite|dup2?|pipe2|mkstemp
        |sigaction|usleep|nanosleep|clock_gettime|gettimeofday|localtime(?:_r)?|gmtime(?:_r)?|timegm|mktime|strerror(?:_r)?|dlopen|dlsym|Fc[A-Z]\w+) \s* [(;\[]
    | (?<![\w>)]) :: [a-z]\w* \(
    | \b (?:ssize_t|off(?:64)?_t|[ugp]id_t|mode_t|errno|O_RDONLY|SIG[A-Z]{3,}) \b
    | " / (?:proc|dev|sys|run|media|mnt|home|usr|etc|var|tmp) ["/]
    | "(?:HOME|USER|PATH|LANG|DISPLAY|TZ|XDG_\w+)"
    | \. (?:native|string|generic_string) \( \)
    | [Pp]ath (?:\([^()]*\))? \.c_str \( \)
    | \# \s* (?:if|elif) .* (?:_WIN32|__linux__|__unix__|__MINGW)""", re.X)
PLANTED = ['std::getenv("HOME")', "::open(name", "::close(m_file)", "= ::rename(", "fork()", "posix_spawn(&child", "uid_t owner", "FcInit()", 'list("/proc/self/fd")', '"/media"', '"/home/"',
    "name.native().size()", "path.string()", "sqlite3_open(path.c_str()", "entry.path().c_str()", "errno == 4", '"XDG_DATA_HOME"', "#ifdef _WIN32", "#if defined(__linux__)", "isatty (0)"]
PASSES = ["vault::open(x)", "files.rename(a, b)", "Fonts::open(Entry&", "f->close()", "m_app.poll()", "text.c_str()", "u8string()", 'tr("Home")', "utf8proc_ssize_t n", "void fork_of(x)", '"/"', "#if 0"]
FORBIDDEN_WORDS = re.compile(r"tamper-?proof|\bauthentic\b|\bforensic|\badmissible\b|100 ?% safe", re.I)
faults = []

def folder_of(path):
    parts = path.relative_to(root).parts[:-1]
    return home_of("/".join(parts))

def home_of(folder):
    """The folder with edges of its own that a path lies in."""
    while folder not in MAY_INCLUDE: folder = folder.rpartition("/")[0]
    return folder

for line in PLANTED + PASSES:
    if (line in PLANTED) != bool(SYSTEM_CODE.search(line)): faults.append(f"this test judges {line} wrongly")

sources = [p for top in ("crypto", "vault", "ui") for p in (root / top).rglob("*") if p.suffix in (".cpp", ".h")]
for path in sources:
    folder, text, name = folder_of(path), path.read_text(), path.relative_to(root)
    is_system = name.stem.endswith(("_linux", "_windows"))
    for target in re.findall(r'#include "([^"]+)"', text):
        home = home_of(target.rpartition("/")[0])
        if home != folder and home not in MAY_INCLUDE[folder]: faults.append(f"{name} must not include {target}")
    for target in re.findall(r"#include <([^>]+)>", text):
        for library, homes in LIBRARY_HOMES.items():
            if target.startswith(library) and folder not in homes and str(name) not in homes: faults.append(f"{name} must not include <{target}>")
        if SYSTEM_HEADER.match(target) and not is_system: faults.append(f"{name}: <{target}> belongs into a _linux.cpp")
    if is_system and not (path.with_suffix(".h").exists() or path.with_stem(re.sub("_[a-z]+$", "", path.stem)).with_suffix(".h").exists()): faults.append(f"{name} lies beside no header")
    for line in ([] if is_system else text.splitlines()):
        if found := SYSTEM_CODE.search(line.partition("//")[0]): faults.append(f"{name}: {found[0].strip()} belongs into a _linux.cpp")
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
