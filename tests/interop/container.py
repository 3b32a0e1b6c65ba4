"""The container (section 3): where the entries of a ZIP are, what lies between them, and how they are unpacked.

Every byte is accounted for: it belongs to an entry, to the directory, to the end record, or it was added. Nothing is
unpacked before all of that is known. A bag that somebody unpacked has the same face: entries, and `chunks` of one.
"""

import bisect
import os
import re
import stat
import struct
import unicodedata
import zlib
from dataclasses import dataclass, field
from typing import Optional

from grammar import KIB, MIB, OverLimit, Refused

MOST_ENTRIES, MOST_DIRECTORY, END_WITHIN = 1_000_000, 256 * MIB, 16 * MIB
PIECE, ONES, ONES16 = 256 * KIB, 0xffffffff, 0xffff
PADDING = "PADDING.bin"
MOST_FOLDED = 1_024

LOCAL, CENTRAL = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I")
END, LOCATOR, END64 = struct.Struct("<4s4H2IH"), struct.Struct("<4sIQI"), struct.Struct("<4sQ2H2I4Q")
DESCRIPTORS = [(struct.Struct(form), magic) for form, magic in  # the longest first
               (("<4sI2Q", b"PK\7\x08"), ("<0sI2Q", b""), ("<4s3I", b"PK\7\x08"), ("<0s3I", b""))]
HAS_DESCRIPTOR, ENCRYPTED = 1 << 3, 1 << 0 | 1 << 6 | 1 << 13
STORED, DEFLATED = 0, 8
EMPTY_STREAM = b"\3\0"
marks_of_end = re.compile(b"PK(\5\6|\6[\6\7])").finditer
DOS_VOLUME_OR_FOLDER = 0x08 | 0x10
UNICODE_PATH = 0x7075
HARMLESS_EXTRAS = {0x0001, 0x000a, 0x5455, 0x5855, 0x7855, 0x7875, 0xcafe, 0xd935}


class Damaged(Exception):
    """An entry cannot be unpacked."""


@dataclass(slots=True)
class Entry:
    """Its bytes are those from `first` to `end`, its data begins at `start`. Without a local header it has none."""
    whole_name: str
    size: int = 0
    is_odd: bool = False
    name: str = ""  # without a folder around the copy (3.6)
    method: int = STORED
    flags: int = 0
    crc: Optional[int] = None
    packed: int = 0
    first: Optional[int] = None
    start: int = 0
    end: int = 0
    is_hidden: bool = False  # its local header lies in a chunk of the lock that did not open
    other_names: list = field(default_factory=list)  # in extra fields; whole, as whole_name
    trails: bool = False  # packed bytes follow the end of its deflate stream; known when it was unpacked


# ---- names (3.6)
IGNORABLE = re.compile("[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
                       "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
                       "\U000e0000-\U000e0fff]")
CONTROL = re.compile("[\0-\x1f\x7f]")
is_place = re.compile(r"[a-z0-9_-]+([./][a-z0-9_-]+)*").fullmatch
is_system_name = re.compile(r"__MACOSX/.*|(.*/)?(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)", re.DOTALL).fullmatch


def places(name):
    """What some system may take for one file has one place in common. A name with `..` in it has up to two, and one with
    letters that are not ASCII has those of the name without them.

    Letters are folded one by one. That differs from folding the whole only where marks join letters, so never for a
    place in ASCII, as those of all sealed files are; and its time does not grow with the square of a hostile name."""
    if is_place(name):
        return {name}
    ascii_only = "".join(char for char in name if char < "\x80")
    found = spelled_places(name)
    return found if ascii_only == name else found | {place for place in spelled_places(ascii_only) if place}


def spelled_places(name):
    is_folded, parts, parts_kept = len(name.encode("utf-8", "surrogateescape")) <= MOST_FOLDED, [], []
    for part in re.sub(r"\A[A-Za-z]:", "", name.partition("\0")[0].replace("\\", "/")).split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
            parts_kept.append(part)
    return {folded(joined) if is_folded else joined for joined in map(joined_parts, (parts, parts_kept))}


def names_folder(name):
    """Nobody can put a file where the last part of its name leads to the folder that it lies in, or the one above."""
    return re.split(r"[/\\]", name.partition("\0")[0])[-1] in ("", ".", "..")


def joined_parts(parts):
    return "/".join(re.sub(r";[0-9]*\Z", "", CONTROL.sub("", part).partition(":")[0]).rstrip(". ") for part in parts)


def folded(text):
    return "".join(IGNORABLE.sub("", unicodedata.normalize("NFKC", char).casefold()) for char in text)


# ---- the outside
def padme(length):
    """The least fixed point of Padmé from this length on (section 1)."""
    exponent = length.bit_length() - 1
    mask = (1 << exponent - exponent.bit_length()) - 1
    return (length + mask) & ~mask


def what(data):
    """What a file that is no ZIP seems to be."""
    kinds = {
        "age text": rb"-----BEGIN AGE ENCRYPTED FILE-----", "PDF": rb"%PDF-",
        "picture": rb"\xff\xd8\xff|\x89PNG|GIF8|BM|II\*\0|MM\0\*|(?s:RIFF....WEBP|....ftyp(heic|heix|mif1|avif))",
        "web page": rb"(?i)(\xef\xbb\xbf)?\s*<(!doctype html|html|head)", "file": rb"(?s).", "empty": rb"",
    }
    return next(kind for kind, beginning in kinds.items() if re.match(beginning, data[:64 * KIB]))


class Zip:
    """A ZIP as far as it can be read without unpacking it. `added`: where bytes were added that are in no entry."""

    def __init__(self, data, holes):
        self.data, self.holes, self.added = data, holes, set()
        self.find_end()
        self.entries = [self.locate(*header) for header in self.headers()]
        self.account()

    def in_hole(self, first, end):
        before = bisect.bisect_left(self.holes, (end,)) - 1
        return before >= 0 and self.holes[before][1] > first

    # ---- the end record and the directory (3.2)
    def find_end(self):
        at = len(self.data)
        while True:
            at = self.data.rfind(b"PK\5\6\0\0\0\0", max(0, len(self.data) - END_WITHIN), at + 7)
            if at < 0 and self.data[:4] == b"PK\3\4":
                raise Refused("container_cut_off", "")
            if at < 0:
                raise Refused("container_not_a_copy", what(self.data))
            if at + END.size <= len(self.data) and self.takes_end(at):
                break
        if self.count > MOST_ENTRIES:
            raise OverLimit("entries")
        if self.below - self.directory > MOST_DIRECTORY:
            raise OverLimit("directory")
        if self.shift < 0 or self.in_hole(self.directory, len(self.data)):
            raise Refused("container_malformed", "")

    def takes_end(self, at):
        """Whether this is an end record; then it says where the directory is."""
        *_, here, count, size, offset, comment = END.unpack_from(self.data, at)
        below, locator, used = at, max(0, at - LOCATOR.size), {at}
        if here != count:
            return False
        if (count == ONES16 or ONES in (size, offset)) and self.data[locator:locator + 4] == b"PK\6\7":
            narrow, below, used = (count, size, offset), locator - END64.size, {at, locator, locator - END64.size}
            if below < 0 or self.data[below:below + 4] != b"PK\6\6":
                raise Refused("container_malformed", "")
            *_, disk, disk_of_directory, here, count, size, offset = END64.unpack_from(self.data, below)
            fields = zip(narrow, (ONES16, ONES, ONES), (count, size, offset))
            agree = all(field in (ones, wide) for field, ones, wide in fields)
            if disk or disk_of_directory or here != count or not agree or size > below:
                raise Refused("container_malformed", "")
        self.count, self.directory, self.below, self.end_at, self.used_marks = count, below - size, below, at, used
        self.shift = self.directory - offset  # as many bytes were put before the ZIP
        self.after = min(at + END.size + comment, len(self.data))
        return size <= below

    def headers(self):
        """The fields, the name and the extra fields of each entry."""
        at = self.directory
        for _ in range(self.count):
            name_at = at + CENTRAL.size
            if name_at > self.below or self.data[at:at + 4] != b"PK\1\2":
                raise Refused("container_malformed", "")
            fields = CENTRAL.unpack_from(self.data, at)
            extra_at = name_at + fields[10]
            comment_at = extra_at + fields[11]
            at = comment_at + fields[12]
            if at > self.below:
                raise Refused("container_malformed", "")
            if at > comment_at:
                self.added.add("comment")
            yield fields, self.data[name_at:extra_at], self.data[extra_at:comment_at]
        if at != self.below:
            raise Refused("container_malformed", "")

    # ---- one entry (3.3 to 3.5)
    def locate(self, fields, name, extra):
        _, _, _, flags, method, _, _, crc, packed, size, _, _, _, _, _, attributes, offset = fields
        size, packed, offset = widened(extra, size, packed, offset)
        entry = Entry(name.decode("utf-8", "surrogateescape"), size, False, "", method, flags, crc, packed)
        entry.is_odd = bool(method not in (STORED, DEFLATED) or flags & ENCRYPTED or method == STORED and size != packed
                            or attributes >> 28 not in (0, stat.S_IFREG >> 12)
                            or attributes & DOS_VOLUME_OR_FOLDER and not name.endswith(b"/"))
        take_extra(entry, extra, name)
        first = offset + self.shift
        extra_at = first + LOCAL.size + len(name)
        if self.in_hole(first, extra_at):  # nobody can say what stands there: no fault of the ZIP
            entry.is_hidden, entry.first, entry.start, entry.end = True, first, extra_at, extra_at + packed
            return entry
        if first + LOCAL.size > len(self.data) or self.data[first:first + 4] != b"PK\3\4":
            entry.is_odd = True
            return entry
        header = LOCAL.unpack_from(self.data, first)
        _, _, its_flags, its_method, _, _, its_crc, its_packed, its_size, name_size, extra_size = header
        extra_at = first + LOCAL.size + name_size
        entry.first, entry.start = first, extra_at + extra_size
        its_size, its_packed = widened(self.data[extra_at:entry.start], its_size, its_packed)
        take_extra(entry, self.data[extra_at:entry.start], name)
        same = (self.data[first + LOCAL.size:extra_at], its_flags, its_method) == (name, flags, method)
        may_be_zero = 0 if flags & HAS_DESCRIPTOR else None
        pairs = (its_crc, crc), (its_size, size), (its_packed, packed)
        entry.is_odd |= not (same and all(its in (value, may_be_zero) for its, value in pairs))
        entry.end = entry.start + packed + (self.descriptor(entry) if flags & HAS_DESCRIPTOR else 0)
        return entry

    def descriptor(self, entry):
        """The length of what follows the data and agrees with the directory, or 0."""
        at, fields = entry.start + entry.packed, (entry.crc, entry.packed, entry.size)
        for form, magic in DESCRIPTORS:
            if at + form.size <= self.directory and form.unpack_from(self.data, at) == (magic, *fields):
                return form.size
        return 0

    # ---- what lies where (3.3, 3.7)
    def account(self):
        """Raises Refused where entries overlap or there are two ends; else notes what lies outside of the entries."""
        reach, gaps = 0, []
        placed = sorted((entry for entry in self.entries if entry.first is not None), key=lambda entry: entry.first)
        for entry in placed:
            if entry.first < reach or entry.end > self.directory:
                raise Refused("container_overlap", "")
            gaps.append((reach, entry.first))
            reach = entry.end
        gaps = [(first, end) for first, end in gaps + [(reach, self.directory)] if first < end]
        outside = 0  # of packed data
        for first, end in [(one.start, one.start + one.packed) for one in placed if one.packed] + [(len(self.data),) * 2]:
            for mark in marks_of_end(self.data, max(0, outside - 3), min(first + 3, len(self.data))):
                if mark.start() not in self.used_marks:
                    raise Refused("container_two_ends", "")
            outside = end
        self.added |= {"between" if first else "before" for first, end in gaps if not self.in_hole(first, end)}
        if self.after > self.end_at + END.size:
            self.added.add("comment")
        if self.after < len(self.data):
            self.added.add("after")

    def is_written(self):
        """As written (section 1), whatever the length of the padding: made again, the headers are those here."""
        data, at, listed = self.data, 0, self.directory
        for entry in self.entries:
            name, size = entry.whole_name.encode("utf-8", "surrogateescape"), entry.size
            sizes = [size, entry.packed] if max(size, entry.packed) >= ONES else []
            common = 0, 0, 0, 0x21, entry.crc, min(entry.packed, ONES), min(size, ONES), len(name)
            version, extra = written_wide(sizes)
            local = LOCAL.pack(b"PK\3\4", version, *common, len(extra)) + name + extra
            version, extra = written_wide(sizes + ([at] if at >= ONES else []))
            rest = len(extra), 0, 0, 0, 0x81800000, min(at, ONES)
            central = CENTRAL.pack(b"PK\1\2", 0x32d, version, *common, *rest) + name + extra
            is_local = entry.is_hidden or data[at:at + len(local)] == local
            is_alike = is_local and data[listed:listed + len(central)] == central and size == entry.packed
            if not is_alike or name.endswith(b"/"):
                return False
            at, listed = at + len(local) + entry.packed, listed + len(central)
        are_padding = [entry.whole_name == PADDING for entry in self.entries]
        ends = at == self.directory and data[listed:] == written_end(self.count, listed - at, at)
        return ends and are_padding[-1] and sum(are_padding) == 1

    # ---- unpacking
    def has_no_bytes(self, entry):
        """3.7, of a folder: the two bytes of an empty stream are none."""
        is_empty_stream = entry.method == DEFLATED and entry.packed == len(EMPTY_STREAM) and entry.first is not None
        return not entry.size and (not entry.packed or is_empty_stream
                                   and self.data[entry.start:entry.start + entry.packed] == EMPTY_STREAM)

    def chunks(self, entry):
        """The content in pieces, never more than its size and one piece, whatever the stream would grow to."""
        if entry.is_hidden or self.in_hole(entry.start, entry.end):
            raise Damaged
        at, end, left = entry.start, entry.start + entry.packed, entry.size
        if entry.method == STORED:
            yield from (self.data[at:min(at + PIECE, end)] for at in range(at, end, PIECE))
            return
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        while not stream.eof:
            packed = stream.unconsumed_tail
            if not packed:
                packed, at = self.data[at:min(at + PIECE, end)], min(at + PIECE, end)
            try:
                piece = stream.decompress(packed, PIECE)
            except zlib.error:
                raise Damaged from None
            left -= len(piece)
            if left < 0 or not (piece or packed):
                raise Damaged
            yield piece
        entry.trails = bool(stream.unused_data or at < end)


def extra_fields(extra):
    """Kind and content of each; None for the content of one that reaches over the end."""
    at = 0
    while at < len(extra):
        kind, size = struct.unpack_from("<2H", extra, at) if at + 4 <= len(extra) else (None, len(extra))
        content, at = extra[at + 4:at + 4 + size], at + 4 + size
        yield kind, content if at <= len(extra) else None


def take_extra(entry, extra, name):
    """3.5, 3.6: what some programs take for the name or the kind of the entry."""
    for kind, content in extra_fields(extra):
        if kind == UNICODE_PATH and content is not None:
            its_name = content[5:]  # after version and CRC-32
            if its_name != name:
                entry.is_odd = True
                entry.other_names.append(its_name.decode("utf-8", "surrogateescape"))
        elif kind not in HARMLESS_EXTRAS or content is None:
            entry.is_odd = True


def widened(extra, *fields):
    """The fields that are all ones, replaced by those of the ZIP64 extra field, where it has them."""
    wide = next((content for kind, content in extra_fields(extra) if kind == 1 and content), b"")
    for field in fields:
        if field == ONES and len(wide) >= 8:
            field, wide = int.from_bytes(wide[:8], "little"), wide[8:]
        yield field


def written_wide(values):
    """The version of an entry, and the ZIP64 extra field with these values."""
    return (45, struct.pack(f"<2H{len(values)}Q", 1, 8 * len(values), *values)) if values else (10, b"")


def written_end(count, size, offset):
    end = END.pack(b"PK\5\6", 0, 0, min(count, ONES16), min(count, ONES16), min(size, ONES), min(offset, ONES), 0)
    if count >= ONES16 or size >= ONES or offset >= ONES:
        end64 = END64.pack(b"PK\6\6", END64.size - 12, 0x32d, 45, 0, 0, count, count, size, offset)
        end = end64 + LOCATOR.pack(b"PK\6\7", 0, offset + size, 1) + end
    return end


# ---- a bag that somebody unpacked
class Folder:
    """Its files as they lie. There is no container, so no bytes were added to one."""
    added = frozenset()

    def __init__(self, root, beside=""):
        """`beside`: a file beside the bag that is looked at too, where it is there."""
        self.root, self.entries, self.beside = root, [], beside
        if beside and os.path.lexists(beside):
            status = os.lstat(beside)
            is_file = stat.S_ISREG(status.st_mode)
            self.entries.append(Entry(os.path.basename(beside), status.st_size if is_file else 0, not is_file))
        for folder, folders, files in os.walk(root):
            for path in (os.path.join(folder, name) for name in folders + files):
                status, name = os.lstat(path), "bag/" + os.path.relpath(path, root)
                is_file = stat.S_ISREG(status.st_mode)
                is_folder = stat.S_ISDIR(status.st_mode)
                self.entries.append(Entry(name + "/") if is_folder else Entry(name, status.st_size, not is_file))

    def has_no_bytes(self, entry):
        return not entry.size

    def chunks(self, entry):
        try:
            is_inside = entry.name.startswith("bag/")
            path = os.path.join(self.root, entry.name.removeprefix("bag/")) if is_inside else self.beside
            with open(path, "rb") as file:
                while piece := file.read(PIECE):
                    yield piece
        except OSError:
            raise Damaged from None
