#!/usr/bin/env python3
"""Prints every sentence of the report, which a lawyer must read before a release, and holds that they all stand in one place: a
literal of three words or more elsewhere in ui/report is a fault, and so is a word that promises too much or blames.
Usage: report_words_test.py ROOT"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
FORBIDDEN = re.compile(r"\b(proof|proves|authentic|tamper|forensic|admissible|genuine|alleged|victim|abuser|perpetrator|suspect|guarantee[sd]?|100 ?% safe)\b", re.I)
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
faults, sentences, labels = [], [], []

table = (root / "ui/report/report_words.h").read_text()
for name, parts in re.findall(r"constexpr const char\* (k\w+) =\s*((?:\s*\"(?:[^\"\\]|\\.)*\")+);", table):
    text = "".join(LITERAL.findall(parts))
    (sentences if re.search(r"[.:]$", text) or ". " in text else labels).append((name, text))
    if FORBIDDEN.search(text): faults.append(f"{name}: '{FORBIDDEN.search(text)[0]}'")
names = {name for name, _ in sentences + labels}

used = ""
for path in sorted((root / "ui/report").glob("*.cpp")):
    code = re.sub(r'R"css\(.*?\)css"', "", path.read_text(), flags=re.S)
    code = re.sub(r"//[^\n]*", "", re.sub(r"'(?:\\.|[^'\\])'", "", code))
    used += code
    for literal in LITERAL.findall(re.sub(r"#include[^\n]*", "", code)):
        is_markup = re.search(r"[<>]|certutil|sha256sum|minisign|tagmanifest|bag/|data:|@page", literal)
        if not is_markup and len(re.findall(r"[A-Za-z]{2,}", literal)) >= 3: faults.append(f"{path.name}: not in report_words.h: {literal}")
for name in sorted(names):
    if f"say::{name}" not in used: faults.append(f"{name} is said nowhere")

print("Sentences of the report for the lawyer:")
for number, (_, text) in enumerate(sentences, 1): print(f"{number:3}  {text.strip()}")
print("\n".join(faults) or f"{len(sentences)} sentences and {len(labels)} labels, all in ui/report/report_words.h")
sys.exit(1 if faults or len(sentences) < 30 else 0)
