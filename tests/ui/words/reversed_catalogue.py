#!/usr/bin/env python3
"""Makes a catalogue in which every sentence of the window is written from its end, so that a test sees which ones are not in it.
Places for values stay what they are. SENTENCES gets the reversed ones, a line each.
Usage: reversed_catalogue.py ROOT FILE.mo SENTENCES"""
import pathlib, re, struct, sys
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from sentences import sentences

def reversed_sentence(text):
    parts = re.findall(r"\{\{|\}\}|\{\d?\}|.", text, re.S)
    places = iter(range(len(parts)))
    parts = [f"{{{next(places)}}}" if part == "{}" else part for part in parts]
    return "".join(reversed(parts))

root, target, listed = sys.argv[1:]
header = "Content-Type: text/plain; charset=UTF-8\nX-Language-Name: hsilgnE\n"
pairs = {"": header} | {text: reversed_sentence(text) for _, text in sentences(root) if text}
texts, rows = b"", []
begin = 28 + 16 * len(pairs)
for column in (0, 1):
    for pair in sorted(pairs.items(), key=lambda one: one[0].encode()):
        text = pair[column].encode()
        rows.append((len(text), begin + len(texts)))
        texts += text + b"\0"
table = b"".join(struct.pack("<II", *row) for row in rows)
pathlib.Path(target).write_bytes(struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + table + texts)
pathlib.Path(listed).write_text("".join(text.replace("\n", " ") + "\n" for english, text in pairs.items() if english))
