#!/usr/bin/env python3
"""Makes photo.jpg and screenshot.png of this folder with ImageMagick: a made-up photograph that says when and where it was taken, and
a made-up screen of a telephone. Usage: make_pictures.py"""
import pathlib, struct, subprocess

HERE = pathlib.Path(__file__).resolve().parent

def exif(taken, offset, latitude, longitude):
    """A TIFF structure with a time, its offset from UTC, and a place (EXIF 2.3, 4.6)."""
    def ascii(tag, text): return (tag, 2, text.encode() + b"\0")
    def degrees(tag, value):
        whole = int(abs(value)); rest = (abs(value) - whole) * 60; minutes = int(rest)
        return (tag, 5, struct.pack("<6I", whole, 1, minutes, 1, round((rest - minutes) * 60 * 1000), 1000))
    def directory(at, entries):
        body, data, after = b"", b"", at + 2 + 12 * len(entries) + 4
        for tag, kind, value in entries:
            size = {1: 1, 2: 1, 4: 4, 5: 8}[kind]
            if len(value) <= 4: held = value.ljust(4, b"\0")
            else: held, data = struct.pack("<I", after + len(data)), data + value + b"\0" * (len(value) % 2)
            body += struct.pack("<HHI", tag, kind, len(value) // size) + held
        return struct.pack("<H", len(entries)) + body + b"\0\0\0\0" + data
    fine = directory(38, [ascii(0x9003, taken), ascii(0x9011, offset)])
    place = directory(38 + len(fine), [ascii(1, "N"), degrees(2, latitude), ascii(3, "W"), degrees(4, longitude)])
    first = struct.pack("<HHHII", 2, 0x8769, 4, 1, 38) + struct.pack("<HHII", 0x8825, 4, 1, 38 + len(fine)) + b"\0" * 4
    return b"II*\0" + struct.pack("<I", 8) + first + fine + place

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuMathTeXGyre.ttf"

def main():
    convert = ["convert", "-size", "2000x1500", "gradient:#cfd8dc-#607d8b", "-font", FONT, "-fill", "#1a1a1a", "-pointsize", "90", "-gravity", "center"]
    subprocess.run([*convert, "-annotate", "0", "a door", "-strip", "-quality", "70", str(HERE / "photo.jpg")], check=True)
    plain = (HERE / "photo.jpg").read_bytes()
    block = b"Exif\0\0" + exif("2025:09:15 07:42:07", "+01:00", 53.4808, -2.2426)
    (HERE / "photo.jpg").write_bytes(plain[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + plain[2:])
    screen = ["convert", "-size", "540x1170", "xc:#f5f5f0", "-font", FONT, "-fill", "#1a1a1a", "-pointsize", "28", "-gravity", "northwest"]
    subprocess.run([*screen, "-annotate", "+30+60", "D    3 May 2025, 22:41", "-annotate", "+30+110", "i never meant to hurt you", "-annotate", "+30+150", "please call me",
                    "-depth", "8", "-strip", "-define", "png:exclude-chunks=date,time", str(HERE / "screenshot.png")], check=True)

main()
