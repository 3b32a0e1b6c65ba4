#!/usr/bin/env python3
"""Reads every sentence that a person reads in the window: none is long, none has a word that promises too much or blames, and all
together are easy (Flesch-Kincaid). Also holds that xgettext finds the same sentences, so that they can be translated.
Usage: words_test.py ROOT"""
import pathlib, re, shutil, subprocess, sys, tempfile
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from details import details
from sentences import sentences, sources
from skipped import skipped

root = pathlib.Path(sys.argv[1])
MOST_WORDS = 20
MOST_GRADE = 5.0  # years at school: about the reading age of nine or ten
FORBIDDEN = re.compile(r"\b(please|sorry|oops|invalid|illegal|forbidden|you forgot|error|proof|authentic|tamper|forensic|admissible|genuine|victim|abuser|perpetrator|suspect|anonymous|100 ?% safe)\b", re.I)
faults, found_sentences = [], list(sentences(root))
sources = sources(root)

def syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and count > 1: count -= 1
    return max(1, count)

words = total_syllables = total_sentences = 0
for name, text in found_sentences:
    if FORBIDDEN.search(text): faults.append(f"{name}: '{FORBIDDEN.search(text)[0]}' in: {text}")
    for sentence in re.split(r"(?<=[.!?:;])\s+", text):
        found = re.findall(r"[A-Za-z][A-Za-z'-]*", sentence)
        if len(found) > MOST_WORDS: faults.append(f"{name}: {len(found)} words: {sentence}")
        if len(found) < 3: continue
        total_sentences += 1
        words += len(found)
        total_syllables += sum(map(syllables, found))
grade = 0.39 * words / total_sentences + 11.8 * total_syllables / words - 15.59
if grade > MOST_GRADE: faults.append(f"grade {grade:.1f} is over {MOST_GRADE}")

known = {sentence for name, sentence in found_sentences if name == "error_detail.cpp"}
for name, detail in details(root):
    if detail not in known: faults.append(f"{name}: the detail of an error is not in ui/words/error_detail.cpp: {detail}")
for detail in known - {detail for _, detail in details(root)}: faults.append(f"error_detail.cpp: no error says: {detail}")

if shutil.which("xgettext"):
    with tempfile.TemporaryDirectory() as folder:
        catalogue = pathlib.Path(folder) / "window.pot"
        subprocess.run(["xgettext", "--language=C++", "--keyword=tr", "--keyword=tr_later", "--from-code=UTF-8", "-o", str(catalogue), *map(str, sources)], check=True, stderr=subprocess.DEVNULL)
        made = pathlib.Path(folder) / "window.mo"
        subprocess.run(["msgfmt", "-o", str(made), str(catalogue)], check=True)
        pot = catalogue.read_text()
        missing = [text for name, text in found_sentences if text and f'"{text}"'.replace("\\", "") not in re.sub(r'"\n"', "", pot.replace('\\"', '"'))]
        missing = [text for text in missing if '"' not in text]
        if missing: faults.append(f"xgettext does not find: {missing[:3]}")
else:
    skipped("no xgettext; the catalogue was not made")
print("\n".join(faults) or f"{len(found_sentences)} sentences of the window and its errors: none over {MOST_WORDS} words, school grade {grade:.1f}")
sys.exit(1 if faults else 0)
