#!/usr/bin/python3
"""The terminal program on every copy of the conformance set, through the process without keys: its exit code, --json that is
always there and valid, no line that begins with anything but a word of ours, and no character that could turn or hide
what stands around it; the same on copies with structural damage, signed again.
Usage: copies_test.py CLI output.schema.json FOLDER CORPORA [SEED COUNT]; with a seed, only the damaged ones."""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

CLI, SCHEMA, COPIES = sys.argv[1], json.load(open(sys.argv[2])), pathlib.Path(sys.argv[3])
LIES = pathlib.Path(sys.argv[4]) / "copies"  # by other hands
SEED, COUNT = sys.argv[5:7] if len(sys.argv) > 5 else ("", "0")
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "conformance"))
import structural
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from skipped import skipped
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
    def ask(self, options):
        """The exit code, the lines and the object of --json: as every run has to be, whatever the copy is."""
        done = subprocess.run([CLI, "verify", *options], capture_output=True, timeout=60)
        told = subprocess.run([CLI, "verify", "--json", *options], capture_output=True, timeout=60)
        text = done.stdout.decode()
        lines = text.splitlines()
        for line in lines:
            self.assertTrue(line.startswith(BEGINNINGS), line)
        self.assertIsNone(OUTSIDE_OF_JSON.search(text))
        verdict = json.loads(told.stdout.decode())
        VALIDATOR.validate(verdict)
        self.assertEqual(verdict["first"], lines[0])
        self.assertEqual(told.returncode, done.returncode)
        self.assertEqual(verdict["exit"], done.returncode)
        self.assertIsNone(OUTSIDE_OF_JSON.search(json.dumps(verdict, ensure_ascii=False)))
        return done.returncode, verdict

    @unittest.skipIf(SEED, "only the damaged ones were asked for")
    def test_every_copy_of_the_set_gets_its_answer(self):
        folders = sorted(path.parent for path in COPIES.glob("*/expected.json"))
        self.assertGreater(len(folders), 200)
        for folder in folders:
            # A lock that is opened by a passphrase alone is none that this program makes, or asks one for.
            typed = folder / "typed.json"
            if typed.exists() and {"passphrase"} == set(json.loads(typed.read_text())):
                continue
            with self.subTest(folder.name):
                expected = json.loads((folder / "expected.json").read_text())
                code, verdict = self.ask(options_for(folder))
                self.assertEqual((code, verdict["answer"]), (expected["exit"], expected["answer"]))
                if "receipt" in expected:
                    self.assertEqual(verdict["receipt"], expected["receipt"])
                self.assertEqual(sorted([row["item"], row["path"], row["state"], row["finding"]] for row in verdict["items"]),
                                 sorted(expected["items"]))
        print(f"{len(folders)} copies")

    @unittest.skipIf(SEED, "only the damaged ones were asked for")
    def test_copies_by_other_hands_get_the_exit_code_that_they_must(self):
        if not (LIES / "expected.tsv").exists():
            self.skipTest(skipped("no test data: copies"))
        for line in (LIES / "expected.tsv").read_text().splitlines():
            if line.startswith("#") or not line:
                continue
            name, arguments, allowed, _ = line.split("\t")
            with self.subTest(name):
                options = [str(LIES / one) if (LIES / one).exists() else one for one in arguments.split()]
                code, _ = self.ask([str(LIES / name), *options])
                self.assertIn(str(code), allowed.split(" or "))

    def test_structural_damage_forges_no_line_and_stops_no_answer(self):
        answers = collections.Counter()  # 12: some have a lock, for which no key is given
        copy = pathlib.Path(TYPED.name) / "copy.zip"
        for name, data in structural.structural(SEED or "3", int(COUNT) or 60):
            copy.write_bytes(data)
            with self.subTest(name):
                code, verdict = self.ask([str(copy)])
                self.assertIn(code, (0, 7, 10, 12, 18, 20, 21))
                answers[verdict["answer"]] += 1
        print(f"{answers.total()} damaged: {dict(answers)}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
