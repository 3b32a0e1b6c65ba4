"""Writes ZIP files byte by byte, as section 1 of the format says, or with any lie that a container can tell.

An `Entry` that is left alone is written "as written". Each of its fields can be set by itself, in the local header, in
the directory or in both, and nothing is checked: headers may contradict each other, offsets may point anywhere.
"""

import struct
import zlib
from dataclasses import dataclass, field

LOCAL = struct.Struct("<IHHHHHIIIHH")
CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
END = struct.Struct("<IHHHHIIH")
LOCAL_FIELDS = "signature version flags method time date crc packed size name_length extra_length".split()
CENTRAL_FIELDS = ("signature made_by version flags method time date crc packed size name_length extra_length "
                  "comment_length disk internal external offset").split()
END_FIELDS = "signature disk directory_disk entries_here entries directory_size directory_offset comment_length".split()

REGULAR = 0o100600 << 16
LINK = 0o120777 << 16
FOLDER = 0o040755 << 16 | 0x10


@dataclass
class Entry:
    """A file in the container. `data` is what it unpacks to; `packed` is made from it unless it is given."""
    name: bytes
    data: bytes = b""
    method: int = 0
    packed: bytes | None = None
    trailing: bytes = b""                        # after the end of the packed stream, but counted in the packed size
    both: dict = field(default_factory=dict)     # fields of both headers
    local: dict = field(default_factory=dict)    # of the local header only
    central: dict = field(default_factory=dict)  # of the directory only
    local_name: bytes | None = None
    local_extra: bytes = b""
    central_extra: bytes = b""
    comment: bytes = b""
    descriptor: str = ""                         # "", "signed", "plain", "wide" (sizes of 8 bytes) or "wide plain"
    zip64: bool = False                          # sizes and offset in extra fields though they would fit
    gap: bytes = b""                             # before the local header
    inside: tuple[int, int] | None = None        # writes nothing, but points so many bytes into that entry

    def packed_bytes(self) -> bytes:
        if self.packed is not None:
            return self.packed + self.trailing
        return (deflate(self.data) if self.method == 8 else self.data) + self.trailing


def deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def extra_field(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def usual(name: str, data: bytes = b"", **more) -> Entry:
    """An entry as an ordinary program writes one: packed, with a time, and a name of UTF-8."""
    fields = {"time": 0x6c20, "date": 0x5a61, "version": 20} | ({} if name.isascii() else {"flags": 0x800})
    return Entry(name.encode(), data, method=8 if data else 0, both=fields | more.pop("both", {}), **more)


def padme(length: int) -> int:
    """The least fixed point of Padmé that is not below `length`."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask


def padding(entries: list[Entry]) -> Entry:
    """PADDING.bin for a container of these entries."""
    empty = len(write(entries + [Entry(b"PADDING.bin")]))
    return Entry(b"PADDING.bin", bytes(padme(empty) - empty))


def write(entries: list[Entry], prefix: bytes = b"", before_directory: bytes = b"", comment: bytes = b"",
          suffix: bytes = b"",
          end: dict | None = None, zip64_end: dict | None = None, counted_prefix: bool = False) -> bytes:
    """The container. `end` sets fields of the end record; `zip64_end`, even when empty, asks for the ZIP64 records."""
    base = len(prefix) if counted_prefix else 0
    body, directory, offsets = bytearray(), bytearray(), []
    for entry in entries:
        packed = entry.packed_bytes()
        fields = {"made_by": 0x032d, "version": 10, "flags": 0, "method": entry.method, "time": 0, "date": 0x0021,
                  "crc": zlib.crc32(entry.data), "packed": len(packed), "size": len(entry.data),
                  "disk": 0, "internal": 0, "external": REGULAR}
        if entry.descriptor:
            fields["flags"] |= 8
        fields |= entry.both
        local_name = entry.name if entry.local_name is None else entry.local_name
        if entry.inside is None:
            body += entry.gap
            offsets.append(base + len(body))
            body += local_header(fields, entry, local_name) + packed + descriptor(fields, entry)
        else:
            other, distance = entry.inside
            offsets.append(offsets[other] + distance)
        directory += central_header(fields | {"offset": offsets[-1]}, entry)
    body += before_directory
    fields = {"signature": 0x06054b50, "disk": 0, "directory_disk": 0, "entries_here": len(entries),
              "entries": len(entries),
              "directory_size": len(directory), "directory_offset": base + len(body), "comment_length": len(comment)}
    records = b""
    if zip64_end is not None:
        wide = fields | {"signature": 0x06064b50} | zip64_end
        records = struct.pack("<IQHHIIQQQQ", wide["signature"], 44, 0x032d, 45, 0, 0, wide["entries_here"],
                              wide["entries"],
                              wide["directory_size"], wide["directory_offset"])
        records += struct.pack("<IIQI", 0x07064b50, 0, base + len(body) + len(directory), 1)
        fields |= {"entries_here": 0xffff, "entries": 0xffff, "directory_size": 0xffffffff,
                   "directory_offset": 0xffffffff}
    fields |= end or {}
    return bytes(prefix + body + directory + records + END.pack(*(fields[name] for name in END_FIELDS)) + comment
                 + suffix)


def local_header(fields: dict, entry: Entry, name: bytes) -> bytes:
    extra = entry.local_extra
    fields = fields | {"signature": 0x04034b50}
    if entry.descriptor:
        fields |= {"crc": 0, "packed": 0, "size": 0}
    if entry.zip64:
        extra += extra_field(1, struct.pack("<QQ", fields["size"], fields["packed"]))
        fields |= {"version": 45, "size": 0xffffffff, "packed": 0xffffffff}
    fields |= {"name_length": len(name), "extra_length": len(extra)} | entry.local
    return LOCAL.pack(*(fields[name] for name in LOCAL_FIELDS)) + name + extra


def central_header(fields: dict, entry: Entry) -> bytes:
    extra = entry.central_extra
    fields = fields | {"signature": 0x02014b50} | entry.central
    if entry.zip64:
        extra += extra_field(1, struct.pack("<QQQ", fields["size"], fields["packed"], fields["offset"]))
        fields |= {"version": 45, "size": 0xffffffff, "packed": 0xffffffff, "offset": 0xffffffff}
    fields = {"name_length": len(entry.name), "extra_length": len(extra), "comment_length": len(entry.comment)} | fields
    return CENTRAL.pack(*(fields[name] for name in CENTRAL_FIELDS)) + entry.name + extra + entry.comment


def descriptor(fields: dict, entry: Entry) -> bytes:
    if not entry.descriptor:
        return b""
    sizes = "<IQQ" if "wide" in entry.descriptor else "<III"
    signature = b"" if "plain" in entry.descriptor else b"PK\7\x08"
    return signature + struct.pack(sizes, fields["crc"], fields["packed"], fields["size"])
