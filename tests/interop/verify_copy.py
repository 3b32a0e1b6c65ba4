#!/usr/bin/python3
"""Checks a sealed copy. Written from the format page alone; the sections named here and in the other modules are its.

    verify_copy.py COPY [--words "..."] [--earlier FILE]... [--identity KEYFILE] [--passphrase "..."]

prints one line of JSON and exits with the code of section 6. COPY is a ZIP, an age file, the first part (.001) of
either, or the folder of an unpacked bag. To compare words the environment variable DAYBOOK_WORD_LIST must name the
BIP-39 English list (a JSON array of 2048 words). The modules, from the outside in:

    lock        age                                 grammar     text, paths, lists, canonical JSON
    container   ZIP: entries and what is between    signatures  keys, notes, ways through the tree
    bag         which files are sealed, unchanged   seal, log, items    what the signed files say
    chain       the steps of section 4              answer      what all that makes of the copy
"""

import argparse
import json
import mmap
import os
import sys

from answer import conclude
from bag import START_HERE
from chain import Check
from container import Folder
from grammar import Refused
from lock import read_secrets
from signatures import NoWordList, read_checkpoint, read_words


def load(copy):
    """The copy as bytes or as a folder; parts are put together again."""
    if isinstance(copy, bytes):
        return copy
    if os.path.isdir(copy):
        inside = os.path.join(copy, "bag")
        return Folder(inside, os.path.join(copy, START_HERE)) if os.path.isdir(inside) else Folder(copy)
    if copy.endswith(".001"):
        parts, part = [], copy
        while os.path.exists(part):
            parts.append(content(part))
            part = f"{copy[:-3]}{len(parts) + 1:03d}"
        return b"".join(parts)
    with open(copy, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if os.path.getsize(copy) else b""


def content(file):
    if isinstance(file, bytes):
        return file
    with open(file, "rb") as opened:
        return opened.read()


def verify(copy, words=None, earlier=(), identity=None, passphrase=None):
    """The answer to a copy (bytes, or a path), as a dictionary. `earlier` and `identity`: bytes, or paths of files.

    Raises NoWordList where words are given and there is no list to look them up in."""
    try:
        secrets = read_secrets(content(identity) if identity else b"", passphrase)
        heads = [read_checkpoint(content(file)) for file in earlier]
        number = None if words is None else read_words(words)
        copy = load(copy)
    except (Refused, OSError, ValueError) as mistake:  # in typing: no answer
        return {"answer": "", "exit": 2, "findings": [["mistake", str(mistake)]], "items": [],
                "receipt": ""}
    check = Check(copy, secrets, number, heads)
    check.run()
    return conclude(check.found, check.rows) | {"receipt": check.receipt}


def main():
    parser = argparse.ArgumentParser(description="Checks a sealed copy.")
    parser.add_argument("copy")
    parser.add_argument("--words")
    parser.add_argument("--earlier", action="append", default=[])
    parser.add_argument("--identity")
    parser.add_argument("--passphrase")
    try:
        result = verify(**vars(parser.parse_args()))
    except NoWordList as reason:
        sys.exit(str(reason))
    print(json.dumps(result))
    sys.exit(result["exit"])


if __name__ == "__main__":
    main()
