#!/usr/bin/env python3
"""A record in the places where people put it: FAT and exFAT, a disk that is full, a folder that cannot be written to, one that
belongs to somebody else, names that are no Unicode, a folder that was moved. What cannot be made here is skipped, with a word.
Usage: odd_places_test.py CLI-WITH-CHEAP-PASSWORD-HASH"""
import json, os, pathlib, shutil, subprocess, sys, tempfile, unittest
sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from skipped import skipped

CLI = os.path.abspath(sys.argv.pop(1))

def quietly(*command): return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

class Places(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        (self.folder / "pass").write_text("three random words\n")
        (self.folder / "pass").chmod(0o644)
        (self.folder / "film").write_bytes(os.urandom(600_000))

    def cli(self, *arguments, words=b"", expect=0, prefix=()):
        done = subprocess.run([*prefix, CLI, *arguments, "--json", "--passphrase-file", str(self.folder / "pass")], input=words, capture_output=True, cwd=self.folder)
        self.assertEqual(done.returncode, expect, (done.stdout + done.stderr).decode(errors="replace"))
        return json.loads(done.stdout)

    def mount(self, maker, kind, megabytes, options="loop"):
        if os.geteuid() != 0: self.skipTest(skipped("mounting needs root"))
        if not shutil.which(maker[0]): self.skipTest(skipped(f"no {maker[0]}"))
        image, place = self.folder / "image", self.folder / "stick"
        with open(image, "wb") as file: file.truncate(megabytes << 20)
        place.mkdir()
        if not quietly(*maker, str(image)) or not quietly("mount", "-t", kind, "-o", options, str(image), str(place)): self.skipTest(skipped(f"this system cannot mount {kind}"))
        self.addCleanup(quietly, "umount", str(place))
        return place

    def whole_line(self, place):
        record = str(place / "record")
        self.cli("create", record)
        self.cli("add", record, "film")
        self.cli("add", record, "--words", words=b"a threat")
        self.cli("note", record, "--about", "1", words=b"what it shows")
        copy = self.cli("export", record, "1", "2", "--to", str(place), "--unlocked", "--without-notes")["file"]
        self.assertEqual(self.cli("verify", copy)["answer"], "matches")
        self.cli("backup", record, "--update", str(place / "safe"))
        self.cli("backup", record, "--to", str(place))
        self.cli("restore", str(place / "safe"), "--to", str(place / "back"))
        (self.folder / "new").write_text("four other random words\n")
        self.cli("remove", record, "1", "--yes")
        self.assertEqual(self.cli("check", record)["findings"], [])
        self.assertEqual(self.cli("check", str(place / "back"))["findings"], [])

    def test_fat(self): self.whole_line(self.mount(["mkfs.vfat", "-F", "32"], "vfat", 64))
    def test_exfat(self): self.whole_line(self.mount(["mkfs.exfat"], "exfat", 64))
    def test_a_small_ext4_stick(self): self.whole_line(self.mount(["mkfs.ext4", "-q"], "ext4", 64))

    def test_a_full_disk_opens_keeps_what_it_has_and_goes_on_when_there_is_room(self):
        place = self.mount(["true"], "tmpfs", 1, "size=1500k")
        record = str(place / "record")
        self.cli("create", record)
        self.cli("add", record, "--words", words=b"kept")
        (place / "filler").write_bytes(b"x" * 900_000)
        self.assertEqual(self.cli("add", record, "film", expect=14)["error"]["code"], "disk_full")
        filler = os.open(place / "filler", os.O_WRONLY | os.O_APPEND)
        try:
            while os.write(filler, b"x" * 4096): pass
        except OSError: pass
        finally: os.close(filler)
        self.cli("add", record, "--words", words=b"y" * 100_000, expect=14)
        self.assertEqual([i["beginning"] for i in self.cli("list", record)["items"]], ["kept"])
        self.assertEqual(self.cli("check", record)["findings"], [])
        (place / "filler").unlink()
        self.cli("add", record, "film")
        self.assertEqual(self.cli("check", record)["findings"], [])

    def test_a_medium_that_is_read_only_can_be_read(self):
        place = self.mount(["mkfs.ext4", "-q"], "ext4", 16)
        record = str(place / "record")
        self.cli("create", record)
        self.cli("add", record, "--words", words=b"kept")
        quietly("mount", "-o", "remount,ro", str(place))
        self.assertEqual(len(self.cli("list", record)["items"]), 1)
        self.cli("add", record, "--words", words=b"more", expect=16)
        self.assertEqual(self.cli("check", record)["findings"], [])
        self.assertEqual(self.cli("show", record, "1")["text"], "kept")

    def test_what_belongs_to_somebody_else_is_refused_in_words(self):
        if os.geteuid() != 0 or not shutil.which("setpriv"): self.skipTest(skipped("needs root and setpriv"))
        self.folder.chmod(0o755)
        self.cli("create", "record")
        other = ("setpriv", "--reuid", "65534", "--clear-groups")
        error = self.cli("list", "record", prefix=other, expect=4)["error"]
        self.assertEqual(error["code"], "not_found")  # its folder cannot even be looked into
        (self.folder / "record").chmod(0o755)
        self.cli("list", "record", prefix=other, expect=17)

    def test_a_record_that_was_moved_or_copied_opens_where_it_is(self):
        self.cli("create", "record")
        self.cli("add", "record", "film")
        odd = "ordner mit Lücke é " + "x" * 200
        shutil.move(self.folder / "record", self.folder / odd)
        self.assertEqual(self.cli("check", odd)["findings"], [])
        shutil.rmtree(self.folder / odd / "objects" / "nothing", ignore_errors=True)
        shutil.copytree(self.folder / odd, self.folder / "copy")
        self.cli("add", "copy", "--words", words=b"more")
        self.assertEqual(len(self.cli("list", odd)["items"]), 1)

    def test_names_that_are_long_or_no_unicode_are_kept_as_they_are(self):
        self.cli("create", "record")
        for name in (b"\xff\xfe odd", ("ü" * 127).encode(), b"line\nbreak", b" blanks ", b"-dash"):
            path = os.fsencode(self.folder) + b"/" + name
            with open(path, "wb") as file: file.write(b"content of " + name)
            self.cli("add", "record", os.fsdecode(path), "--again")
        self.assertEqual(len(self.cli("list", "record")["items"]), 5)
        self.assertEqual(self.cli("check", "record")["findings"], [])
        self.cli("add", "record", "x" * 300, expect=13)

    def test_a_folder_that_a_service_copies_elsewhere_is_named(self):
        (self.folder / "Dropbox").mkdir()
        self.assertEqual(self.cli("create", "Dropbox/record")["synced_by"], "Dropbox")
        self.assertIsNone(self.cli("create", "record")["synced_by"])

unittest.main(verbosity=1)
