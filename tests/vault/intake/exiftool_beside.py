#!/usr/bin/env python3
"""What exiftool says of the pictures and films in folders, beside what Daybook says: size, day, zone, place. Prints how many agree, and each
that does not with the reason. A reason is a rule that holds for any file; a difference without one is a fault.
Usage: exiftool_beside.py FILE_FACTS_OF_MANY FOLDER..."""
import collections, json, pathlib, re, shutil, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from skipped import skipped

ASKED = ["File:all", "ImageWidth", "ImageHeight", "CanvasWidth", "CanvasHeight", "EXIF:all", "Composite:GPSLatitude", "Composite:GPSLongitude",
         "QuickTime:all"]
TIME = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d+)?\s*(.*)$")
ZONE = re.compile(r"([+-])(\d\d):?(\d\d)?$|Z$")
DAYS = 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31

def said_by_exiftool(files):
    """The tags of each file by group and name, as numbers where they are numbers."""
    said = {}
    for begin in range(0, len(files), 200):
        part = subprocess.run(["exiftool", "-json", "-n", "-q", "-G0", "-struct", *("-" + tag for tag in ASKED), "--", *files[begin:begin + 200]],
                              capture_output=True, text=True, errors="replace").stdout
        said |= {tags["SourceFile"]: tags for tags in (json.loads(part) if part.strip() else [])}
    return said

def number(value):
    try: return float(value)
    except (TypeError, ValueError): return None

def size(tags):
    """Width and height as they are stored: of the file, or else as some group of tags has them."""
    sides = []
    for side in "ImageWidth", "ImageHeight":
        found = [tags[key] for key in ("File:" + side, "EXIF:" + side) if key in tags] + [value for key, value in tags.items() if key.endswith(":" + side)]
        sides.append(int(number(found[0]) or 0) if found else 0)
    return tuple(sides)

def has_negative(file):
    """Whether a number of the place has a sign, which exiftool drops."""
    verbose = subprocess.run(["exiftool", "-v2", "--", file], capture_output=True, text=True, errors="replace").stdout
    return re.search(r"GPSL(at|ong)itude = [^\n]*-\d", verbose) is not None

def time(text):
    """A text as a day and a zone, or nothing where it is no time of the calendar."""
    found = TIME.match(text.strip("\0 "))
    if not found: return None
    year, month, day, hour, minute, second = map(int, found.groups()[:6])
    if not (year and 1 <= month <= 12 and 1 <= day <= DAYS[month - 1] and hour < 24 and minute < 60 and second < 60): return None
    return found[0][:19].replace(" ", "T").replace(":", "-", 2), found[7]

def zone(text):
    text = text.strip("\0 ")
    if not text.strip(" 0:"): return ""
    found = ZONE.match(text)
    if not found: return "?"
    if text == "Z": return "+00:00"
    hours, minutes = int(found[2]), int(found[3] or 0)
    return f"{found[1]}{hours:02}:{minutes:02}" if hours * 60 + minutes <= 14 * 60 and minutes < 60 else "?"

def taken(tags):
    """The time that these tags tell, with its zone, and why there is none where a text stands there."""
    reason = ""
    for tag, offset in ("EXIF:DateTimeOriginal", "EXIF:OffsetTimeOriginal"), ("EXIF:CreateDate", "EXIF:OffsetTimeDigitized"), ("QuickTime:CreationDate", None):
        text = str(tags.get(tag, ""))
        if not text: continue
        if found := time(text):
            own, beside = zone(found[1]), zone(str(tags.get(offset, "")))
            return found[0], beside if beside not in ("", "?") else own if own != "" else beside, ""
        reason = "the text is no time of the calendar, in the years 1 to 9999"
    text = str(tags.get("QuickTime:CreateDate", ""))
    if found := time(text):
        if found[0] >= "1970": return found[0], "+00:00", ""
        reason = "the header of a film has no time before 1970"
    return "", "", reason

def place(tags):
    """Latitude and longitude, and why Daybook tells none where numbers stand there."""
    latitude, longitude = number(tags.get("Composite:GPSLatitude")), number(tags.get("Composite:GPSLongitude"))
    if text := next((str(tags[tag]) for tag in ("QuickTime:GPSCoordinates", "QuickTime:LocationInformation") if tag in tags), ""):
        if len(parts := re.findall(r"-?\d+(?:\.\d+)?", text)) >= 2: latitude, longitude = map(float, parts[:2])
    letters = [str(tags.get("EXIF:GPS" + name + "Ref", "")).strip("\0") for name in ("Latitude", "Longitude")]
    plain = [number(tags.get("EXIF:GPS" + name)) for name in ("Latitude", "Longitude")]
    holds = bool(text) or any("EXIF:GPS" + name in tags for name in ("Latitude", "Longitude"))
    reason = ""
    if holds and not text:
        if letters[0].upper() not in ("N", "S") or letters[1].upper() not in ("E", "W"): reason = "a letter is none of N, S, E, W"
        elif None in plain: reason = "a fraction has no value"
        elif plain == [0, 0]: reason = "zero degrees of both is no place"
        elif plain[0] > 90 or plain[1] > 180: reason = "no such place is on the earth"
        if letters[0] == "s" or letters[1] == "w":  # exiftool takes small letters for north and east
            latitude, longitude = (-abs(plain[0]) if letters[0] in "sS" else plain[0]), (-abs(plain[1]) if letters[1] in "wW" else plain[1])
    return holds, (latitude, longitude) if latitude is not None and longitude is not None else None, reason

def main(program, folders):
    if not shutil.which("exiftool"): return skipped("exiftool is not installed") and 0
    folders = [folder for folder in folders if pathlib.Path(folder).is_dir()]
    if not folders: return skipped("the files of others are not there") and 0
    files = sorted(str(path) for folder in folders for path in pathlib.Path(folder).rglob("*") if path.is_file() and path.stat().st_size)
    lines = subprocess.run([program], input="\n".join(files) + "\n", capture_output=True, text=True, check=True).stdout.splitlines()
    theirs, faults = said_by_exiftool(files), []
    agreed, compared, saying, reasons = (collections.Counter() for _ in range(4))

    def judge(fact, file, mine, other, reason):
        compared[fact] += 1
        saying[fact] += bool(mine and mine != (0, 0) or other and other != (0, 0))
        if mine == other: agreed[fact] += 1
        elif reason: reasons[fact, reason] += 1
        else: faults.append(f"{fact}: {file}: {mine} here, {other} by exiftool")
        if mine != other: print(f"  {fact}: {file}: {mine} here, {other} by exiftool: {reason or 'NO REASON'}")

    for file, line in zip(files, lines, strict=True):
        mine, tags = json.loads(line), theirs.get(file, {})
        if not mine["may_say"]: continue
        if mine["media"].startswith("image/"):
            stored, here = size(tags), (mine["width"], mine["height"])
            cropped = "the file says that less of the picture is shown" if "QuickTime:CleanAperture" in tags else ""
            judge("size", file, here, stored if here != stored[::-1] else here, cropped)  # a picture may stand on its side
        day, offset, reason = taken(tags)
        judge("day", file, mine["taken"][:19], day, reason)
        if day and mine["taken"]: judge("zone", file, mine["taken"][19:] or ("?" if mine["unread_zone"] else ""), offset, "")
        holds, where, reason = place(tags)
        judge("holds a place", file, mine["holds_place"], holds, "")
        if not holds: continue
        here = mine["place"] and tuple(mine["place"])
        if here and where and all(abs(a - b) < 1e-5 for a, b in zip(here, where)): here = where
        if here != where and not reason and has_negative(file): reason = "a number has a sign beside the letter"
        judge("place", file, here, where, reason)
    for fact in compared: print(f"{fact}: {agreed[fact]} of {compared[fact]} agree; {saying[fact]} of them say one")
    for (fact, reason), count in sorted(reasons.items()): print(f"  {fact}: {count} differ, because {reason}")
    print(f"{len(faults)} differ without a reason")
    return 1 if faults else 0

if __name__ == "__main__": sys.exit(main(sys.argv[1], sys.argv[2:]))
