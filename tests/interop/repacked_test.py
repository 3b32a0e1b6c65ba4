#!/usr/bin/python3
"""A genuine copy that others packed again is as good: by zip, 7z, bsdtar and Python as they are, and by the rules of Explorer
and Finder; with what a computer leaves in a folder it is told as added, by name. Usage: repacked_test.py CLI COPY"""
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile
import zlib

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from skipped import skipped  # noqa: E402

CLI, COPY = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()


def by_rules(target, files, has_descriptors, made_by, flags):
    """A ZIP with deflated entries; with descriptors the sizes come after the data, as Finder writes it."""
    out, directory = bytearray(), bytearray()
    for name, data in files:
        raw = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed, crc = raw.compress(data) + raw.flush(), zlib.crc32(data)
        sizes = (crc, len(packed), len(data))
        there = (0, 0, 0) if has_descriptors else sizes
        extra = b"UX" + struct.pack("<H", 8) + bytes(8) if has_descriptors else b""
        common = (20, flags, 8, 0x6a21, 0x5d7c)
        directory += struct.pack("<IH5H3I5HII", 0x02014b50, made_by, *common, *sizes, len(name), len(extra), 0, 0, 0,
                                 0o100644 << 16 if made_by >> 8 == 3 else 0x20, len(out)) + name + extra
        out += struct.pack("<I5H3IHH", 0x04034b50, *common, *there, len(name), len(extra)) + name + extra + packed
        if has_descriptors:
            out += struct.pack("<4I", 0x08074b50, *sizes)
    end = struct.pack("<IHHHHIIH", 0x06054b50, 0, 0, len(files), len(files), len(directory), len(out), 0)
    target.write_bytes(out + directory + end)


class Repacked(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.inside = self.folder / "inside"
        with zipfile.ZipFile(COPY) as copy:
            copy.extractall(self.inside)
        self.target = self.folder / "again.zip"

    def check(self, what, expected, path=None):
        done = subprocess.run([CLI, "verify", str(path or self.target)], capture_output=True, text=True)
        self.assertEqual(done.returncode, expected, f"{what}: {done.stdout}")
        if not path:
            self.target.unlink()
        return done.stdout

    def run_tool(self, *command):
        if not shutil.which(command[0]):
            self.skipTest(skipped(f"no {command[0]} program"))
        subprocess.run(command, cwd=self.inside, check=True, stdout=subprocess.DEVNULL)

    def with_and_without_litter(self, *command):
        self.run_tool(*command)
        self.check(" ".join(command), 0)
        (self.inside / "bag" / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
        self.run_tool(*command)
        self.assertIn("bag/.DS_Store was added later", self.check(" ".join(command), 21))

    def test_zip(self):
        self.with_and_without_litter("zip", "-qr", str(self.target), "bag", "PADDING.bin")

    def test_zip_without_the_padding_and_with_a_folder_around(self):
        self.run_tool("zip", "-qr", str(self.target), "bag")
        self.check("zip bag", 0)
        (self.inside / "copy (1)").mkdir()
        shutil.move(self.inside / "bag", self.inside / "copy (1)" / "bag")
        self.run_tool("zip", "-qr", str(self.target), "copy (1)")
        self.check("zip with a folder around", 0)

    def test_7z(self):
        self.with_and_without_litter("7z", "a", "-tzip", str(self.target), "bag", "PADDING.bin")

    def test_bsdtar(self):
        self.with_and_without_litter("bsdtar", "-a", "-cf", str(self.target), "bag", "PADDING.bin")

    def test_python(self):
        for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            with zipfile.ZipFile(COPY) as copy, zipfile.ZipFile(self.target, "w", packing) as again:
                for entry in copy.infolist():
                    again.writestr(entry.filename, copy.read(entry))
            self.check("Python", 0)

    def test_the_rules_of_explorer_and_finder(self):
        with zipfile.ZipFile(COPY) as copy:
            files = [(entry.filename.encode(), copy.read(entry)) for entry in copy.infolist()]
        by_rules(self.target, files, False, 20, 0)
        self.check("Explorer", 0)
        finder = [(b"bag/", b"")] + files
        by_rules(self.target, finder, True, 3 << 8 | 21, 8)
        self.check("Finder", 0)
        litter = [(b"bag/.DS_Store", b"\0\0\0\1Bud1"), (b"__MACOSX/._bag", b"\0\5\x16\7"), (b"bag/Thumbs.db", b"\xd0\xcf")]
        by_rules(self.target, finder + litter, True, 3 << 8 | 21, 8)
        said = self.check("Finder with what it leaves", 21)
        for name, _ in litter:
            self.assertIn(name.decode() + " was added later. A computer may leave such a file by itself.", said)

    def test_a_folder_that_somebody_unpacked(self):
        self.check("folder", 0, self.inside)
        self.check("folder", 0, self.inside / "bag")
        (self.inside / "bag" / "data" / "desktop.ini").write_text("x")
        self.check("folder with something added", 21, self.inside)
        (self.inside / "bag" / "data" / "desktop.ini").unlink()
        original = next((self.inside / "bag" / "data").iterdir())
        moved = self.folder / "moved"
        shutil.move(original, moved)
        original.symlink_to(moved)
        self.assertIn("is a link", self.check("folder with a link", 20, self.inside))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
