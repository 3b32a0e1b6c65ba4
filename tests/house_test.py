#!/usr/bin/env python3
"""Measures the upper floor and holds its bounds: the size of each class of the window, of each function that draws, the cycles
between units (a header with the .cpp of its name), and the places where one area would reach into another. Prints each figure.
Usage: house_test.py ROOT"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
MOST_PUBLIC, MOST_LINES, MOST_DRAWN = 25, 400, 60
faults = []

def code_of(text):
    """The text without comments and strings, line for line."""
    return re.sub(r'//[^\n]*|"(?:[^"\\\n]|\\.)*"', "", text)

def block(text, start):
    """What stands between the brace at or after `start` and the one that closes it."""
    depth, begin = 0, text.index("{", start)
    for i in range(begin, len(text)):
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        if depth == 0: return text[begin + 1:i]
    raise ValueError("a brace stays open")

def public_functions(body, is_struct):
    """Functions that a class declares for others, operators and constructors too; what is nested in it is left out."""
    depth, flat = 0, ""
    for c in body:
        if c == "}": depth -= 1
        if depth == 0: flat += c
        if c == "{": depth += 1
    access, count = "public" if is_struct else "private", 0
    for part in re.split(r"\b(public|private|protected)\s*:(?!:)", flat):
        if part in ("public", "private", "protected"): access = part
        elif access == "public": count += len(re.findall(r"\b[\w~]+\s*\([^;{}]*\)[^;{}()]*(?:;|\{\})|operator\S+\s*\(", part))
    return count

sources = sorted(p for p in (root / "ui").rglob("*") if p.suffix in (".cpp", ".h"))
texts = {p: p.read_text() for p in sources}

# Classes. Its lines are those of every file that defines one of its functions, and of the header that declares it.
classes = []
for path, text in texts.items():
    code = code_of(text)
    for found in re.finditer(r"^(class|struct) (\w+)(?: final)?(?:\s*:[^{;]*)?\s*\{", code, re.M):
        name, body = found[2], block(code, found.start())
        files = {path} | {p for p in texts if p.parent == path.parent and re.search(rf"^(?!\s)[^;{{}}()]*\b{name}::(?:~?\w+|operator\S*)\(", code_of(texts[p]), re.M)}
        classes.append((public_functions(body, found[1] == "struct"), sum(len(texts[p].splitlines()) for p in files), name, path))
for functions, lines, name, path in classes:
    if functions > MOST_PUBLIC: faults.append(f"{name} ({path.relative_to(root)}) has {functions} public functions")
    # A struct that happens to stand in a file is not what the file is about.
    if functions > 2 and lines > MOST_LINES: faults.append(f"{name} ({path.relative_to(root)}) has {lines} lines over its files")

# Functions that draw.
drawn = []
for path, text in texts.items():
    if path.parent.name != "desktop" or path.suffix != ".cpp": continue
    for found in re.finditer(r"^(?:\w[\w:<>*& ]* )?((?:\w+::)?draw\w*|text|area)\([^;{}]*\)(?: const)? \{", code_of(text), re.M):
        drawn.append((block(code_of(text), found.start()).count("\n"), found[1], path))
for lines, name, path in drawn:
    if lines > MOST_DRAWN: faults.append(f"{name} in {path.relative_to(root)} has {lines} lines")

# Cycles. A unit is a header and the files of its name, for each system too.
def unit(path):
    return path.with_name(re.sub(r"_(linux|windows|glfw)$", "", path.stem))

edges = {}
everything = [p for top in ("crypto", "vault", "ui") for p in (root / top).rglob("*") if p.suffix in (".cpp", ".h")]
for path in everything:
    for target in re.findall(r'#include "([^"]+)"', path.read_text()):
        if unit(path) != unit(root / target): edges.setdefault(unit(path), set()).add(unit(root / target))

def cycles():
    """Tarjan's strongly connected components of more than one unit."""
    index, low, stack, found = {}, {}, [], []
    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in edges.get(node, ()):
            if other not in index: visit(other)
            if other in stack: low[node] = min(low[node], low[other])
        if low[node] == index[node]:
            component = []
            while not component or component[-1] != node: component.append(stack.pop())
            if len(component) > 1: found.append(component)
    for node in list(edges):
        if node not in index: visit(node)
    return found

sys.setrecursionlimit(10000)
rings = cycles()
for ring in rings: faults.append("a cycle of units: " + ", ".join(sorted(str(u.relative_to(root)) for u in ring)))

# One area never does what another one does; nothing above the record takes its database.
crossings = [f"{p.relative_to(root)}: {m[0]}" for p, t in texts.items() if p.parent.name == "model" for m in re.finditer(r"\bon\(\w+\{", code_of(t))]
areas = {re.search(r"class (\w+Area)\b", t)[1]: p for p, t in texts.items() if p.parent.name == "model" and p.suffix == ".h" and "Area {" in t}
for name, home in areas.items():
    for path, text in texts.items():
        if path.parent.name == "model" and unit(path) != unit(home) and path.stem not in ("router", "areas", home.stem + "_keys") and re.search(rf"\b{name}\b", code_of(text)):
            crossings.append(f"{path.relative_to(root)} knows {name}")
databases = [str(p.relative_to(root)) for p, t in texts.items() if re.search(r"\.database\(\)", code_of(t))]
# What writes into what is shown: the state of a screen is const.
written = [str(p.relative_to(root)) for p, t in texts.items() if p.parent.name == "desktop" and re.search(r"(?<!const )\b(?:App|Session|\w+)State& \w+", code_of(t))]
faults += [f"{one}: one area reaches into another" for one in crossings] + [f"{one} takes the database of a record" for one in databases] + [f"{one}: a screen could change what is shown" for one in written]

most_functions, most_lines, most_drawn = max(classes), max((l, n) for f, l, n, _ in classes if f > 2), max(drawn)
print(f"{len(classes)} classes of the window; most public functions {most_functions[0]} ({most_functions[2]}), at most {MOST_PUBLIC}")
print(f"most lines over the files of a class {most_lines[0]} ({most_lines[1]}), at most {MOST_LINES}")
print(f"{len(drawn)} functions that draw; the longest has {most_drawn[0]} lines ({most_drawn[1]}), at most {MOST_DRAWN}")
print(f"{len(areas)} areas; reaching from one into another: {len(crossings)}; .database() above the record: {len(databases)}")
print(f"{len(edges)} units; cycles between them: {len(rings)}")
print("\n".join(faults))
sys.exit(1 if faults else 0)
