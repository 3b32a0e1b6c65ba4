#!/usr/bin/env python3
"""What is packed agrees with what is built: packaging_test.py PROJECT SOURCES"""
import pathlib
import re
import subprocess
import sys

project, sources = pathlib.Path(sys.argv[1]), sys.argv[2]
packaging = project / "packaging"
faults = []

# Whatever is linked in from the pinned sources has its licence in the package. What is used from Debian's own libraries has it there.
listed = [line.split("\t") for line in (packaging / "dependencies.tsv").read_text().splitlines() if line and line[0] != "#"]
linked = {name for kind, name, _, _, use, _ in listed if kind in ("pool", "npm") and use in ("build", "window")}
licences = subprocess.run([packaging / "licences"], env={"PATH": "/usr/bin:/bin", "DAYBOOK_SOURCES": sources},
                          capture_output=True, text=True)
if licences.returncode: faults.append("packaging/licences: " + licences.stderr.strip())
headings = {"@journeyapps/sqlcipher": "SQLCipher", "imgui": "Dear ImGui", "unibreak": "libunibreak"}
for name in sorted(linked):
    heading = headings.get(name, name).lower()
    if not any(heading in line.lower() for line in licences.stdout.splitlines() if line.startswith("==== ")):
        faults.append(f"packaging/licences has nothing of {name}, which is linked in")

version = re.search(r"project\(daybook VERSION ([0-9.]+)", (project / "CMakeLists.txt").read_text())[1]
changelog = (packaging / "debian" / "changelog").read_text()
if not changelog.startswith(f"daybook ({version}) "): faults.append(f"packaging/debian/changelog does not begin with {version}")

# A menu is read by whoever looks at the screen.
entry = (packaging / "debian" / "daybook.desktop").read_text()
shown = [line for line in entry.splitlines() if line.partition("=")[0] in ("Name", "GenericName", "Comment", "Keywords", "Icon")]
if any("daybook" in line.lower() for line in shown): faults.append("packaging/debian/daybook.desktop names the program where people see it")
if len(shown) < 3: faults.append("packaging/debian/daybook.desktop lacks a name, a comment or a picture")

for fault in faults: print(fault)
sys.exit(bool(faults))
