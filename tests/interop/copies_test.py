#!/usr/bin/python3
"""The terminal program on every copy of the conformance set, through the process without keys: its exit code, --json that is
always there and valid, no line that begins with anything but a word of ours, and no character that could turn or hide
what stands around it. Usage: copies_test.py CLI output.schema.json FOLDER"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

CLI, SCHEMA, COPIES = sys.argv[1], json.load(open(sys.argv[2])), pathlib.Path(sys.argv[3])
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
OUTSIDE_OF_JSON = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
BEGINNINGS = ("This copy ", "All that was sealed ", "Parts of this copy ", "The eight words ", "Whose seal it is ",
              "Keep this file ", "Get the newer version", "Give ", "Ask ", "Use ", "Put ", "Look ", "Do not ", "It cannot be told ", "These are two ",
              "Fingerprint, ", "Item ", "Stated by who sealed it. ", "This shows ", "How it was checked:",
              "  good  ", "  BAD   ", "  note  ", "  -     ")


TYPED = tempfile.TemporaryDirectory()


def options_for(folder):
    """What its reader typed, as options of the program; the path of the copy comes first."""
    copy = min(path for path in folder.iterdir() if path.name == "copy" or path.name.startswith("copy."))
    options = [str(copy)]
    typed = json.loads((folder / "typed.json").read_text()) if (folder / "typed.json").exists() else {}
    for name, value in typed.items():
        for one in value if isinstance(value, list) else [value]:
            if name == "passphrase":
                file = pathlib.Path(TYPED.name) / "passphrase.txt"
                file.write_text(one + "\n")
                options += ["--passphrase-file", str(file)]
            else:
                is_file = name in ("earlier", "identity", "password_key")
                options += ["--" + name.replace("_", "-"), str(folder / one) if is_file else one]
    return options


class Copies(unittest.TestCase):
    def check(self, folder):
        expected = json.loads((folder / "expected.json").read_text())
        options = options_for(folder)
        done = subprocess.run([CLI, "verify", *options], capture_output=True, timeout=60)
        self.assertEqual(done.returncode, expected["exit"], done.stdout + done.stderr)
        lines = done.stdout.decode().splitlines()
        for line in lines:
            self.assertTrue(line.startswith(BEGINNINGS), line)
        self.assertIsNone(OUTSIDE_OF_JSON.search(done.stdout.decode()))
        told = subprocess.run([CLI, "verify", "--json", *options], capture_output=True, timeout=60)
        verdict = json.loads(told.stdout.decode())
        VALIDATOR.validate(verdict)
        self.assertEqual((verdict["exit"], verdict["answer"]), (expected["exit"], expected["answer"]))
        self.assertEqual(told.returncode, expected["exit"])
        self.assertEqual(verdict["first"], lines[0])
        self.assertEqual(sorted([row["item"], row["path"], row["state"], row["finding"]] for row in verdict["items"]),
                         sorted(expected["items"]))
        self.assertIsNone(OUTSIDE_OF_JSON.search(json.dumps(verdict, ensure_ascii=False)))

    def test_every_copy_of_the_set_gets_its_answer(self):
        folders = sorted(path.parent for path in COPIES.glob("*/expected.json"))
        self.assertGreater(len(folders), 200)
        for folder in folders:
            # A lock that is opened by a passphrase alone is none that this program makes, or asks one for.
            typed = folder / "typed.json"
            if typed.exists() and {"passphrase"} == set(json.loads(typed.read_text())):
                continue
            with self.subTest(folder.name):
                self.check(folder)
        print(f"{len(folders)} copies")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
