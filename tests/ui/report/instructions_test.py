#!/usr/bin/env python3
"""START-HERE.txt and HOW-TO-CHECK.txt do what they say, word for word: every command that stands there for Linux is run as it
stands, every one for Windows is answered as certutil answers it, and a copy in which a message was changed along with the report
and all lists is found by the two steps. Usage: instructions_test.py REPORT-TESTS"""
import hashlib, os, pathlib, re, shutil, subprocess, sys, tempfile, unittest
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from made_up_copies import made_up_copies

REPORT_TESTS = os.path.abspath(sys.argv.pop(1))

def certutil(line, folder):
    """What Windows 10 answers to `certutil -hashfile FILE ALGORITHM`."""
    file, algorithm = re.fullmatch(r"certutil -hashfile (\S+) (\S+)", line).groups()
    digest = hashlib.new(algorithm.lower(), (folder / file.replace("\\", "/")).read_bytes()).hexdigest()
    return f"{algorithm} hash of {file}:\r\n{digest}\r\nCertUtil: -hashfile command completed successfully.\r\n"

def commands(text):
    """The lines of a text that are commands: those that are set in."""
    return [line.strip() for line in text.splitlines() if line.startswith("       ") and line.strip()]

class Instructions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.copies = made_up_copies(REPORT_TESTS, cls.folder.name)

    @classmethod
    def tearDownClass(cls): cls.folder.cleanup()

    def digits(self, answer):
        found = re.findall(r"\b[0-9a-f]{64}\b", answer)
        self.assertEqual(len(found), 1, answer)
        return found[0]

    def shell(self, command, place, expect=0):
        done = subprocess.run(["bash", "-c", command], cwd=place, capture_output=True, text=True)
        self.assertEqual(done.returncode, expect, command + "\n" + done.stdout + done.stderr)
        return done.stdout

    def two_steps(self, place, text):
        """Whether both steps agree, done as the text says, on both systems."""
        listed = (place / "bag/fingerprints-sha256.txt").read_text()
        receipt, agree, seen = (place / "receipt").read_text(), True, 0
        for line in commands(text):
            if line.startswith("certutil"): answer = certutil(line, place)
            elif line.startswith("sha256sum bag"): answer = self.shell(line, place)
            else: continue
            seen += 1
            if "fingerprints" in line: agree &= self.digits(answer) == receipt
            else: agree &= any(row == self.digits(answer) + "  report/report.html" for row in listed.splitlines())
        self.assertEqual(seen, 3)
        return agree

    def test_start_here_lies_in_three_places_and_is_the_same(self):
        for place in self.copies.values():
            beside = (place / "START-HERE.txt").read_bytes()  # unzip -o has put that of the ZIP in its place
            self.assertEqual(beside, (place / "bag/START-HERE.txt").read_bytes())
            first = subprocess.run(["unzip", "-Z1", next(place.glob("copy-*.zip"))], capture_output=True, text=True).stdout.splitlines()[0]
            self.assertEqual(first, "START-HERE.txt")
            self.assertIn(next(place.glob("copy-*.zip")).name, beside.decode())

    def test_both_texts_work_as_they_stand(self):
        place = self.copies["police"]
        for name in ("START-HERE.txt", "HOW-TO-CHECK.txt"):
            text = (place / name).read_text()
            self.assertTrue(self.two_steps(place, text), name)
            self.assertLess(max(map(len, text.splitlines())), 81)
            for line in commands(text):
                if line.startswith("cd bag && sha256sum"): self.shell(line, place)
                elif line.startswith(("minisign", "sha512sum")): self.shell(line, place / "bag")

    def test_a_leaf_and_an_opening_are_what_the_text_says(self):
        place = self.copies["police"]
        entry = next((place / "bag/log/openings").glob("*.json")).stem
        text = (place / "HOW-TO-CHECK.txt").read_text().replace("000123", entry)
        leaf, opening = [line for line in commands(text) if entry in line]
        self.assertEqual(len(self.digits(self.shell(leaf, place / "bag"))), 64)
        self.assertIn(self.digits(self.shell(opening, place / "bag")), (place / f"bag/log/entries/{entry}.json").read_text())

    def test_the_digits_of_every_file_are_found_unbroken(self):
        place = self.copies["police"]
        listed = (place / "bag/fingerprints-sha256.txt").read_text()
        report = (place / "bag/report/report.html").read_text()
        for file in (place / "bag/data").iterdir():
            digits = self.digits(certutil(f"certutil -hashfile bag\\data\\{file.name} SHA256", place))
            self.assertIn(digits, listed)
            self.assertIn(digits, report)

    def changed_copy(self, name, lists_too):
        """The copy with a message changed in its file and in the report; with `lists_too` every list is made anew, as a liar would."""
        place = pathlib.Path(self.folder.name) / name
        shutil.copytree(self.copies["police"], place)
        bag = place / "bag"
        message = bag / "data/000003.txt"
        before = message.read_bytes()
        message.write_bytes(before.replace(b"sorry", b"happy"))
        report = bag / "report/report.html"
        old, new = hashlib.sha256(before).hexdigest(), hashlib.sha256(message.read_bytes()).hexdigest()
        report.write_text(report.read_text().replace("you will be sorry", "you will be happy").replace(old, new))
        if lists_too:
            for listing in ("manifest-sha256.txt", "manifest-sha512.txt", "fingerprints-sha256.txt", "tagmanifest-sha512.txt"):
                lines = []
                for line in (bag / listing).read_text().splitlines():
                    path = line.split("  ", 1)[1]
                    algorithm = "sha256" if "256" in listing else "sha512"
                    lines.append(hashlib.new(algorithm, (bag / path).read_bytes()).hexdigest() + "  " + path + "\n")
                (bag / listing).write_text("".join(lines))
        return place

    def test_a_changed_message_is_found_with_and_without_the_lists_changed_along(self):
        for lists_too in (False, True):
            place = self.changed_copy(f"changed-{lists_too}", lists_too)
            for name in ("START-HERE.txt", "HOW-TO-CHECK.txt"):
                self.assertFalse(self.two_steps(place, (place / name).read_text()))
        # Within itself the second one is without a flaw: only the number from outside tells.
        self.shell("cd bag && sha256sum -c fingerprints-sha256.txt", place)

unittest.main()
