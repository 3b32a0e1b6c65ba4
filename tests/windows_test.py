#!/usr/bin/env python3
"""Compiles what is the same on every system with a compiler for Windows. Nothing is linked or run, so what a port has to write
need not be there. Beside what Windows does not have, this finds text that becomes a path, or a path that becomes text, by the code
page of the computer, not by from_utf8() and to_utf8(): that compiles there, and is wrong for every name beyond ASCII. Usage: windows_test.py ROOT SOURCES WORK"""
import concurrent.futures, os, pathlib, re, shutil, subprocess, sys

root, pinned, work = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
sys.path.insert(0, str(root / "tests/support"))
from skipped import skipped

COMPILER = "x86_64-w64-mingw32-g++-posix"
NEUTRAL = ["crypto", "vault", "ui/words", "ui/report", "ui/model", "ui/cli"]
ELSEWHERE = ["vault/sandbox/picture_reader", "vault/sandbox/media_reader"]  # take files apart with libraries that are not built for Windows yet
# Headers that are alike on both systems, one by one: what else lies in the folder of Linux must not be found.
SYSTEM_HEADERS = ["sodium.h", "sodium", "fmt", "nlohmann", "date", "CLI", "zxcvbn.h", "zlib.h", "zconf.h", "libdeflate.h", "webp", "png.h", "pngconf.h", "pnglibconf.h"]
PINNED_HEADERS = ["npm/node_modules/@journeyapps/sqlcipher/deps/sqlcipher-amalgamation/sqlite3.h", "utf8proc/utf8proc.h"]
# Taken out of the compiler's own <filesystem>: on Windows these read what they are given in the code page.
NARROW = """
    path(const std::string&, format = auto_format) = delete;
    path(std::string_view, format = auto_format) = delete;
    path& operator=(const std::string&) = delete;
    path& operator/=(const std::string&) = delete;
    path& operator+=(const std::string&) = delete;
"""

PLANTED = ["void planted(std::vector<std::filesystem::path>& list, std::string text) { list.emplace_back(text); }", "int planted() { return ::fsync(3); }",
    "std::filesystem::path planted(std::filesystem::path folder, std::string_view name) { return folder / name; }", "auto planted(std::filesystem::path path) { return path.string(); }"]

def lay_out(headers):
    """A folder of headers for the compiler to look in first."""
    shutil.rmtree(headers, ignore_errors=True)
    (headers / "openssl").mkdir(parents=True)
    (headers / "bits").mkdir()
    for name in SYSTEM_HEADERS: (headers / name).symlink_to(f"/usr/include/{name}")
    for name in PINNED_HEADERS: (headers / pathlib.Path(name).name).symlink_to(pinned / name)
    for folder in ("/usr/include/openssl", "/usr/include/x86_64-linux-gnu/openssl"):
        for header in pathlib.Path(folder).glob("*.h"): (headers / "openssl" / header.name).symlink_to(header)
    found = subprocess.run([COMPILER, "-std=c++20", "-x", "c++", "-E", "-include", "filesystem", os.devnull], capture_output=True, text=True, check=True)
    text, first = pathlib.Path(re.search(r'"([^"]*bits/fs_path\.h)"', found.stdout)[1]).read_text(), "    path() noexcept { }\n"
    assert text.count(first) == 1, "the <filesystem> of this compiler is not one that this test knows"
    text = re.sub(r"    (std::string\s+(?:generic_)?string\(\) const;)", r'    [[deprecated("a path becomes text by to_utf8()")]] \1', text.replace(first, first + NARROW))
    (headers / "bits/fs_path.h").write_text(text)

def compile_one(source):
    """What the compiler complains of. An object is made only where ccache can keep the answer for the next time."""
    # Unoptimised, the names of every action and event in the router are longer together than an object may hold.
    effort = "-O1" if source.endswith("model/router.cpp") else "-O0"
    target = ["-c", effort, "-o", str(work / "windows.objects" / source.replace("/", "+"))] if CCACHE else ["-fsyntax-only"]
    command = CCACHE + [COMPILER, "-std=c++20", "-Wa,-mbig-obj", "-Werror=deprecated-declarations", "-DSQLITE_HAS_CODEC", "-DUTF8PROC_STATIC", "-isystem", str(work / "windows.headers"), "-I", str(root), *target, str(root / source)]
    done = subprocess.run(command, cwd=root, env=os.environ | {"CCACHE_BASEDIR": str(root)}, capture_output=True, text=True)
    return [] if done.returncode == 0 else re.findall(r"^.*(?: error: |required from here).*$", done.stderr, re.M) or [done.stderr]

if not shutil.which(COMPILER):
    skipped("no compiler for Windows")
    sys.exit(4)
CCACHE = [path] if (path := shutil.which("ccache")) else []
sources = [str(path.relative_to(root)) for folder in NEUTRAL for path in sorted((root / folder).rglob("*.cpp"))]
sources = [source for source in sources if not source.endswith("_linux.cpp") and not source.startswith(tuple(ELSEWHERE))]
(work / "windows.objects").mkdir(parents=True, exist_ok=True)
lay_out(work / "windows.headers")
for number, line in enumerate(PLANTED):
    planted = work / f"windows.objects/planted-{number}.cpp"
    planted.write_text(f"#include <filesystem>\n#include <string>\n#include <vector>\n{line}\n")
    if not compile_one(str(planted)): sys.exit(f"this test finds no fault in: {line}")
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool: complaints = [line for lines in pool.map(compile_one, sources) for line in lines]
shutil.rmtree(work / "windows.objects")
print("\n".join(complaints) or f"{len(sources)} files compile for Windows")
sys.exit(1 if complaints else 0)
