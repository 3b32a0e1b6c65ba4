"""Copies that are about the outside: the lock, the container, what was added to it, and what was typed."""

import itertools
import struct
import zlib

import age_writer
import zip_writer
from copy_builder import (SIGNATURE, START_HERE, START_TEXT, TAG_LIST, Copy, branch_copy, canonical, continued_copy, edited,
                          key_change_copy, pair_copy, people_copy, reported_copy, sealed, sha256, sha512, small_copy,
                          tree_root)
from expected import Case, Expected, continued, of_people, other_log, pair, reported, small
from lies_signed import constant, filled, on, valued
from lies_signed import told as sealed_with_lie
from zip_writer import FOLDER, LINK, Entry, deflate, extra_field, usual, write

# Section 6: eight words of the BIP 39 English list from the digest of the root key, looked up once.
KEEPER_WORDS = "index reform unhappy latin fun pet worry dad"
SECOND_WORDS = "cupboard dwarf color eager north rose behind sustain"

READER, OTHER = age_writer.Identity("reader"), age_writer.Identity("other reader")


def locked_copy(*recipients: age_writer.Identity) -> Copy:
    copy = small_copy()
    copy.recipients = list(recipients or [READER])
    return copy


def locked(finding: str = "recipient_is_you") -> Expected:
    return small().instead("lock_none", "lock_opened").instead("recipient_not_locked", finding)


def lock():
    key = {"typed": {"identity": "key.txt"}, "beside": {"key.txt": READER.text.encode() + b"\n"}, "ending": "age"}
    copy = locked_copy()
    good = copy.age()

    def closed(finding: str, exit: int) -> Expected:
        return small().stops("lock", finding).unknown(exit)

    yield Case("locked", "lock_opened", "3.1", "locked for one reader, opened with the reader's key", good, locked(),
               **key)
    two = locked_copy(OTHER, READER)
    yield Case("locked_for_two", "recipient_is_you", "2", "locked for two readers; the key of the second opens it",
               two.age(),
               locked(), **key)
    yield Case("forwarded_locked", "recipient_forwarded", "5", "locked anew for a reader that the seal does not name",
               age_writer.encrypt(locked_copy(OTHER).zip(), [READER], "forwarded"), locked("recipient_forwarded"),
               **key)
    yield Case("forwarded_open", "recipient_forwarded", "5", "was locked when it was sealed, and is not any more",
               copy.zip(),
               small().instead("recipient_not_locked", "recipient_forwarded"))
    yield Case("locked_for_nobody_named", "recipient_forwarded", "5", "sealed for nobody, and locked by somebody later",
               small_copy().age(READER), locked("recipient_forwarded"), **key)
    kept = age_writer.Identity("kept under a passphrase")
    phrase = age_writer.Passphrase("correct horse")
    yield Case("password_key", "recipient_is_you", "1",
               "the key that opens the copy lies beside it, under a passphrase",
               locked_copy(kept).age(), locked(), ending="age",
               typed={"password_key": "password-key.age", "passphrase": phrase.text},
               beside={"password-key.age": age_writer.encrypt(kept.text.encode() + b"\n", [phrase], "password key")})
    yield Case("locked_by_passphrase", "recipient_unknown", "5",
               "locked with a passphrase alone, which no digest in the seal is of",
               small_copy().age(phrase), locked("recipient_unknown"), ending="age", typed={"passphrase": phrase.text})
    yield Case("lock_other_key", "lock_other_key", "5", "the key given is that of somebody else", good,
               closed("lock_other_key", 12),
               typed={"identity": "key.txt"}, beside={"key.txt": OTHER.text.encode() + b"\n"}, ending="age")
    yield Case("lock_no_key", "lock_other_key", "5", "locked, and no key is given", good, closed("lock_other_key", 12),
               ending="age")
    end = age_writer.header_length(good)
    malformed = {
        "lock_malformed_mac": ("the MAC is one character short", good[:end - 2] + good[end - 1:]),
        "lock_malformed_base64": ("a stanza has a character that is not base64",
                                  good.replace(b"-> X25519 ", b"-> X25519 *", 1)),
        "lock_malformed_version": ("a version of age that nobody has written yet",
                                   good.replace(b"org/v1\n", b"org/v2\n", 1)),
        "lock_malformed_no_stanza": ("a header without a stanza",
                                     b"age-encryption.org/v1\n" + good[good.index(b"--- "):]),
        "lock_malformed_long": ("a header over 64 KiB",
                                good[:end].replace(b"\n-> ", b"\n-> grease" + b" a" * 33_000 + b"\n\n-> ", 1)),
    }
    for name, (about, data) in malformed.items():
        yield Case(name, "lock_malformed", "3.1", about, data, closed("lock_malformed", 10), **key)
    yield Case("lock_altered", "lock_altered", "3.1", "a stanza was put into the header, which the MAC does not know",
               good.replace(b"\n-> ", b"\n-> grease\n\n-> ", 1), closed("lock_altered", 10), **key)
    yield Case("lock_cut_off", "lock_cut_off", "3.1", "the last third is not there", good[:len(good) * 2 // 3],
               closed("lock_cut_off", 10), **key)
    yield Case("lock_last_chunk", "lock_cut_off", "3.1", "a bit of the final chunk is flipped",
               age_writer.with_flipped_chunk(good, 0), closed("lock_cut_off", 10), **key)
    thirds = (len(good) // 3, len(good) // 3)
    yield Case("parts", "container_as_written", "1", "in three parts, which are one file", small_copy().zip(), small(),
               parts=thirds)
    yield Case("parts_locked", "lock_opened", "1", "locked, and in three parts", good, locked(), parts=thirds, **key)
    yield Case("parts_one_missing", "lock_cut_off", "1", "locked, and the third of three parts is missing", good,
               closed("lock_cut_off", 10), parts=thirds, missing_parts=(3,), **key)

    def noisy(length: int) -> Copy:
        """With an item that is so long."""
        noise = b"".join(sha512(b"noise %d" % number) for number in range(length // 64 + 1))[:length]
        copy = locked_copy()
        copy.add_item("file", "noise.bin", noise, "bin", "application/octet-stream")
        return copy

    def chunk_broken(*paths: str) -> Expected:
        expected = Expected(17, [("000001", "data/000001.txt"), ("000002", "data/000002.bin")], 3)
        expected.instead("lock_none", "lock_opened").instead("recipient_not_locked", "recipient_is_you")
        for path in paths:
            expected.file("entry_damaged", path).item(path, "item_file_changed")
        return expected.lie()

    yield Case("lock_one_chunk", "entry_damaged", "3.1",
               "a chunk in the midst of a payload file does not open; the others do",
               age_writer.with_flipped_chunk(noisy(131_840).age(), 1), chunk_broken("data/000002.bin"), stored=False,
               **key)
    yield Case("lock_first_chunk", "entry_damaged", "3.1",
               "a chunk with three files and their local headers does not open: they are damaged, and nothing else",
               age_writer.with_flipped_chunk(noisy(65_600).age(), 0),
               chunk_broken("bagit.txt", "data/000001.txt", "data/000002.bin"), stored=True, **key)
    start = len(write(noisy(60_000).entries())) - 60_000      # all but the original
    copy = noisy(age_writer.CHUNK + 300 - start)
    yield Case("lock_chunk_of_directory", "container_malformed", "3.1",
               "a chunk with the beginning of the directory does not open",
               age_writer.with_flipped_chunk(age_writer.encrypt(write(copy.entries()), [READER], "directory"), 0),
               small().instead("lock_none", "lock_opened").stops("container", "container_malformed").unknown(10), **key)


def not_a_copy():
    kinds = {
        "empty": b"", "web page": b"<!DOCTYPE html>\n<title>Sign in</title>\n",
        "picture": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(99),
        "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "ZIP": write([usual("letter.txt", b"Dear all,\n")]),
        "file": b"Dear all,\n",
        "age text": b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n"
                    b"-----END AGE ENCRYPTED FILE-----\n",
    }
    for kind, data in kinds.items():
        yield Case("not_a_copy_" + kind.lower().replace(" ", "_"), "container_not_a_copy", "5",
                   "no copy at all: " + kind, data,
                   small().stops("container", "container_not_a_copy", kind).unknown(10), stored=True)
    likewise = {
        "zip_empty": ("ZIP", "a ZIP of no entries", write([])),
        "heic": ("picture", "a picture as telephones make it", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        "webp": ("picture", "a picture as messengers make it", b"RIFF\x24\0\0\0WEBPVP8 "),
        "tiff": ("picture", "a picture as scanners make it", b"MM\0\x2a\0\0\0\x08"),
        "page_after_blanks": ("web page", "a web page that begins with a byte order mark and blanks",
                              b"\xef\xbb\xbf \r\n\t<HTML><body>Sign in"),
    }
    for name, (kind, about, data) in likewise.items():
        yield Case("not_a_copy_" + name, "container_not_a_copy", "5", about, data,
                   small().stops("container", "container_not_a_copy", kind).unknown(10),
                   stored=name in ("heic", "page_after_blanks"))


def folders():
    """A copy that somebody unpacked."""
    def unpacked(copy: Copy) -> dict[str, bytes]:
        return {"bag/" + path: data for path, data in copy.files().items()}

    def told(copy: Expected) -> Expected:
        return copy.instead("container_as_written", "container_is_folder")

    yield Case("folder", "container_is_folder", "3", "unpacked; what lies beside the bag is not looked at",
               unpacked(small_copy()) | {"PADDING.bin": b"text", "letter.txt": b"Dear all,\n"}, told(small()))
    changed_report = reported_copy()
    changed_report.later["report/report.html"] = constant(b"<p>He never said that.\n")
    yield Case("folder_changed", "file_changed", "3", "unpacked, and the report was changed", unpacked(changed_report),
               told(reported()).file("file_changed", "report/report.html").lie(), stored=True)
    yield Case("not_a_copy_folder", "container_not_a_copy", "5", "no copy at all: a folder without a bag",
               {"letter.txt": b"Dear all,\n"}, small().stops("container", "container_not_a_copy", "folder").unknown(10),
               stored=True)


def repacked():
    """What ordinary programs do to a ZIP is no fault."""
    def each(change, copy: Copy) -> list[Entry]:
        entries = copy.entries()
        for entry in entries:
            change(entry)
        return entries

    def deflated(entry: Entry):
        entry.method, entry.both = 8, {"time": 0x6c20, "date": 0x5a61, "version": 20}
        entry.local_extra = entry.central_extra = extra_field(0x5455, b"\1\0\0\0\0")

    def described(entry: Entry):
        entry.descriptor = next(kinds)

    kinds = itertools.cycle(("signed", "plain", "wide", "wide plain"))
    folders = [Entry(name, both={"external": FOLDER}) for name in (b"bag/", b"bag/data/", b"bag/log/",
                                                                   b"bag/log/entries/")]
    yield Case("repacked_by_a_program", "container_repacked", "3.8",
               "packed, with folders, times and extra fields, without padding",
               write(folders + each(deflated, small_copy())), small().repacked())
    yield Case("repacked_with_descriptors", "container_repacked", "3.3",
               "descriptors of all four kinds after the files",
               sealed(each(described, small_copy())), small().repacked())
    yield Case("repacked_zip64", "container_repacked", "3.4",
               "sizes and offsets in extra fields, and ZIP64 end records",
               sealed(each(lambda entry: setattr(entry, "zip64", True), small_copy()), zip64_end={}),
               small().repacked())
    yield Case("repacked_backwards", "container_repacked", "3.8", "the directory in another order than the files",
               swapped_directory(sealed(small_copy().entries())), small().repacked())
    attributes = itertools.cycle((0, 0o600 << 16, 0o100644 << 16, 0x20, 0x21))
    yield Case("repacked_by_others", "container_repacked", "3.5",
               "no attributes, a mode without type bits, those of DOS: no file is odd",
               sealed(each(lambda entry: entry.both.update(external=next(attributes)), small_copy())),
               small().repacked())
    yield Case("repacked_without_padding", "container_repacked", "3.8", "PADDING.bin is missing, and no more",
               write(small_copy().entries()), small().repacked())

    def outside(*around: str, more: tuple = ()) -> bytes:
        """Packed with a folder around it; `around`: the first beginning of the names, and its folders."""
        entries = each(deflated, reported_copy())
        for entry in entries:
            entry.name = around[0].encode() + entry.name
        return write([Entry(name.encode(), both={"external": FOLDER}) for name in around] + entries + list(more))

    yield Case("repacked_in_folder", "container_repacked", "3.6", "packed with a folder around it",
               outside("copy-8c2f1d7a/", "copy-8c2f1d7a/bag/"), reported().repacked())
    yield Case("repacked_in_folders", "container_repacked", "3.6", "packed with two folders around it",
               outside("Desktop/copy-8c2f1d7a/", "Desktop/", "Desktop/copy-8c2f1d7a/bag/data/"), reported().repacked())
    yield Case("repacked_in_dot", "container_repacked", "3.6", "packed with `./` before all names",
               outside("./", "./bag/", "./bag/data/"), reported().repacked())
    inside = usual("copy/PADDING.bin", b"text")
    yield Case("repacked_in_folder_padding", "padding_changed", "3.6",
               "packed with a folder around it, and PADDING.bin in it holds a text",
               outside("copy/", more=(inside,)), reported().repacked().also("padding_changed").ends("added"))
    letters = [usual("copy/letter.txt", b"Dear all,\n"), usual("note.txt", b"Dear all,\n"),
               usual("copy-2/bag/letter.txt", b"Dear all,\n")]
    yield Case("added_in_folder", "file_added", "3.6",
               "packed with a folder around it, and letters in it and beside it",
               outside("copy/", more=tuple(letters)),
               reported().repacked().also("file_added", "letter.txt").also("file_added", "note.txt")
               .also("file_added", "copy-2/bag/letter.txt").ends("added"), stored=True)
    yield Case("same_place_in_folder", "entry_doubled", "3.6",
               "packed with a folder around it, and the report once more without that folder",
               outside("copy/", more=(usual("bag/report/report.html", b"<p>Otherwise.\n"),)),
               reported().repacked().file("entry_doubled", "report/report.html").lie(), stored=True)
    twice = [Entry(start + entry.name, entry.data) for start in (b"one/", b"two/") for entry in small_copy().entries()]
    yield Case("two_folders", "container_not_a_copy", "3.6", "two copies in two folders: none of them is meant",
               write(twice), small().stops("container", "container_not_a_copy", "ZIP").unknown(10), stored=True)


def swapped_directory(container: bytes) -> bytes:
    """The first two headers of the directory change places."""
    start = container.index(b"PK\1\2")
    middle = container.index(b"PK\1\2", start + 4)
    end = container.index(b"PK\1\2", middle + 4)
    return container[:start] + container[middle:end] + container[start:middle] + container[end:]


def containers():
    """Containers that are refused before anything is unpacked."""
    entries = small_copy().entries
    good = sealed(entries())

    def refused(name: str, finding: str, section: str, about: str, data: bytes, subject: str = "",
                exit: int = 10) -> Case:
        return Case(name, finding, section, about, data, small().stops("container", finding, subject).unknown(exit))

    def sealed_with(change) -> bytes:
        made = entries()
        made.append(zip_writer.padding(made))
        change(made)
        return write(made)

    yield refused("cut_off", "container_cut_off", "3.2", "the last third is not there", good[:len(good) * 2 // 3])
    yield refused("cut_off_in_end", "container_cut_off", "3.2", "the last byte of the end record is not there",
                  good[:-1])
    yield refused("two_disks", "container_cut_off", "3.2", "its only end record says that there is another disk",
                  sealed(entries(), end={"disk": 1}))
    yield refused("counts_differ", "container_cut_off", "3.2", "its only end record has two counts",
                  sealed(entries(), end={"entries_here": 3}))
    yield refused("no_room_for_directory", "container_cut_off", "3.2",
                  "its only end record has a directory longer than the file",
                  sealed(entries(), end={"directory_size": len(good)}))
    yield refused("one_header_more", "container_malformed", "3.2",
                  "the end record counts one header less than there are",
                  sealed(entries(), end={"entries": 15, "entries_here": 15}))
    yield refused("one_header_less", "container_malformed", "3.2",
                  "the end record counts one header more than there are",
                  sealed(entries(), end={"entries": 17, "entries_here": 17}))
    yield refused("header_signature", "container_malformed", "3.2",
                  "a header of the directory begins with another signature",
                  sealed_with(lambda made: made[3].central.update(signature=0x02014b51)))
    yield refused("header_too_long", "container_malformed", "3.2",
                  "the name of the last header reaches over the end of the directory",
                  sealed_with(lambda made: made[-1].central.update(name_length=99)))
    yield refused("directory_too_early", "container_malformed", "3.2",
                  "the directory stands earlier than its offset says",
                  sealed(entries(), end={"directory_offset": len(good)}))

    def shared(made):
        made[4].inside = (3, 0)

    def long_last(made):
        made[-1].both["packed"] = made[-1].both["size"] = len(made[-1].data) + 10

    def long_first(made):
        made[2].both["packed"] = made[2].both["size"] = len(made[2].data) + 1

    bomb = [Entry(b"0", bytes(1 << 20), 8)] + [Entry(b"%d" % number, bytes(1 << 20), 8, packed=b"", inside=(15, 0))
                                              for number in range(1, 100)]
    yield refused("overlap_same_bytes", "container_overlap", "3.3", "two headers of the directory point at one entry",
                  sealed_with(shared))
    yield refused("overlap_by_one_byte", "container_overlap", "3.3",
                  "an entry is one byte longer than the place to the next one",
                  sealed_with(long_first))
    yield refused("overlap_directory", "container_overlap", "3.3", "the last entry reaches into the directory",
                  sealed_with(long_last))
    yield refused("overlap_added", "container_overlap", "3.3",
                  "two added entries share their bytes; sealed files are not touched",
                  write(entries() + [usual("a.bin", b"a"), usual("b.bin", b"a", inside=(15, 0))]))
    yield refused("overlap_quoted", "container_overlap", "3.3",
                  "a deflate stream that quotes the headers after it: 100 files in one",
                  write(entries() + quoted_bomb(100, 15)))
    yield refused("overlap_bomb", "container_overlap", "3.3",
                  "100 headers of the directory point at one packed megabyte",
                  write(entries() + bomb))
    comment = b"PK\5\6" + bytes(18)
    yield refused("two_ends_in_comment", "container_two_ends", "3.3", "the comment holds an end record of its own",
                  sealed(entries(), comment=b"see " + comment + b"!"))
    yield refused("two_ends_before", "container_two_ends", "3.3", "a whole ZIP stands before the copy",
                  write([usual("letter.txt", b"Dear all,\n")]) + good)
    yield refused("two_ends_between", "container_two_ends", "3.3", "an end record between two entries",
                  sealed_with(lambda made: setattr(made[5], "gap", comment)))
    yield refused("two_ends_after", "container_two_ends", "3.3",
                  "a second end record after the first, of a directory of nothing",
                  good + comment)
    yield refused("two_ends_in_directory", "container_two_ends", "3.3", "the mark of an end record in the directory",
                  sealed_with(lambda made: setattr(made[5], "central_extra",
                                                   zip_writer.extra_field(0x5455, b"PK\5\6"))))
    yield refused("two_ends_partly", "container_two_ends", "3.3",
                  "the mark of an end record begins in an entry and ends behind it",
                  sealed(half_mark(entries())))
    stored_zip = Copy()
    stored_zip.add_item("file", "letters.zip", write([usual("letter.txt", b"Dear all,\n")]), "zip", "application/zip")
    yield Case("end_in_an_entry", "container_as_written", "3.3",
               "a ZIP among the originals: its end record is in an entry",
               stored_zip.zip(), Expected(13, [("000001", "data/000001.zip")], 2))
    yield Case("repacked_zip64_partly", "container_repacked", "3.2",
               "a ZIP64 end record, of which the end record says a part too",
               sealed(entries(), zip64_end={}, end={"entries": 16, "entries_here": 16}), small().repacked())
    yield refused("zip64_end_otherwise", "container_malformed", "3.2",
                  "the end record says something else than the ZIP64 one",
                  sealed(entries(), zip64_end={}, end={"entries": 15, "entries_here": 15}))
    for name, fields in (("signature", {"signature": 0x06064b51}), ("offset", {"directory_offset": len(good)}),
                         ("counts", {"entries": 15})):
        yield refused("zip64_end_" + name, "container_malformed", "3.2", f"a ZIP64 end record of another {name}",
                      sealed(entries(), zip64_end=fields))
    yield refused("over_limit_entries", "over_limit", "8", "a ZIP64 end record that counts 2,000,000 entries",
                  sealed(entries(), zip64_end={"entries": 2_000_000, "entries_here": 2_000_000}), "entries", 18)


def half_mark(entries: list[Entry]) -> list[Entry]:
    """The first half of a mark at the end of an entry, the second one before the next."""
    return changed(changed(entries, "bagit.txt", trailing=b"PK", method=8), "data/000001.txt", gap=b"\5\6")


def quoted_bomb(count: int, first: int) -> list[Entry]:
    """`count` entries in the bytes of one, which is number `first` of its container.

    Each stream begins with a stored block that quotes the next local header, and goes on with the stream of that entry.
    So every entry unpacks to a megabyte, and nothing in the headers contradicts anything: only that they overlap.
    """
    data = bytes(1 << 20)
    fields = {"crc": zlib.crc32(data), "size": len(data)}
    packed, entries = deflate(data), []
    for number in range(count, 0, -1):
        fields["packed"] = len(packed)
        entry = Entry(b"%06d" % number, b"", 8, packed=packed, both=dict(fields))
        entries.insert(0, entry)
        header = write([entry])[:36]
        data = header + data
        fields = {"crc": zlib.crc32(data), "size": len(data)}
        packed = b"\0" + struct.pack("<HH", len(header), len(header) ^ 0xffff) + header + packed
    for number, entry in enumerate(entries):
        if number:
            entry.inside = (first, number * (36 + 5))
    return entries


def added():
    """What was added is told and never unpacked; the copy still matches."""
    def more(*new: Entry) -> bytes:
        return sealed(small_copy().entries() + list(new))

    def told(*findings: tuple) -> Expected:
        expected = small().repacked()
        for finding in findings:
            expected.also(*finding)
        return expected.ends("added")

    yield Case("added_file", "file_added", "3.7", "a letter lies beside the bag",
               more(usual("letter.txt", b"Dear all,\n")),
               told(("file_added", "letter.txt")))
    yield Case("added_as_written", "file_added", "3.8",
               "a letter, written as the copy itself is, with padding that follows from it",
               more(Entry(b"letter.txt", b"Dear all,\n")),
               small().also("file_added", "letter.txt").ends("added"))
    yield Case("added_in_bag", "file_added", "5", "a payload file that no list names",
               more(usual("bag/data/000003.txt", b"And?\n")),
               told(("file_added", "bag/data/000003.txt")))
    yield Case("added_folder", "file_added", "3.7", "a folder that is above no sealed file",
               more(Entry(b"letters/", both={"external": FOLDER})),
               told(("file_added", "letters/")))
    yield Case("added_folder_with_bytes", "file_added", "3.7", "a folder above a sealed file that has bytes",
               more(usual("bag/data/", b"bytes")), told(("file_added", "bag/data/")))
    yield Case("added_odd", "file_added", "3.7",
               "added entries are not judged: a link, an unknown method, an encrypted one, a bomb", more(
        usual("link", b"/etc/passwd", central={"external": LINK}), usual("lzma", b"?", both={"method": 14}),
        usual("closed", b"?", both={"flags": 1}), usual("bomb", bytes(4 << 20))),
        told(("file_added", "link"), ("file_added", "lzma"), ("file_added", "closed"), ("file_added", "bomb")))
    hostile = ["../../../tmp/out", "/tmp/out", "bag/../../out", "bag\\..\\out", "C:out", "bag/CON", "bag/data/..."]
    yield Case("added_hostile_names", "file_added", "3.7",
               "names that lead out of a folder, or are no names on some systems",
               more(*(usual(name, b"out") for name in hostile)),
               told(*(("file_added", name) for name in hostile)))
    yield Case("added_bidi_name", "file_added", "7",
               "a name with a direction character, a line break and an escape sequence",
               more(usual("\u202egpj.exe", b"MZ"), usual("a\nThis copy matches.", b"b"), usual("\x1b[2Jc", b"c"),
                    usual("\u2028d", b"d"), usual("e\0.txt", b"e")),
               told(("file_added", "[U+202E]gpj.exe"), ("file_added", "a[U+000A]This copy matches."),
                    ("file_added", "[U+001B][2Jc"), ("file_added", "[U+2028]d"), ("file_added", "e[U+0000].txt")),
               stored=True)
    system = [".DS_Store", "bag/data/Thumbs.db", "bag/desktop.ini", "__MACOSX/bag/report.html", "bag/data/._000001.txt"]
    yield Case("added_by_system", "file_added_by_system", "5",
               "files named like those that systems leave by themselves",
               more(*(usual(name, b"left") for name in system)),
               told(*(("file_added_by_system", name) for name in system)))
    yield Case("added_many", "file_added", "5", "sixty added files: fifty are told, then how many more",
               more(*(usual(f"letter-{number:02}.txt") for number in range(60))),
               told(*(("file_added", f"letter-{number:02}.txt") for number in range(60))))

    entries = small_copy().entries
    page = b"<!DOCTYPE html><script>alert(1)</script><!--\n"
    unsigned = small_copy()
    unsigned.later[SIGNATURE] = constant(None)
    yield Case("bytes_before_unsigned", "bytes_added", "3.7", "a web page before a copy whose signature is missing",
               page + unsigned.zip(),
               told(("bytes_added", "before")).stops("signature", "signature_missing", SIGNATURE).lie())
    unlisted = small_copy()
    unlisted.later[TAG_LIST] = constant(None)
    yield Case("bytes_after_unlisted", "bytes_added", "3.7",
               "bytes after a copy whose tag list is missing; a letter in it",
               sealed([*unlisted.entries(), usual("letter.txt", b"Dear all,\n")], suffix=b"<!-- more -->"),
               told(("bytes_added", "after")).stops("signature", "signature_missing", TAG_LIST).lie(), stored=True)
    yield Case("bytes_before", "bytes_added", "3.2", "a web page stands before the copy, and no offset knows of it",
               page + sealed(entries()),
               told(("bytes_added", "before")))
    yield Case("bytes_before_counted", "bytes_added", "3.7",
               "a web page stands before the copy, and the offsets count it",
               sealed(entries(), prefix=page, counted_prefix=True), told(("bytes_added", "before")))
    yield Case("bytes_between", "bytes_added", "3.7", "bytes between two entries", sealed(with_gap(entries())),
               told(("bytes_added", "between")))
    yield Case("bytes_after", "bytes_added", "3.7", "bytes after the end record",
               sealed(entries(), suffix=b"<!-- more -->"),
               told(("bytes_added", "after")))
    yield Case("bytes_before_directory", "bytes_added", "3.7", "bytes after the last entry, before the directory",
               sealed(entries(), before_directory=b"<!-- more -->"), told(("bytes_added", "between")))
    yield Case("bytes_in_comment", "bytes_added", "3.7", "a comment of the container",
               sealed(entries(), comment=b"see the letter"),
               told(("bytes_added", "comment")))
    yield Case("bytes_in_entry_comment", "bytes_added", "3.7", "a comment of an entry",
               sealed(changed(entries(), "bagit.txt", comment=b"see")),
               told(("bytes_added", "comment")))
    yield Case("bytes_after_stream", "bytes_added", "3.7", "packed bytes after the end of a deflate stream",
               sealed(changed(entries(), "data/000001.txt", method=8, trailing=b"more")),
               told(("bytes_added", "data/000001.txt")))
    for name, about, section, entry in (
            ("padding_not_zeros", "PADDING.bin holds a text", "3.8",
             lambda length: Entry(b"PADDING.bin", b"text".ljust(length, b"\0"))),
            ("padding_longer", "PADDING.bin is one byte longer than it follows", "3.8",
             lambda length: Entry(b"PADDING.bin", bytes(length + 1))),
            ("padding_to_next", "PADDING.bin leads to a length of Padmé, but not to the least", "1",
             lambda length: Entry(b"PADDING.bin", bytes(length + 512)))):
        made = entries()
        yield Case(name, "padding_changed", section, about, write(made + [entry(len(zip_writer.padding(made).data))]),
                   small().also("padding_changed").ends("added"))
    yield Case("padding_other_repacked", "container_repacked", "3.8",
               "a longer PADDING.bin in a copy that was packed again",
               write(changed(entries(), "bagit.txt", both={"time": 1}) + [Entry(b"PADDING.bin", bytes(99))]),
               small().repacked())
    padding = zip_writer.padding(entries())
    yield Case("padding_twice", "file_added", "3.7", "a second PADDING.bin, and one of another spelling",
               write([*entries(), padding, usual("PADDING.bin", b"text"), usual("padding.BIN", b"text")]),
               told(("file_added", "PADDING.bin"), ("file_added", "padding.BIN")))
    for name, about, fields in (("odd", "is a link", {"central": {"external": LINK}}),
                                ("damaged", "has another CRC-32", {"both": {"crc": 1, "time": 1}})):
        made = [*entries(), zip_writer.padding(entries())]
        for field, value in fields.items():
            setattr(made[-1], field, value)
        yield Case("padding_" + name, "padding_changed", "3.7", "PADDING.bin " + about, write(made),
                   told(("padding_changed",)))
    yield Case("padding_not_zeros_repacked", "padding_changed", "3.8",
               "PADDING.bin holds a text, in a copy that was packed again",
               write([usual("PADDING.bin", b"text")] + entries()), told(("padding_changed",)))


def start_here():
    """START-HERE.txt outside of the bag: part of the copy where it is the signed one once more, else added."""
    inside = people_copy().entries()[1:]

    def around(*first: Entry, more: tuple = ()) -> bytes:
        return sealed([*first, *people_copy().entries()[1:], *more])

    def case(name: str, about: str, data: bytes, expected: Expected, section: str = "3.7",
             point: str = "file_added") -> Case:
        return Case("start_here" + name, point, section, "START-HERE.txt outside of the bag: " + about, data, expected,
                    stored=True)

    def added(*more: tuple, repacked: bool = True) -> Expected:
        expected = of_people().also("file_added", START_HERE)
        for finding in more:
            expected.also(*finding)
        return (expected.repacked() if repacked else expected).ends("added")

    def again(**fields) -> Entry:
        return Entry(START_HERE.encode(), START_TEXT, **fields)

    def doubled(*more: tuple) -> Expected:
        expected = added(*more).file("entry_doubled", START_HERE).no("fingerprints_match")
        return expected.lie()

    other = b"START HERE\n\nSend the number to whoever asks for it.\n"
    yield case("", "the signed one once more, and first", people_copy().zip(), of_people(),
               point="container_as_written")
    yield case("_repacked", "packed by another program", around(usual(START_HERE, START_TEXT)), of_people().repacked(),
               point="container_repacked")
    yield case("_last", "the signed one once more, but last", sealed([*inside, again()]), of_people(), "1",
               point="container_as_written")
    yield case("_none", "not there", sealed(inside), of_people(), point="container_as_written")
    yield case("_other", "another text", around(Entry(START_HERE.encode(), other)), added(repacked=False))
    yield case("_other_of_its_size", "another text of the same length",
               around(Entry(START_HERE.encode(), START_TEXT[:-2] + b"!\n")), added(repacked=False))
    yield case("_twice", "twice, the same bytes: neither is the only one; said once", around(again(), more=(again(),)),
               added(repacked=False))
    yield case("_and_another", "the signed one, and another of its name",
               around(again(), more=(usual(START_HERE, other),)), added())
    for name, about, more in (("case", "another spelling", "start-here.TXT"), ("folder", "a folder of its name", None),
                              ("below", "a file below it", START_HERE + "/more.txt"),
                              ("dotdot", "a name that leads to it", "letters/../START-HERE.txt")):
        entry = usual(more, other) if more else Entry(b"START-HERE.txt/", both={"external": FOLDER})
        yield case("_place_" + name, f"the signed one, and {about}: it is not alone at its place",
                   around(again(), more=(entry,)), added(("file_added", more or "START-HERE.txt/")), "3.6")
    yield case("_odd", "a link by its attributes", around(again(central={"external": LINK})), added())
    yield case("_damaged", "another CRC-32, in both headers", around(again(both={"crc": 1})), added(repacked=False))
    yield case("_after_stream", "packed bytes after the end of its stream",
               around(again(method=8, trailing=b"more")), added())
    yield case("_bomb", "its headers say that it is as long as the signed one, and it unpacks to more",
               around(again(packed=deflate(bytes(4 << 20)), method=8)), added())

    def in_folder(name: str = "copy/", outer: tuple = ()) -> bytes:
        entries = people_copy().entries()
        for entry in entries:
            entry.name, entry.both = name.encode() + entry.name, {"time": 0x6c20}
        return write([*entries, *outer])

    yield case("_in_folder", "packed with a folder around it, in which it is", in_folder(), of_people().repacked(),
               "3.6", "container_repacked")
    yield case("_in_folder_and_beside", "packed with a folder around it, in it and beside it",
               in_folder(outer=(usual(START_HERE, START_TEXT),)), added(), "3.6")
    yield case("_only_outside", "no list names one", sealed([again(), *small_copy().entries()]),
               small().also("file_added", START_HERE).ends("added"))
    changed_inside = people_copy()
    changed_inside.later[START_HERE] = constant(other)
    yield case("_changed_inside", "the signed one was changed, and this one was not", changed_inside.zip(),
               added(repacked=False).no("fingerprints_match").file("file_changed", START_HERE).lie())
    changed_both = people_copy()
    changed_both.later[START_HERE], changed_both.outer = constant(other), other
    yield case("_changed_both", "both were changed alike", changed_both.zip(),
               added(repacked=False).no("fingerprints_match").file("file_changed", START_HERE).lie())
    yield case("_place_inside", "in the bag, another entry has the place of the signed one: neither can be relied on",
               around(again(), more=(usual("bag/start-here.txt", other),)), doubled(), "3.6", "entry_doubled")
    yield case("_place_below_inside", "in the bag, the signed one has to be a folder for another entry",
               around(again(), more=(usual("bag/START-HERE.txt/more.txt", other),)), doubled(), "3.6", "entry_doubled")
    gone = [entry for entry in inside if entry.name != b"bag/START-HERE.txt"]
    yield case("_place_of_missing", "in the bag, another entry has the place of the signed one, which is missing",
               sealed([*gone, usual("bag/start-here.txt", other)]),
               of_people().repacked().no("fingerprints_match").file("entry_doubled", START_HERE)
               .also("file_missing", START_HERE).lie(), "3.6", "entry_doubled")
    untold = people_copy()
    untold.later["manifest-sha256.txt"], untold.outer = constant(b""), other
    yield case("_untold", "another text, where a payload list was changed: nothing is called added", untold.zip(),
               of_people().stops("files", "file_changed", "manifest-sha256.txt").lie(), point="file_changed")

    bag = {"bag/" + path: data for path, data in people_copy().files().items()}
    unpacked = of_people().instead("container_as_written", "container_is_folder")
    yield case("_folder_unpacked", "beside the bag that somebody unpacked, the signed one once more",
               bag | {START_HERE: START_TEXT, "letter.txt": b"Dear all,\n"}, unpacked, "3",
               "container_is_folder")
    yield case("_folder_other", "beside the bag that somebody unpacked, another text", bag | {START_HERE: other},
               of_people().instead("container_as_written", "container_is_folder").also("file_added", START_HERE)
               .ends("added"), "3")
    yield case("_folder_of_it", "beside the bag that somebody unpacked, a folder of its name",
               bag | {START_HERE + "/more.txt": other},
               of_people().instead("container_as_written", "container_is_folder").also("file_added", START_HERE)
               .ends("added"), "3")


def changed(entries: list[Entry], path: str, **fields) -> list[Entry]:
    """These entries, with some fields of one set."""
    for entry in entries:
        if entry.name == b"bag/" + path.encode():
            for name, value in fields.items():
                setattr(entry, name, value)
    return entries


def with_gap(entries: list[Entry]) -> list[Entry]:
    return changed(entries, "keys/root.pub", gap=b"<!-- more -->")


def entry_faults():
    """Sealed files whose place, headers or bytes are not what they should be; mostly one that nothing rests on."""
    page, words = "report/report.html", "data/000001.txt"

    def lie(finding: str, path: str) -> Expected:
        expected = reported().file(finding, path)
        return (expected.item(path, "item_file_changed") if path.startswith("data/") else expected).lie()

    same_place = {
        "same_name": ("", page), "same_place_nul": ("what follows a NUL goes", "report/report.html\0.exe"),
        "same_place_folder": ("a folder with the name of a file", "report/report.html/"),
        "same_place_backslash": ("`\\` is `/`", "report\\report.html"),
        "same_place_drive": ("a leading letter and `:` go", None),
        "same_place_dot": ("parts that are `.` go", "./report/./report.html"),
        "same_place_empty": ("empty parts go", "report//report.html"),
        "same_place_dotdot": ("`..` takes away the part before it", "data/../report/report.html"),
        "same_place_stream": ("what follows a `:` goes", "report/report.html:more"),
        "same_place_dots": ("dots and blanks at the end of a part go", "report ./report.html. ."),
        "same_place_case": ("the case does not matter", "Report/REPORT.html"),
        "same_place_nfkc": ("a full-width letter is the letter", "report/\uff52eport.html"),
        "same_place_ignorable": ("a code point that nobody sees", "report/re\ufe0fport.html"),
    }
    for name, (about, path) in same_place.items():
        raw = "c:bag/" + page if path is None else "bag/" + path
        expected = lie("entry_doubled", page).repacked()
        yield Case(name, "entry_doubled", "3.6", f"two entries at the place of the report: {about}" if about else
                   "two entries of the same name", sealed(reported_copy().entries() + [usual(raw, b"<p>Otherwise.")]),
                   expected)
    copy = Copy()
    copy.add_item("words", "On the stairs", b"He said that he would come back on Monday.\n", "ss")
    yield Case("same_place_fold", "entry_doubled", "3.6",
               "two entries at one place: case folding is more than lower case",
               sealed(copy.entries() + [usual("bag/data/000001.\u00df", b"Otherwise.\n")]),
               Expected(13, [("000001", "data/000001.ss")], 2).repacked().file("entry_doubled", "data/000001.ss")
               .item("data/000001.ss", "item_file_changed").lie())
    yield Case("same_name_payload", "entry_doubled", "3.6", "two entries of the same name, one of them the original",
               sealed(reported_copy().entries() + [usual("bag/" + words, b"I never said that.\n")]),
               lie("entry_doubled", words).repacked())
    yield Case("same_name_same_bytes", "entry_doubled", "5", "an original twice, in the same bytes",
               sealed(reported_copy().entries() + [usual("bag/" + words, reported_copy().payload[words])]),
               lie("entry_doubled", words).repacked())
    yield Case("same_name_tag_list", "entry_doubled", "4", "two tag lists: nothing can rest on either of them",
               sealed(reported_copy().entries() + [usual("bag/" + TAG_LIST, b"")]),
               reported().stops("signature").repacked().also("entry_doubled", TAG_LIST).lie(), stored=True)
    for name, path in (("tag_list", TAG_LIST), ("root_key", "keys/root.pub")):
        expected = reported().repacked().also("entry_doubled", path).lie()
        yield Case("same_place_" + name, "entry_doubled", "4",
                   f"another entry at the place of {path}, which is there once by name: the chain holds",
                   sealed(reported_copy().entries() + [usual("bag/" + path.replace("t", "T"), b"")]),
                   expected.no("files_all_there") if name == "root_key" else expected, stored=True)
    instead = reported_copy().entries()
    for entry in instead:
        entry.name = entry.name.replace(b"report/", b"Report/")
    yield Case("same_place_instead", "entry_doubled", "5",
               "another entry at the place of the report, and none with its name", sealed(instead),
               lie("entry_doubled", page).also("file_missing", page))

    odd = {
        "names": ("3.4", "its local header has another name", {"local_name": b"bag/report/report.htm_"}),
        "methods": ("3.4", "its local header has another method", {"local": {"method": 8}}),
        "flags": ("3.4", "its local header has other flags", {"local": {"flags": 0x800}}),
        "crc": ("3.4", "its local header has another CRC-32", {"local": {"crc": 1}}),
        "size": ("3.4", "its local header has another size", {"local": {"size": 1}}),
        "zero_size": ("3.4", "its local header has a size of 0, without flag bit 3", {"local": {"size": 0}}),
        "no_local": ("3.3", "there is no local header at its offset", {"local": {"signature": 0x04034b51}}),
        "method": ("3.5", "a method that is neither 0 nor 8", {"both": {"method": 14}}),
        "encrypted": ("3.5", "flag bit 0: encrypted", {"both": {"flags": 1}}),
        "strongly_encrypted": ("3.5", "flag bits 0 and 6: strong encryption", {"both": {"flags": 0x41}}),
        "masked": ("3.5", "flag bit 13: masked headers", {"both": {"flags": 0x2000}}),
        "link": ("3.5", "a link", {"central": {"external": LINK}}),
        "folder": ("3.5", "a folder by its attributes, a file by its name", {"central": {"external": FOLDER}}),
        "device": ("3.5", "type bits of a device", {"central": {"external": 0o020600 << 16}}),
        "two_sizes": ("3.5", "stored, with two different sizes", {"both": {"size": 7}}),
    }
    for name, (section, about, fields) in odd.items():
        expected = lie("entry_odd", page)
        expected.repacked()
        if name == "no_local":      # then nothing holds the bytes that lie there
            expected.also("bytes_added", "between")
        yield Case("odd_" + name, "entry_odd", section, "the report: " + about,
                   sealed(changed(reported_copy().entries(), page, **fields)), expected)
    yield Case("odd_root_key", "entry_odd", "4", "keys/root.pub is a link: nothing can rest on it",
               sealed(changed(reported_copy().entries(), "keys/root.pub", central={"external": LINK})),
               reported().repacked().stops("signature").also("entry_odd", "keys/root.pub").lie(), stored=True)
    untold = reported_copy()
    untold.later["manifest-sha256.txt"] = constant(b"")
    entries = changed(changed(untold.entries(), words, central={"external": LINK}), page, central={"external": LINK})
    yield Case("odd_untold", "entry_odd", "3.7",
               "a payload list was changed: only what the tag list names is called odd, nothing added",
               sealed([*entries, usual("letter.txt", b"Dear all,\n")]),
               reported().repacked().stops("files", "file_changed", "manifest-sha256.txt")
               .also("entry_odd", page).lie(),
               stored=True)
    yield Case("odd_payload", "entry_odd", "4", "an original is a link",
               sealed(changed(reported_copy().entries(), words, central={"external": LINK})),
               lie("entry_odd", words).repacked())
    yield Case("odd_offset", "entry_odd", "3.3", "an original's offset points into the midst of another file", sealed(
        changed(reported_copy().entries(), words, central={"offset": 40})),
        lie("entry_odd", words).repacked().also("bytes_added", "between"))

    damaged = {
        "crc": ("4", "the report's CRC-32 is another, in both headers", page, {"both": {"crc": 1}}),
        "size": ("5", "the report unpacks to one byte more than its size", page,
                 {"method": 8, "both": {"size": len(reported_copy().files()[page]) - 1}}),
        "stream": ("5", "an original's deflate stream cannot be unpacked", words, {"method": 8, "packed": b"\7\7\7\7"}),
        "stream_cut": ("5", "an original's deflate stream is cut off", words,
                       {"method": 8, "packed": deflate(reported_copy().payload[words])[:-9]}),
    }
    for name, (section, about, path, fields) in damaged.items():
        expected = lie("entry_damaged", path)
        yield Case("damaged_" + name, "entry_damaged", section, about,
                   sealed(changed(reported_copy().entries(), path, **fields)),
                   expected.repacked() if "method" in fields else expected)
    for name, path in (("tag_list", TAG_LIST), ("root_key", "keys/root.pub")):
        expected = reported().also("entry_damaged", path).lie()
        yield Case("damaged_" + name, "entry_damaged", "4",
                   f"the CRC-32 of {path} is another; it can be unpacked: the chain holds",
                   sealed(changed(reported_copy().entries(), path, both={"crc": 1})),
                   expected.no("files_all_there") if name == "root_key" else expected, stored=True)
    good = sealed(reported_copy().entries())
    at = good.index(b"He said that he")
    yield Case("damaged_bit", "entry_damaged", "4", "a bit of an original is flipped, as a failing disk does it",
               good[:at] + b"h" + good[at + 1:], lie("entry_damaged", words).also("file_changed", words), stored=True)


def other_tools():
    """What other programs would unpack under another name, as another kind, or in place of what was checked."""
    page, words = "report/report.html", "data/000001.txt"

    def packed(copy: Copy) -> list[Entry]:
        entries = copy.entries()
        for entry in entries:
            entry.method = 8
        return entries

    def named(path: str, kind: int = 0x7075) -> dict[str, bytes]:
        """An extra field in both headers, with a name as Unicode path has it."""
        extra = extra_field(kind, b"\1" + struct.pack("<I", zlib.crc32(b"of what stands in the header")) + path.encode())
        return {"local_extra": extra, "central_extra": extra}

    def told(*findings: tuple) -> Expected:
        expected = reported().repacked()
        for finding in findings:
            expected.also(*finding)
        return expected

    def lie(finding: str, *paths: str) -> Expected:
        expected = reported().repacked()
        for path in paths:
            expected.file(finding, path)
            if path.startswith("data"):
                expected.item(words, "item_file_changed")
        return expected.lie()

    def with_more(*more: Entry) -> bytes:
        return write(packed(reported_copy()) + list(more))

    # Directory, end record and locator of an empty ZIP, where a program that looks for a locator in any case finds them.
    entries = packed(reported_copy())
    for _ in range(2):
        size = len(write(entries))
        end64 = struct.pack("<IQHHIIQQQQ", 0x06064b50, 44, 0x032d, 45, 0, 0, 0, 0, 0, size - 98)
        entries[-1].central_extra = extra_field(0xcafe, end64 + struct.pack("<IIQI", 0x07064b50, 0, size - 98, 1))
    refused = small().stops("container", "container_two_ends").unknown(10)
    yield Case("two_ends_zip64_hidden", "container_two_ends", "3.3",
               "ZIP64 end records that no field asks for, in the extra field of the directory's last header",
               write(entries), refused)
    yield Case("two_ends_in_local_header", "container_two_ends", "3.3",
               "the mark of a ZIP64 end record in an extra field of a local header",
               write(changed(packed(reported_copy()), page, local_extra=extra_field(0xcafe, b"PK\6\6"))), refused)

    odd = {
        "unknown_extra": ("an extra field of a kind that is not known", named("x", 0x6c78)),
        "dos_folder": ("a folder by its DOS attributes", {"central": {"external": 0x10}}),
        "dos_volume": ("the name of a volume by its DOS attributes", {"central": {"external": 0x08}}),
    }
    for name, (about, fields) in odd.items():
        yield Case("odd_" + name, "entry_odd", "3.5", "the report: " + about,
                   write(changed(packed(reported_copy()), page, **fields)), lie("entry_odd", page))
    extras = {"odd_extra_cut": ("reaches over the end", b"\x55\x54\x09\0\1"), "odd_extra_rest": ("is no whole one", b"\0")}
    for name, (about, extra) in extras.items():
        yield Case(name, "entry_odd", "3.5", "the report: its extra field " + about,
                   write(changed(packed(reported_copy()), page, central_extra=extra)), lie("entry_odd", page),
                   stored=False)
    swap = changed(changed(packed(reported_copy()), page, **named("bag/" + words)), words, **named("bag/" + page))
    yield Case("odd_unicode_paths", "entry_odd", "3.5", "the report and an original, each with the other's Unicode path",
               write(swap), lie("entry_odd", page, words))
    yield Case("repacked_unicode_path", "container_repacked", "3.5", "the report has its own name as Unicode path",
               write(changed(packed(reported_copy()), page, **named("bag/" + page))), told(), stored=False)
    yield Case("padding_unicode_path", "padding_changed", "3.7", "PADDING.bin has another name as Unicode path",
               with_more(Entry(b"PADDING.bin", bytes(9), **named("bag/data/000009.txt"))),
               told(("padding_changed",)).ends("added"))
    yield Case("same_place_unicode_path", "entry_doubled", "3.6",
               "an added entry has the place of the report by its Unicode path",
               with_more(usual("letter.txt", b"<p>Otherwise.\n", **named("bag/" + page))), lie("entry_doubled", page))

    yield Case("added_folder_with_hidden_bytes", "file_added", "3.7",
               "a folder of size 0 with packed bytes; another with the two bytes of an empty stream",
               with_more(Entry(b"bag/data/", method=8, packed=deflate(b"hidden"), both={"external": FOLDER}),
                         Entry(b"bag/log/", method=8, both={"external": FOLDER})),
               told(("file_added", "bag/data/")).ends("added"))
    yield Case("added_folder_control", "file_added", "3.6",
               "a folder whose name without a control character is that of a folder above sealed files",
               with_more(Entry(b"bag/da\1ta/", both={"external": FOLDER})),
               told(("file_added", "bag/da[U+0001]ta/")).ends("added"))
    same_place = {
        "same_place_dotdot_alone": ("`..` takes away only itself", "bag/report/../report.html", page),
        "same_place_number": ("`;` and digits at the end of a part go", "bag/report;22/report.html;1", page),
        "same_place_control": ("control characters go", "bag/re\x7fport/\1report.html", page),
        "same_place_above": ("it is a file where a folder has to be", "bag/data", "data"),
        "same_place_below": ("the report has to be a folder for it", f"bag/{page}/more.txt", page),
    }
    for name, (about, path, subject) in same_place.items():
        yield Case(name, "entry_doubled", "3.6", "an added entry at the place of a sealed file: " + about,
                   with_more(usual(path, b"Otherwise.\n")), lie("entry_doubled", subject))
    # Info-ZIP drops such a byte; which one depends on the system that the entry says it is from.
    for name, raw in {"same_place_dropped_byte": b"bag/data/000001.t\xffxt", "same_place_dropped_letter": "bag/data/0000é01.txt".encode(),
                      "same_place_semicolon": b"bag/data/000001.txt;"}.items():
        yield Case(name, "entry_doubled", "3.6", "an added entry at the place of a sealed file: some programs drop a byte of its name",
                   with_more(Entry(raw, b"Otherwise.\n")), lie("entry_doubled", words))
    leads_to_folder = ["bag/data/.", "bag/data/..", "bag\\data\\"]
    yield Case("added_at_folder", "file_added", "3.6", "their names lead to a folder, where no file can be put",
               with_more(*(usual(name, b"Otherwise.\n") for name in leads_to_folder)),
               told(*(("file_added", name) for name in leads_to_folder)).ends("added"))
    yield Case("same_place_folder_dot", "entry_doubled", "3.6", "the report has to be the folder that the name leads to",
               with_more(usual(f"bag/{page}/.", b"Otherwise.\n")), lie("entry_doubled", page))
    yield Case("added_long_name", "file_added", "3.6", "over 1,024 bytes the case of a name is not folded",
               with_more(usual("./" * 600 + "BAG/" + page, b"Otherwise.\n")),
               told(("file_added", "./" * 600 + "BAG/" + page)).ends("added"), stored=False)
    gone = reported_copy()
    gone.later[page] = constant(None)
    yield Case("same_place_below_missing", "entry_doubled", "3.6", "the report is missing, and another entry lies below it",
               write(packed(gone) + [usual(f"bag/{page}/more.txt", b"Otherwise.\n")]),
               lie("entry_doubled", page).also("file_missing", page), stored=False)


def limits():
    def deflated(copy: Copy, path: str) -> bytes:
        return sealed(changed(copy.entries(), path, method=8))

    def case(name: str, about: str, path: str, lie, step: str) -> Case:
        return Case("over_limit_" + name, "over_limit", "8", about, deflated(sealed_with_lie(path, lie), path),
                    small().repacked().stops(step).also("over_limit", path).unknown(18))

    def item(lie):
        return on(lambda value: value["items"][0], lie)

    seal, keys, items = "meta/seal.json", "keys/keys.json", "meta/manifest.json"
    def stating(length: int):
        """The lie that states so long a name that the list without its items has that length."""
        def change(value):
            value["stated"] = {"prepared_by": ""}
            value["stated"]["prepared_by"] = "a" * (length - len(canonical(value | {"items": []})))
        return edited(change)

    million, values = 1 << 20, 200_000
    yield case("seal", "a seal of 1 MiB and a byte", seal, filled("purpose", million + 1), "seal")
    yield Case("limit_of_seal", "seal_matches", "8", "a seal of 1 MiB, and no byte more",
               deflated(sealed_with_lie(seal, filled("purpose", million)), seal), small().repacked(), stored=True)
    yield case("keys", "a key file of 1 MiB and a byte", keys, filled("created", million + 1), "log")
    yield case("seal_values", "a seal of 200,001 values", seal, valued(values + 1), "seal")
    yield Case("limit_of_seal_values", "seal_newer", "8", "a seal of 200,000 values, in a member that nobody knows",
               deflated(sealed_with_lie(seal, valued(values)), seal),
               small().repacked().also("seal_newer", "more").ends("newer"), stored=True)
    yield case("keys_values", "a key file of 200,001 values", keys, valued(values + 1), "log")
    yield case("item", "an item of 16 MiB and a byte", items, item(filled("more", 16 * million + 1)), "items")
    yield case("item_values", "an item of 200,001 values", items, item(valued(values + 1)), "items")
    yield Case("limit_of_item_values", "item_newer", "8", "an item of 200,000 values, in a member that nobody knows",
               deflated(sealed_with_lie(items, item(valued(values))), items),
               small().repacked().item("data/000001.txt", "item_newer", "not_checked").ends("newer"), stored=True)
    long, short = on(lambda value: value["items"][0], valued(values + 1)), {"versions_kept": 0}
    two = {"limit_before_malformed": lambda value: value["items"][1].update(short),
           "malformed_before_limit": lambda value: value["items"].insert(0, value["items"].pop() | short),
           "malformed_beside_limit": lambda value: value.pop("v")}
    for name, change in two.items():
        copy = sealed_with_lie(items, lambda true, change=change: edited(change)(long(true)), pair_copy())
        expected = pair().repacked()
        if name == "limit_before_malformed":
            expected.stops("items").also("over_limit", items).unknown(18)
        else:
            expected.stops("items", "item_list_malformed").lie()
        yield Case(name, "over_limit" if expected.exit == 18 else "item_list_malformed", "8",
                   "an item over its limit, and another fault in the list: the first of them decides",
                   deflated(copy, items), expected)
    yield case("beside_items", "more than 200,000 values beside the items", items,
               edited(lambda value: value.update(more=[0] * (values + 100))), "items")
    yield case("beside_items_size", "1 MiB and a byte beside the items", items, stating(million + 1), "items")
    yield Case("limit_of_beside_items_size", "items_match", "8", "1 MiB beside the items, and no byte more",
               deflated(sealed_with_lie(items, stating(million)), items), small().repacked(), stored=True)
    for path, step in (("log/checkpoint", "log"), ("keys/root.pub", "signature"), (SIGNATURE, "signature"),
                       ("log/vkey.txt", "log")):
        long = sealed_with_lie(path, lambda true: true + b"a" * 65536 + b"\n")
        expected = small().repacked().stops(step, but=("log_key_matches",) if path == "log/checkpoint" else ())
        yield Case("over_limit_" + path.rpartition("/")[2].replace(".", "_").replace("-", "_"), "over_limit", "8",
                   f"{path} of more than 64 KiB", deflated(long, path), expected.also("over_limit", path).unknown(18))
    copy = Copy()
    zeros = bytes(257 << 20)
    copy.add_item("file", "zeros.bin", zeros, "bin", "application/octet-stream")
    bomb = deflated(copy, "data/000001.bin")
    yield Case("over_limit_size", "over_limit", "8",
               "an original that unpacks to more than 256 MiB and 64 times the ZIP", bomb,
               small().stops("container", "over_limit", "size").also("container_repacked").unknown(18),
               stored=False)     # no deflate stream can do it in less than 260 KB


def typed():
    """What a reader types or holds."""
    def words(text: str) -> dict:
        return {"words": text}

    good = small_copy().zip()
    yield Case("words", "key_confirmed", "6", "the keeper's words were typed", good,
               small().instead("key_not_confirmed", "key_confirmed"), typed=words(KEEPER_WORDS))
    loud = ", ".join(f"{place}. {word.upper()}" for place, word in enumerate(KEEPER_WORDS.split(), 1))
    yield Case("words_typed_otherwise", "key_confirmed", "6", "capitals, numbers and commas: only letters count", good,
               small().instead("key_not_confirmed", "key_confirmed"), typed=words(loud))

    stranger = Copy(label="attacker")
    stranger.add_item("words", "On the stairs", b"He never came back.\n")
    yield Case("signed_by_a_stranger", "key_not_confirmed", "6",
               "a copy made up by somebody else: everything fits, and nobody confirms the key",
               stranger.zip(), small())
    yield Case("words_of_another", "key_other", "5", "the same, and the reader has the keeper's words", stranger.zip(),
               small().ends_with("key_other"), typed=words(KEEPER_WORDS))
    after = key_change_copy().zip()
    yield Case("key_change", "log_key_changed", "4", "both keys were changed after the copy before", after,
               other_log().also("log_key_changed", 64))
    yield Case("words_of_new_key", "key_confirmed", "5", "keys were changed; the words of the new key were typed",
               after,
               other_log().also("log_key_changed", 64).instead("key_not_confirmed", "key_confirmed"),
               typed=words(SECOND_WORDS))
    yield Case("words_of_old_key", "key_successor", "5", "keys were changed; the words of the old key were typed",
               after,
               other_log().ends_with("key_successor"), typed=words(KEEPER_WORDS))
    yield Case("branch", "log_branched", "4", "the log continues another one, of another name", branch_copy().zip(),
               other_log().also("log_branched", 64))


def heads():
    """A head that the reader kept from an earlier time."""
    def kept(copy: Copy, size: int, key=None, leaves=None, origin: str | None = None) -> dict:
        leaves = (leaves or copy.leaves())[:size]
        return {"typed": {"earlier": ["earlier.chk"]}, "beside": {
            "earlier.chk": (key or copy.log).checkpoint(size, tree_root(leaves), origin)}}

    def other_leaves(copy: Copy) -> list[bytes]:
        leaves = copy.leaves()
        return leaves[:7] + [sha256(b"another entry")] + leaves[8:]

    def told(finding: str, size: int, exit: int = 0) -> Expected:
        return continued().instead("earlier_none", finding, size).ends("matches", exit)

    copy, longer, stranger = continued_copy(), continued_copy(), small_copy(label="attacker", record="another")
    data, leaves = copy.zip(), copy.leaves()
    longer.add_event("filler", disclosed=False)
    longer.fill()
    stranger.fill()
    yield Case("earlier_same", "earlier_same", "5", "the head kept is that of this copy", data,
               told("earlier_same", 128),
               **kept(copy, 128))
    yield Case("earlier_continues", "earlier_continues", "5", "the head kept is that of the copy before", data,
               told("earlier_continues", 64), **kept(copy, 64))
    yield Case("earlier_same_by_another", "earlier_same", "5",
               "the head kept is that of this copy; another key signed it", data,
               told("earlier_same", 128), **kept(copy, 128, small_copy(label="attacker").log))
    yield Case("earlier_continues_by_another", "earlier_continues", "5",
               "the head kept is that of the copy before; another key signed it", data,
               told("earlier_continues", 64), **kept(copy, 64, small_copy(label="attacker").log), stored=True)
    yield Case("earlier_larger", "earlier_not_connected", "5", "the head kept is larger", data,
               told("earlier_not_connected", 192, 19),
               **kept(longer, 192))
    yield Case("earlier_between", "earlier_not_connected", "5",
               "the head kept is smaller, and nothing leads from it to this one", data,
               told("earlier_not_connected", 100, 19), **kept(copy, 100))
    yield Case("earlier_of_another_log", "earlier_not_connected", "5", "the head kept is of another record", data,
               told("earlier_not_connected", 64, 19), **kept(stranger, 64))
    yield Case("earlier_other_key", "earlier_not_connected", "5",
               "the head kept is of this size and another root, but not signed by this log",
               data, told("earlier_not_connected", 128, 19),
               **kept(copy, 128, small_copy(label="attacker").log, other_leaves(copy)))
    yield Case("earlier_two_of_this_size", "earlier_two_continuations", "5",
               "the log signed another root of this size", data,
               told("earlier_two_continuations", 128, 19), **kept(copy, 128, None, other_leaves(copy)))
    yield Case("earlier_two_of_previous_size", "earlier_two_continuations", "5",
               "the log signed another root of the size of `previous`", data,
               told("earlier_two_continuations", 64, 19), **kept(copy, 64, None, other_leaves(copy)))
    changed_keys, old = key_change_copy(), small_copy().log
    after = changed_keys.zip()
    known = other_log().also("log_key_changed", 64)
    yield Case("earlier_of_old_log", "earlier_continues", "5", "the head kept is signed by the log's key of before",
               after,
               other_log().also("log_key_changed", 64).instead("earlier_none", "earlier_continues", 64),
               **kept(changed_keys, 64, old))
    yield Case("earlier_of_old_log_too_large", "earlier_two_continuations", "5",
               "the log's key of before signed a head after it was replaced",
               after, known.instead("earlier_none", "earlier_two_continuations", 70).ends("matches", 19),
               **kept(changed_keys, 70, old))
    lying = continued_copy()
    lying.later["data/000001.txt"] = constant(b"He never came back.\n")
    yield Case("earlier_and_a_lie", "earlier_not_connected", "6",
               "the head is not connected, but the copy does not match anyhow", lying.zip(),
               told("earlier_not_connected", 192).file("file_changed", "data/000001.txt")
               .item("data/000001.txt", "item_file_changed").lie(),
               **kept(longer, 192))


def cases():
    for group in (lock, not_a_copy, folders, repacked, containers, added, entry_faults, other_tools, limits, typed,
                  heads, start_here):
        yield from group()
