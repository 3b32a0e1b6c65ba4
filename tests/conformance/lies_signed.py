"""Copies that are about the signature, the lists, the seal, the keys and the log.

Most of them were sealed by somebody who lies: everything that rests on the lie is made of it and signed, so that no
digest tells. Where the lie came after sealing, it is in `Copy.later`.
"""

import base64
import json
import re

from copy_builder import (COMMENT, FINGERPRINTS, PAYLOAD_LISTS, SIGNATURE, TAG_LIST, Copy, LogKey, RootKey, b64,
                          branch_copy, canonical, continued_copy, edited, entry_path, key_change_copy, people_copy,
                          proof_path, reported_copy, sealed, sha256, small_copy, tree_root)
from expected import WORDS, Case, Expected, continued, of_people, other_log, reported, small

SEAL, KEYS, ITEMS = "meta/seal.json", "keys/keys.json", "meta/manifest.json"
REPORT = "report/report.html"


def constant(data):
    """The lie that puts `data` in place of whatever was there; None leaves it out."""
    return lambda true: data


def replaced(old: bytes, new: bytes):
    """The lie that changes one place of a file, which must be there."""
    def lie(true: bytes) -> bytes:
        if old not in true:
            raise ValueError(f"{old!r} is not in the file")
        return true.replace(old, new, 1)
    return lie


def members(**changes):
    """The lie that sets members of a JSON object."""
    return edited(lambda value: value.update(changes))


def without(member: str):
    return edited(lambda value: value.pop(member))


def told(path: str, lie, copy: Copy | None = None) -> Copy:
    """A copy that was sealed with this lie."""
    copy = copy or small_copy()
    copy.lies[path] = lie
    return copy


def more(copy: Copy, path: str, data: bytes) -> Copy:
    """A copy with a further file, listed and signed."""
    copy.more[path] = data
    return copy


def later(path: str, lie, copy: Copy | None = None) -> Copy:
    """A copy in which this was changed after sealing."""
    copy = copy or small_copy()
    copy.later[path] = lie
    return copy


def on(part, lie):
    """The lie that changes one part of a JSON file, as it would change that part by itself."""
    def change(value):
        inner = part(value)
        inner.update(json.loads(lie(canonical(inner))))
    return edited(change)


def filled(member: str, length: int):
    """The lie that gives a member so long a text that the whole object has that length."""
    def change(value):
        value[member] = ""
        value[member] = "a" * (length - len(canonical(value)))
    return edited(change)


def values(data: bytes) -> int:
    """As section 8 counts them."""
    return len(re.findall(rb"[,\[{]", re.sub(rb'"(\\.|[^"\\])*"', b"", data))) + 1


def valued(count: int):
    """The lie that adds a member, and has the object so many values with it."""
    def change(value):
        value["more"] = [0]
        value["more"] *= count - values(canonical(value)) + 1
    return edited(change)


def line(number: int, change):
    """A lie about one line of a file."""
    def lie(true: bytes) -> bytes:
        parts = true.split(b"\n")
        parts[number] = change(parts[number])
        return b"\n".join(parts)
    return lie


def flipped(at: int):
    """A lie about one bit of a line of base64."""
    def change(text: bytes) -> bytes:
        data = bytearray(base64.b64decode(text))
        data[at] ^= 1
        return base64.b64encode(data)
    return change


def signature():
    def case(name: str, finding: str, section: str, about: str, copy: Copy, subject: str = "",
             stored: bool | None = None) -> Case:
        newer = finding.endswith("_newer")
        expected = small().stops("signature", finding, subject)
        return Case(name, finding, section, about, copy.zip(), expected.ends("newer") if newer else expected.lie(),
                    stored=stored)

    copy = small_copy()
    copy.root.key_id = bytes(7) + b"\7"
    yield Case("key_id_with_zeros", "signature_matches", "2", "a key id with zeros, which are written out", copy.zip(),
               small())
    for path in (TAG_LIST, SIGNATURE, "keys/root.pub"):
        yield case("missing_" + path.rpartition("/")[2].replace(".", "_").replace("-", "_"), "signature_missing", "5",
                   f"{path} is not there", later(path, constant(None)), path)
    made_up = small_copy()
    made_up.later |= {SIGNATURE: constant(None), "keys/root.pub": constant(None)}
    yield Case("nobody_signed", "signature_missing", "5", "made up, with neither signature nor root key", made_up.zip(),
               small().stops("signature", "signature_missing", SIGNATURE).also("signature_missing",
                                                                               "keys/root.pub").lie())
    malformed = {
        "comment_line": (SIGNATURE, "its first line is another comment",
                         replaced(b"signature from minisign key", b"signature by")),
        "crlf": (SIGNATURE, "its lines end in CR LF", lambda true: true.replace(b"\n", b"\r\n")),
        "byte_after": (SIGNATURE, "a byte follows the last line", lambda true: true + b"\n"),
        "root_comment": ("keys/root.pub", "its first line is another comment",
                         replaced(b"minisign public key", b"public key")),
        "root_short": ("keys/root.pub", "the key is one byte short",
                       line(1, lambda text: base64.b64encode(base64.b64decode(text)[:-1]))),
        "comment_id": (SIGNATURE, "its first line names another key id",
                       line(0, lambda text: text[:-1] + (b"0" if text[-1:] != b"0" else b"1"))),
        "small_letters": (SIGNATURE, "the key id in its first line is in small letters",
                          line(0, lambda text: text[:-16] + text[-16:].lower())),
        "no_last_lf": (SIGNATURE, "no LF ends its last line", lambda true: true[:-1]),
        "short": (SIGNATURE, "its signature is one byte short",
                  line(1, lambda text: base64.b64encode(base64.b64decode(text)[:-1]))),
        "spare_bits": (SIGNATURE, "spare bits of its base64 are not zero",
                       line(3, lambda text: text[:-3] + bytes([text[-3] + 1]) + b"==")),
        "root_algorithm": ("keys/root.pub", "the key is for another algorithm",
                           line(1, lambda text: base64.b64encode(b"Ee" + base64.b64decode(text)[2:]))),
    }
    for name, (path, about, lie) in malformed.items():
        yield case("signature_malformed_" + name, "signature_malformed", "2", f"{path}: {about}", told(path, lie), path)
    anybody = small_copy()
    anybody.root = AnybodysKey("keeper")
    yield case("signature_malformed_low_order", "signature_malformed", "2",
               "the root key is a point of low order: anybody can sign for it",
               anybody, "keys/root.pub", stored=True)
    yield case("signature_malformed_legacy", "signature_malformed", "2",
               "signed in minisign's older form `Ed`, over the list itself",
               signed_by(LegacyKey("keeper")), SIGNATURE, stored=True)
    yield case("signature_other_key", "signature_other_key", "5", "signed by another key, and root.pub left as it was",
               signed_by(RootKey("attacker")))
    forged = RootKey("attacker")
    forged.key_id = small_copy().root.key_id
    yield case("signature_wrong_key", "signature_wrong", "5", "signed by another key that has the same key id",
               signed_by(forged))
    yield case("signature_wrong", "signature_wrong", "5", "a bit of the signature is flipped",
               told(SIGNATURE, line(1, flipped(20))))
    yield case("signature_wrong_list", "signature_wrong", "5", "the tag list was changed after it was signed",
               later(TAG_LIST, lambda true: b"0" + true[1:]))
    yield case("signature_wrong_comment", "signature_wrong", "5", "the trusted comment was changed after it was signed",
               told(SIGNATURE, replaced(b"seq:2", b"seq:3")))
    comments = {
        "field_more": ("a further field", replaced(b"\trcpt:none", b"\trcpt:none\tnote:hello")),
        "field_missing": ("a field is missing", replaced(b"\trcpt:none", b"")),
        "order": ("two fields in another order", replaced(b"seq:2\tlog:2", b"log:2\tseq:2")),
        "number": ("a number with a leading zero", replaced(b"seq:2", b"seq:02")),
        "other": ("a comment as minisign itself writes it",
                  constant(b"timestamp:1767607200\tfile:tagmanifest-sha512.txt\thashed")),
        "blanks": ("blanks in place of a TAB", replaced(b"\tseq", b"    seq")),
        "uuid": ("a UUID in capitals", lambda true: true.replace(b"bundle:8c2f1d7a", b"bundle:8C2F1D7A")),
        "root": ("a root that is one digit short", lambda true: re.sub(rb"(root:[0-9a-f]{63}).", rb"\1", true)),
        "version_2_1": ("a version that is no number", replaced(b"seal:v1", b"seal:v2.1")),
        "version_0": ("a version before the first", replaced(b"seal:v1", b"seal:v0")),
    }
    for name, (about, lie) in comments.items():
        yield case("comment_" + name, "comment_malformed", "2", "the trusted comment: " + about, told(COMMENT, lie))
    yield case("comment_newer", "comment_newer", "5", "the trusted comment begins `seal:v2`",
               told(COMMENT, replaced(b"seal:v1", b"seal:v2")))
    yield case("comment_newer_alone", "comment_newer", "5", "the trusted comment is `seal:v2` and nothing more",
               told(COMMENT, constant(b"seal:v2")))
    yield case("comment_newer_otherwise", "comment_newer", "5", "a seal of version 17 with fields that nobody knows",
               told(COMMENT, constant(b"seal:v17\twhatever")))


def signed_by(key: RootKey) -> Copy:
    copy = small_copy()
    copy.signer = key
    return copy


class AnybodysKey(RootKey):
    """The neutral element of the curve. A plain verifier takes one signature by it for good, whatever was signed."""

    def __init__(self, label: str):
        super().__init__(label)
        self.public = b"\1" + bytes(31)

    def sign(self, message: bytes) -> bytes:
        return self.public + bytes(32)


class AnybodysLog(LogKey):
    """The same for a log."""

    def __init__(self, label: str, origin: str):
        super().__init__(label, origin)
        self.public = b"\1" + bytes(31)
        self.key_id = sha256(origin.encode() + b"\n\1" + self.public)[:4]
        self.vkey = "+".join((origin, self.key_id.hex(), b64(b"\1" + self.public)))

    def sign(self, message: bytes) -> bytes:
        return self.public + bytes(32)


class LegacyKey(RootKey):
    """Signs the file itself, not its BLAKE2b digest, and says so with another algorithm."""

    def signature_file(self, tag_list: bytes, comment: bytes) -> bytes:
        first = super().signature_file(tag_list, comment).split(b"\n")[0]
        signature = self.sign(tag_list)
        return b"".join(text + b"\n" for text in (first, b64(b"Ed" + self.key_id + signature).encode(),
                                                  b"trusted comment: " + comment,
                                                  b64(self.sign(signature + comment)).encode()))


def lists():
    def case(name: str, finding: str, section: str, about: str, copy: Copy, expected: Expected) -> Case:
        return Case(name, finding, section, about, copy.zip(), expected)

    def broken(finding: str, subject: str) -> Expected:
        """The lists do not hold: nothing below is reached."""
        return small().stops("files", finding, subject).lie()

    yield case("optional_files", "files_all_there", "2", "a report, and a bag-info.txt that says what it likes",
               more(reported_copy(), "bag-info.txt", b"\xff\0:\n"),
               small().instead("files_all_there", "files_all_there", 15))
    grammar = {
        "digest": (PAYLOAD_LISTS[1], "a digest of two digits", lambda true: true + b"00  data/000002.txt\n"),
        "twice": (TAG_LIST, "a path twice", lambda true: true + true[:true.index(b"\n") + 1]),
        "one_blank": (TAG_LIST, "one blank in place of two", replaced(b"  bagit", b" bagit")),
        "payload": (TAG_LIST, "it names a payload file", lambda true: true + true[:130] + b"data/000001.txt\n"),
        "long_line": (TAG_LIST, "a line of 1,201 bytes", lambda true: true + true[:130] + b"a/" * 535 + b"\n"),
        "cr": (TAG_LIST, "a CR before an LF", lambda true: true[:-1] + b"\r\n"),
        "not_data": (PAYLOAD_LISTS[1], "a payload list that names a path outside of data/",
                     lambda true: true + true[:130] + b"../data/x\n"),
        "star": (TAG_LIST, "the star of a binary file in place of the second blank", replaced(b"  bagit", b" *bagit")),
        "capitals": (TAG_LIST, "a digest in capitals", line(0, lambda text: text[:128].upper() + text[128:])),
        "short": (TAG_LIST, "a digest that is one digit short", lambda true: true[1:]),
        "no_last_lf": (TAG_LIST, "no LF ends the last line", lambda true: true[:-1]),
        "empty_line": (TAG_LIST, "an empty line at the end", lambda true: true + b"\n"),
        "itself": (TAG_LIST, "it names its own signature", lambda true: true + true[:130] + SIGNATURE.encode() + b"\n"),
        "tag_file": (PAYLOAD_LISTS[0], "a payload list that names another file",
                     lambda true: true + true[:66] + b"bagit.txt\n"),
    }
    for name, (path, about, lie) in grammar.items():
        yield case("list_" + name, "list_malformed", "2", f"{path}: {about}", told(path, lie),
                   broken("list_malformed", path))
    for path in PAYLOAD_LISTS:
        yield case("list_missing_" + path.removesuffix(".txt").rpartition("-")[2], "list_missing", "5",
                   f"{path} is not in the tag list",
                   told(path, constant(None)), broken("list_missing", path))
    yield case("lists_differ", "lists_differ", "5", "a payload file stands in one list only", told(
        PAYLOAD_LISTS[0], constant(b"")), broken("lists_differ", "data/000001.txt"))
    yield case("list_changed", "file_changed", "4", "a payload list was changed after sealing", later(
        PAYLOAD_LISTS[0], replaced(b"data/000001.txt", b"data/000001.txu")), broken("file_changed", PAYLOAD_LISTS[0]))
    untold = later(PAYLOAD_LISTS[0], constant(None))
    untold.later[WORDS] = constant(b"He never came back.\n")
    untold.later["data/000003.txt"] = constant(b"added\n")
    yield case("list_taken_away", "file_missing", "3.7",
               "a payload list was taken away, an original changed, and another one added: no original is judged",
               untold,
               broken("file_missing", PAYLOAD_LISTS[0]))
    unsafe = {
        "dotdot": "../../out",
        "absolute": "/tmp/out",
        "bidi": "letters/\u202e.txt",
        "device": "log/nul.json",
        "not_ascii": "lettre-\u00e9",
        "part_dot": "log/./checkpoint",
        "end_dot": "letters./a",
        "blank": "a letter",
        "backslash": "log\\x",
        "long": "a/" * 512 + "a",
        "hidden": ".hidden/a",
        "empty_part": "log//x",
    }
    for name, path in unsafe.items():
        yield case("unsafe_" + name, "path_unsafe", "2", "the tag list names a path that is not safe",
                   told(TAG_LIST, with_line(path)),
                   small().no("files_all_there").also("path_unsafe", path.replace("\u202e", "[U+202E]")).lie())
    copy = small_copy()
    for path, digits in zip(PAYLOAD_LISTS, (64, 128)):
        copy.lies[path] = lambda true, digits=digits: true + b"0" * digits + b"  data/../000001.txt\n"
    yield case("unsafe_payload", "path_unsafe", "2", "the payload lists name a path that is not safe", copy,
               small().no("files_all_there").also("path_unsafe", "data/../000001.txt").lie())
    copy = told(PAYLOAD_LISTS[1], lambda true: true + b"0" * 128 + b"  data/../000001.txt\n")
    copy.later[PAYLOAD_LISTS[0]] = lambda true: true + b"\n"
    yield case("unsafe_payload_untold", "file_changed", "4",
               "one payload list names a path that is not safe, the other was changed: no name of theirs is told", copy,
               broken("file_changed", PAYLOAD_LISTS[0]))
    for path, step in (("keys/keys.json", "log"), ("meta/manifest.json", "items"), ("meta/seal.json", "seal"),
                       ("bagit.txt", "")):
        yield case("not_listed_" + path.rpartition("/")[2].removesuffix(".json").removesuffix(".txt"),
                   "file_not_listed", "5",
                   f"{path} is neither in the tag list nor there", told(path, constant(None)),
                   broken("file_not_listed", path))
    yield case("missing_report", "file_missing", "5", "the report is in the list and not there",
               later(REPORT, constant(None), reported_copy()),
               reported().file("file_missing", REPORT).lie())
    yield case("changed_report", "file_changed", "4",
               "the report was changed after sealing: the items match all the same",
               later(
        REPORT, constant(b"<p>He never said that.\n"), reported_copy()), reported().file("file_changed", REPORT).lie())
    yield case("changed_seal", "file_changed", "4", "the seal was changed after sealing",
               later(SEAL, members(purpose="for nobody")),
               small().file("file_changed", SEAL).stops("seal").lie())
    yield case("changed_keys", "not_reached", "4", "the key file was changed after sealing",
               later(KEYS, members(created="2020-01-01T00:00:00Z")),
               small().file("file_changed", KEYS).stops("log").lie())
    yield case("changed_items", "file_changed", "4", "the list of items was changed after sealing",
               later(ITEMS, replaced(b"stairs", b"street")),
               small().file("file_changed", ITEMS).stops("items").lie())
    yield case("missing_seal", "file_missing", "5", "there is no seal", later(SEAL, constant(None)),
               small().file("file_missing", SEAL).stops("seal").lie())
    for name, text in (("bagit_version", b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"),
                       ("bagit_crlf", b"BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n")):
        yield case(name, "file_malformed", "2", "bagit.txt is not its two lines", told("bagit.txt", constant(text)),
                   small().also("file_malformed", "bagit.txt").lie())
    newer = small_copy()
    newer.more = {"letters/000001.txt": b"Dear all,\n"}
    yield case("file_newer", "file_newer", "5", "the tag list names a path that is safe and unknown", newer,
               small().instead("files_all_there", "files_all_there", 14).also("file_newer",
                                                                              "letters/000001.txt").ends("newer"))
    newer = small_copy()
    newer.more = {"data/letter.txt": b"Dear all,\n"}
    yield case("file_newer_payload", "file_newer", "2", "the payload lists name a path that is safe and unknown", newer,
               small().instead("files_all_there", "files_all_there", 14).also("file_newer",
                                                                              "data/letter.txt").ends("newer"))
    for name, path in (("number", "log/entries/0000100.json"), ("zero", "log/consistency/07"),
                       ("version", "data/000001-v0.txt"),
                       ("ending", "data/000002.TXT"), ("head", "log/consistency/0")):
        newer = more(small_copy(), path, b"{}")
        yield case("file_newer_" + name, "file_newer", "2", f"the lists name {path}, which is no path of this format",
                   newer,
                   small().instead("files_all_there", "files_all_there", 14).also("file_newer", path).ends("newer"))
    many = small_copy()
    names = [f"log/entries/{number:06}.json" for number in range(100, 5100)]
    many.lies[TAG_LIST] = lambda true: true + b"".join(b"0" * 128 + b"  " + name.encode() + b"\n" for name in names)
    yield Case("many_equal_faults", "file_missing", "5", "5,000 files are missing: fifty are told, then how many more",
               packed(many, TAG_LIST), missing(small().repacked().no("files_all_there"), names).lie())


def fingerprints():
    """The list for a reader who has nothing but certutil or sha256sum."""
    def case(name: str, about: str, copy: Copy, expected: Expected, point: str = "fingerprints_wrong") -> Case:
        return Case(name, point, "2", "the list of fingerprints: " + about, copy.zip(),
                    expected.numbered(copy.receipt()), stored=True)

    def wrong(name: str, about: str, lie, *paths: str, files: int = 16, copy: Copy | None = None) -> Case:
        expected = of_people().no("fingerprints_match").instead("files_all_there", "files_all_there", files)
        for path in paths:
            expected.also("fingerprints_wrong", path)
        return case("fingerprints_" + name, about, told(FINGERPRINTS, lie, copy or people_copy()), expected.lie())

    def lines_of(true: bytes) -> list[bytes]:
        return true.splitlines(keepends=True)

    def with_fingerprint(*paths: str, digest: str = "0" * 64):
        new = [f"{digest}  {path}\n".encode() for path in paths]
        return lambda true: b"".join(sorted(lines_of(true) + new, key=lambda text: text[66:-1]))

    def without_path(path: str):
        return lambda true: b"".join(text for text in lines_of(true) if not text.endswith(f"  {path}\n".encode()))

    def other_digest(path: str):
        return lambda true: b"".join(text[1:2] + text[:1] + text[2:] if text.endswith(f"  {path}\n".encode())
                                     and text[:1] != text[1:2] else
                                     b"00" + text[2:] if text.endswith(f"  {path}\n".encode()) else text
                                     for text in lines_of(true))

    yield case("fingerprints", "every file but the lists of BagIt, the signature and itself", people_copy(),
               of_people(), "fingerprints_match")
    yield wrong("digest", "another digest of the report", other_digest(REPORT), REPORT)
    yield wrong("digest_payload", "another digest of an original", other_digest(WORDS), WORDS)
    yield wrong("line_missing", "no line for the report, and none for an original",
                lambda true: without_path(REPORT)(without_path(WORDS)(true)), REPORT, WORDS)
    yield wrong("line_more", "lines for files that no list names, and that are not there",
                with_fingerprint("data/000009.txt", "letters/a"), "data/000009.txt", "letters/a")
    yield wrong("line_unsafe", "a line for a path that is not safe", with_fingerprint("../../out"), "../../out")
    yield wrong("itself", "it names itself", with_fingerprint(FINGERPRINTS), FINGERPRINTS)
    yield wrong("lists", "it names the lists of BagIt and the signature",
                with_fingerprint(*PAYLOAD_LISTS, TAG_LIST, SIGNATURE), *PAYLOAD_LISTS, TAG_LIST, SIGNATURE)
    small_list = people_copy().files()[FINGERPRINTS]
    yield wrong("none", "an empty list", constant(b""),
                *(text[66:-1].decode() for text in lines_of(small_list)))
    malformed = {
        "unsorted": ("its first two lines have changed places",
                     lambda true: b"".join([*lines_of(true)[1::-1], *lines_of(true)[2:]])),
        "twice": ("a line twice", lambda true: lines_of(true)[0] + true),
        "crlf": ("its lines end in CR LF", lambda true: true.replace(b"\n", b"\r\n")),
        "star": ("the star of a binary file in place of the second blank", replaced(b"  bagit", b" *bagit")),
        "capitals": ("digests in capitals",
                     lambda true: b"".join(text[:64].upper() + text[64:] for text in lines_of(true))),
        "no_last_lf": ("no LF ends its last line", lambda true: true[:-1]),
        "long_digest": ("a digest of 128 digits", lambda true: b"0" * 64 + true),
    }
    for name, (about, lie) in malformed.items():
        yield wrong(name, about, lie, FINGERPRINTS)
    added = people_copy()
    added.later["letters/a"] = constant(b"Dear all,\n")
    yield Case("fingerprints_of_added", "fingerprints_wrong", "2",
               "the list of fingerprints: a line for a file that was added, with its digest",
               told(FINGERPRINTS, with_fingerprint("letters/a", digest=sha256(b"Dear all,\n").hex()), added).zip(),
               of_people().no("fingerprints_match").also("fingerprints_wrong", "letters/a")
               .also("file_added", "bag/letters/a").lie(), stored=True)
    newer = more(people_copy(), "letters/a", b"Dear all,\n")
    yield case("fingerprints_newer", "a line for a file that is listed and unknown", newer,
               of_people().instead("files_all_there", "files_all_there", 17)
               .instead("fingerprints_match", "fingerprints_match", 14).also("file_newer", "letters/a").ends("newer"),
               "fingerprints_match")
    changed = later(FINGERPRINTS, lambda true: true[1:2] + true[:1] + true[2:], people_copy())
    yield Case("fingerprints_changed", "file_changed", "4", "the list of fingerprints was changed after sealing",
               changed.zip(), of_people().no("fingerprints_match").file("file_changed", FINGERPRINTS).lie()
               .numbered(""), stored=True)
    gone = later(FINGERPRINTS, constant(None), people_copy())
    yield Case("fingerprints_taken_away", "file_missing", "4", "the list of fingerprints was taken away after sealing",
               gone.zip(), of_people().no("fingerprints_match").file("file_missing", FINGERPRINTS).lie().numbered(""),
               stored=True)
    late = small_copy()
    late.later[FINGERPRINTS] = constant(b"0" * 64 + b"  bagit.txt\n")
    yield Case("fingerprints_added", "file_added", "2",
               "a list of fingerprints that no list names: the number on paper is that of an older copy", late.zip(),
               small().also("file_added", "bag/" + FINGERPRINTS).ends("added").numbered(small_copy().receipt()),
               stored=True)
    for name, path, item in (("report", REPORT, None), ("original", WORDS, "item_file_changed")):
        copy = later(path, constant(b"He never said that.\n"), people_copy())
        expected = of_people().no("fingerprints_match").file("file_changed", path)
        expected = expected.item(path, item) if item else expected
        yield case(f"fingerprints_and_another_{name}", f"right, but the {name} was changed: that is said once", copy,
                   expected.lie(), "file_changed")
    lists = later(PAYLOAD_LISTS[0], replaced(b"data/000001.txt", b"data/000001.txu"),
                  told(FINGERPRINTS, constant(b""), people_copy()))
    yield Case("fingerprints_untold", "not_reached", "2",
               "the list of fingerprints is empty, and a payload list was changed: what it has to name cannot be told",
               lists.zip(), of_people().stops("files", "file_changed", PAYLOAD_LISTS[0]).lie().numbered(""),
               stored=True)
    two = more(more(small_copy(), "Letters/a", b"Dear all,\n"), "letters/A", b"Dear all,\n")
    yield Case("same_place_both_listed", "entry_doubled", "3.6", "two files at one place, and both are sealed",
               two.zip(), small().no("files_all_there").also("entry_doubled", "Letters/a")
               .also("entry_doubled", "letters/A").also("file_newer", "Letters/a").also("file_newer", "letters/A").lie(),
               stored=True)


def packed(copy: Copy, path: str) -> bytes:
    """The container with one file deflated."""
    entries = copy.entries()
    for entry in entries:
        if entry.name == b"bag/" + path.encode():
            entry.method = 8
    return sealed(entries)


def missing(expected: Expected, names: list[str]) -> Expected:
    for name in names:
        expected.also("file_missing", name)
    return expected


def with_line(path: str):
    """The lie that adds a line to the tag list."""
    return lambda true: true + b"0" * 128 + b"  " + path.encode() + b"\n"


def seal():
    def case(name: str, finding: str, section: str, about: str, lie, subject: str = "") -> Case:
        expected = small().stops("seal", finding, subject).lie()
        return Case(name, finding, section, about, told(SEAL, lie).zip(), expected)

    text = 'quotes \" \\, a line\nbreak, \t, \x1f, \x7f, \u00e9, \u2028, \u202e, \U0001f512'
    yield Case("seal_text", "seal_matches", "2", "a purpose with all that RFC 8785 writes in its own way",
               told(SEAL, members(purpose=text)).zip(), small())
    yield Case("seal_stated", "seal_matches", "2", "what is only stated says what it likes", told(
        SEAL, members(created="1900-02-28T23:59:59Z", purpose="", tool={"name": "", "version": "\u202e"})).zip(),
               small())
    grammar = {
        "twice": ("a member twice", replaced(b'"purpose":', b'"purpose":"","purpose":')),
        "blank": ("a blank after a colon", replaced(b'"v":', b'"v": ')),
        "not_utf8": ("a text that is no UTF-8", replaced(b"for the", b"for\xffthe")),
        "deep": ("an unknown member, 17 levels deep", edited(lambda value: value.update(more=nested(16)))),
        "no_day": ("a 30th of February", members(created="2026-02-30T00:00:00Z")),
        "newline": ("a newline at the end", lambda true: true + b"\n"),
        "order": ("two members in another order",
                  lambda true: true.replace(b',"v":1', b"").replace(b"{", b'{"v":1,', 1)),
        "escape": ("a letter written as an escape", replaced(b"for the lawyer", b"for the \\u006cawyer")),
        "slash": ("a slash with a backslash", replaced(b"for the", b"for\\/the")),
        "surrogate": ("half of a surrogate pair", replaced(b"for the", b"for\\ud83dthe")),
        "bom": ("a byte order mark", lambda true: b"\xef\xbb\xbf" + true),
        "float": ("a number with a fraction of 0", replaced(b'"seq":2', b'"seq":2.0')),
        "large": ("a number beyond 2^53", members(seq=(1 << 53) + 2)),
        "array": ("an array", lambda true: b"[" + true + b"]"),
        "not_json": ("no JSON", lambda true: true[:-1]),
        "missing": ("without `clock`", without("clock")),
        "type": ("`purpose` is a number", members(purpose=1)),
        "seq_0": ("`seq` of 0", members(seq=0)),
        "no_hour": ("a 26th hour", members(created="2026-02-01T25:00:00Z")),
        "leap_second": ("a 61st second", members(created="2026-12-31T23:59:60Z")),
        "year_0": ("the year 0", members(created="0000-01-01T00:00:00Z")),
        "record": ("`record` in capitals", edited(lambda value: value.update(record=value["record"].upper()))),
        "recipients": ("`recipients` twice the same", members(recipients=["00" * 32] * 2)),
        "needs_empty": ("`needs` of nothing", members(needs=[])),
        "needs_order": ("`needs` in another order", members(needs=["b", "a"])),
        "spare_bits": ("a hash with spare bits",
                       lambda true: re.sub(rb'(.)="', lambda found: bytes([found[1][0] + 1]) + b'="', true, 1)),
        "tool": ("`tool` without a version", members(tool={"name": "Daybook"})),
    }
    for name, (about, lie) in grammar.items():
        yield case("seal_malformed_" + name, "seal_malformed", "2", "the seal: " + about, lie)
    other = b64(sha256(b"another root"))
    differs = {
        "bundle": members(bundle="00000000-0000-4000-8000-000000000000"),
        "record": members(record="0" * 32),
        "recipients": members(recipients=["00" * 32]),
        "log": edited(lambda value: value["log"].update(size=1)),
        "seq": members(seq=3),
    }
    for member, lie in differs.items():
        yield case("seal_differs_" + member, "seal_differs", "4",
                   f"`{member}` of the seal is not that of the comment" if member != "record"
                   else "the seal is that of another record", lie, member)
    yield case("seal_differs_root", "seal_differs", "4", "the root in the seal is not that of the comment",
               edited(lambda value: value["log"].update(root=other)), "log")
    newer = {
        "seal_newer_member": ("an unknown member", members(flavour="vanilla"), "flavour"),
        "seal_newer_needs": ("`needs` a word that nobody knows", members(needs=["two-signers"]), "two-signers"),
        "seal_newer_inside": ("an unknown member of `log`", edited(lambda value: value["log"].update(flavour=1)),
                              "flavour"),
        "seal_newer_deep": ("an unknown member, 16 levels deep", members(deep=nested(15)), "deep"),
        "seal_newer_clock": ("a `clock` that nobody knows", members(clock="roughtime"), "clock"),
    }
    for name, (about, lie, subject) in newer.items():
        yield Case(name, "seal_newer", "5", "the seal: " + about, told(SEAL, lie).zip(),
                   small().also("seal_newer", subject).ends("newer"))
    yield Case("seal_newer_v", "seal_newer", "5", "the seal: another `v`, below which nothing is checked",
               told(SEAL, members(v=2)).zip(),
               small().stops("seal", "seal_newer", "v").ends("newer"))


def nested(levels: int):
    value = []
    for _ in range(levels - 1):
        value = [value]
    return value


def log():
    def case(name: str, finding: str, section: str, about: str, copy: Copy, subject="", but: tuple = ()) -> Case:
        return Case(name, finding, section, about, copy.zip(), small().stops("log", finding, subject, but).lie())

    def vkeys(lie) -> Copy:
        """The same lie in both places that have the vkey."""
        copy = told(KEYS, edited(lambda value: value["log"].update(vkey=lie(value["log"]["vkey"].encode()).decode())))
        return told("log/vkey.txt", lambda true: lie(true[:-1]) + b"\n", copy)

    yield Case("keys_without_earlier", "log_key_matches", "2", "`earlier` may be absent",
               told(KEYS, without("earlier")).zip(),
               small())
    stranger = LogKey("witness", "witness.example")
    yield Case("head_with_cosignature", "head_matches", "4",
               "the checkpoint has a further signature, by a key that nobody knows here",
               told("log/checkpoint", lambda true: true + stranger.note(note_text(true)).split(b"\n\n")[1]).zip(),
               small())
    malformed = {
        "keys_malformed_blank": ("a blank after a comma", replaced(b",", b", ")),
        "keys_malformed_missing": ("without `revoked`", without("revoked")),
        "keys_malformed_twice": ("`root` twice", replaced(b'"root":', b'"root":"","root":')),
        "keys_malformed_hash": ("a `root` of 31 bytes", members(root=b64(bytes(31)))),
        "keys_malformed_earlier": ("an `earlier` without a size", members(earlier=[{"vkey": "a", "entry": 1}])),
    }
    for name, (about, lie) in malformed.items():
        yield case(name, "keys_malformed", "2", "the key file: " + about, told(KEYS, lie))
    newer = {
        "keys_newer_member": ("an unknown member", members(flavour="vanilla"), "flavour"),
        "keys_newer_inside": ("an unknown member of `log`", edited(lambda value: value["log"].update(flavour=1)),
                              "flavour"),
        "keys_newer_revoked": ("something is revoked", members(revoked=["a key"]), "revoked"),
    }
    for name, (about, lie, subject) in newer.items():
        yield Case(name, "keys_newer", "5", "the key file: " + about, told(KEYS, lie).zip(),
                   small().also("keys_newer", subject).ends("newer"))
    yield Case("keys_newer_v", "keys_newer", "5", "the key file: another `v`, below which nothing is checked",
               told(KEYS, members(v=2)).zip(),
               small().stops("log", "keys_newer", "v").ends("newer"))
    yield case("log_key_other_root", "log_key_differs", "4", "keys.json names another root key than keys/root.pub",
               told(KEYS, members(root=b64(RootKey("attacker").public))))
    yield case("log_key_cheap_forgery", "log_key_differs", "4",
               "only root.pub and the signature were made anew, by another key", cheap())
    yield case("log_key_other_vkey", "log_key_differs", "4", "log/vkey.txt is another log's", told(
        "log/vkey.txt", constant(LogKey("attacker", small_copy().log.origin).vkey.encode() + b"\n")))
    for name, change in (("changed_vkey", "log/vkey.txt"), ("changed_checkpoint", "log/checkpoint")):
        expected = small().file("file_changed", change)
        expected.stops("log", but=("log_key_matches",) if change == "log/checkpoint" else ())
        yield Case(name, "file_changed", "4", f"{change} was changed after sealing",
                   later(change, lambda true: true + b"\n").zip(), expected.lie(), stored=True)
    anybody = small_copy()
    anybody.log = AnybodysLog("keeper", anybody.log.origin)
    yield case("log_key_low_order", "log_key_differs", "2",
               "the log's key is a point of low order, for which anybody can sign: that is no vkey", anybody)
    yield case("log_key_no_lf", "log_key_differs", "2", "log/vkey.txt without its LF",
               told("log/vkey.txt", lambda true: true[:-1]))
    yield case("log_key_other_origin", "log_key_differs", "4", "the vkey is of another origin than the log of the seal",
               vkeys(lambda vkey: LogKey("keeper", "record-" + "0" * 32).vkey.encode()))
    wrong = {
        "head_wrong_key": ("another key signed it",
                           lambda true: LogKey("attacker", small_copy().log.origin).note(note_text(true))),
        "head_wrong_signature": ("a bit of its signature is flipped",
                                 line(4, lambda text: text.rpartition(b" ")[0] + b" "
                                      + flipped(9)(text.rpartition(b" ")[2]))),
        "head_wrong_unsigned": ("nobody signed it", lambda true: true[:true.index(b"\n\n") + 2]),
        "head_wrong_text": ("its size was changed and not signed again", replaced(b"\n2\n", b"\n3\n")),
        "head_wrong_grammar": ("signed, with a size that begins with a zero",
                               lambda true: small_copy().log.note(note_text(true).replace("\n2", "\n02"))),
    }
    for name, (about, lie) in wrong.items():
        yield case(name, "head_wrong", "4", "the checkpoint: " + about, told("log/checkpoint", lie),
                   but=("log_key_matches",))
    keeper = small_copy().log
    other = {
        "head_differs_size": ("another size", lambda true: keeper.checkpoint(1, tree_root(small_copy().leaves()[:1]))),
        "head_differs_root": ("another root", lambda true: keeper.checkpoint(2, sha256(b"another root"))),
    }
    yield case("head_differs_origin", "head_wrong", "4", "the log's key signed it, but it is of another origin",
               told("log/checkpoint", lambda true: keeper.checkpoint(2, tree_root(small_copy().leaves()),
                                                                     "record-" + "0" * 32)),
               but=("log_key_matches",))
    for name, (about, lie) in other.items():
        yield case(name, "head_differs", "4", "the log's key signed it, but the seal names " + about,
                   told("log/checkpoint", lie), but=("log_key_matches",))


def note_text(note: bytes) -> str:
    return note[:note.index(b"\n\n") + 1].decode()


def cheap() -> Copy:
    """A stranger puts his root key into a genuine copy and signs the lists anew; the log stays the keeper's."""
    copy, stranger = small_copy(), RootKey("attacker")
    copy.signer = stranger
    copy.lies["keys/root.pub"] = constant(stranger.public_file())
    return copy


def previous():
    path = "log/consistency/64"

    def wrong(subject="64") -> Expected:
        return continued().no("previous_continues").also("previous_wrong", subject).lie()

    def case(name: str, about: str, copy: Copy, expected: Expected | None = None) -> Case:
        return Case(name, "previous_wrong", "4", about, copy.zip(), expected or wrong())

    yield Case("previous", "previous_continues", "4", "the copy before had 77 entries, no power of two",
               continued_copy(77).zip(), continued(77))
    yield Case("previous_same", "previous_continues", "4", "the copy before had the same head",
               continued_copy(128).zip(),
               continued(128))
    yield Case("previous_one", "previous_continues", "4", "the copy before had one entry", continued_copy(1).zip(),
               continued(1))
    yield case("previous_root", "the head in the copy before had another root", told(
        SEAL, edited(lambda value: value["previous"].update(root=b64(sha256(b"another root")))), continued_copy()))
    yield case("previous_missing", "there is no log/consistency/64", told(path, constant(None), continued_copy()),
               wrong().instead("files_all_there", "files_all_there", 13))
    yield case("previous_unnamed", "a log/consistency file that `previous` does not name",
               more(continued_copy(), "log/consistency/5", b"old 5\n\n"),
               continued().instead("files_all_there", "files_all_there", 15).also("previous_wrong",
                                                                                  "log/consistency/5").lie())
    yield case("previous_path", "its path leads elsewhere", told(path, line(1, flipped(3)), continued_copy()))
    yield case("previous_path_longer", "its path has a hash more than it takes", told(path, lambda true: true.replace(
        b"\n", b"\n" + b64(bytes(32)).encode() + b"\n", 1), continued_copy()))
    yield case("previous_old", "it says that it leads from another size",
               told(path, replaced(b"old 64", b"old 63"), continued_copy()))
    yield case("previous_head", "the checkpoint in it is of another size",
               told(path, replaced(b"\n128\n", b"\n127\n"), continued_copy()))
    copy = continued_copy()
    root = tree_root(copy.leaves())
    head = LogKey("witness", "witness.example").checkpoint(128, root)
    for place in (path, proof_path(1)):
        copy.lies[place] = lambda true: true[:true.index(b"\n\n") + 2] + head
    yield Case("previous_head_by_another", "previous_continues", "4",
               "the checkpoints in the proof and in log/consistency are signed by another log: size and root count",
               copy.zip(),
               continued(), stored=True)
    yield case("previous_larger", "`previous` is larger than this head", told(
        SEAL, edited(lambda value: value["previous"].update(size=129)), continued_copy()),
        wrong("129").also("previous_wrong", path))
    yield case("previous_none_named", "a log/consistency file, and no `previous`",
               more(small_copy(), "log/consistency/5", b"old 5\n\n"),
               small().instead("files_all_there", "files_all_there", 14).also("previous_wrong",
                                                                              "log/consistency/5").lie())


def earlier_logs():
    """Other logs before this one. The entry that says so is number 64."""
    def case(name: str, about: str, copy: Copy, entry: int = 64, files: int = 16, **more) -> Case:
        expected = other_log().instead("files_all_there", "files_all_there", files).also("earlier_logs_wrong", entry)
        return Case(name, "earlier_logs_wrong", "4", about, copy.zip(), expected.lie(), **more)

    def entry(copy: Copy, **changes) -> Copy:
        return told(entry_path(64), members(**changes), copy)

    def element(copy: Copy, **changes) -> Copy:
        return told(KEYS, edited(lambda value: value["earlier"][0].update(changes)), copy)

    def twice(**lies) -> Copy:
        """Keys that were changed at entry 64, and again at entry 128."""
        copy = key_change_copy()
        copy.change_keys("third key", **lies)
        copy.fill()
        return copy

    stranger, strange_log = b64(RootKey("attacker").public), LogKey("attacker", "a").vkey
    after_two = Expected(18, [("000001", WORDS)], 192, 64)
    yield Case("key_change_twice", "log_key_changed", "4", "keys were changed, and changed again", twice().zip(),
               after_two.also("log_key_changed", 64).also("log_key_changed", 128))
    yield Case("earlier_size_stated", "log_key_changed", "2", "the size of a log before a `key` entry is only stated",
               element(key_change_copy(), size=60).zip(), other_log().also("log_key_changed", 60))
    yield case("earlier_not_proven", "the proof of the `key` entry leads elsewhere",
               told(proof_path(64), line(2, flipped(3)), key_change_copy()))
    yield case("earlier_old_signature", "the old key did not sign",
               entry(key_change_copy(), signed_by_old=b64(bytes(64))))
    yield case("earlier_new_root", "the `key` entry leads to a stranger's key", key_change_copy(new_root=stranger))
    yield case("earlier_new_log", "the `key` entry names another log than keys.json, and both keys signed that",
               key_change_copy(new_log=strange_log))
    def newer(name: str, about: str, copy: Copy, *findings: str) -> Case:
        expected = other_log().also("keys_newer", 64)
        for finding in findings:
            expected.also(finding, 64)
        return Case(name, "keys_newer", "4", about, copy.zip(), expected.ends("newer"), stored=True)

    yield newer("keys_newer_key", "an unknown member of a `key` entry, whose known ones hold",
                entry(key_change_copy(), flavour="vanilla"), "log_key_changed")
    yield newer("keys_newer_branch", "an unknown member of a `branch` entry, whose known ones hold",
                entry(branch_copy(), flavour="vanilla"), "log_branched")
    yield newer("keys_newer_entry_v", "a `key` entry of another `v`, of which nothing more is asked",
                entry(key_change_copy(), v=2, new_root=stranger))
    yield newer("keys_newer_entry_type", "`earlier` names an entry of an unknown type",
                entry(branch_copy(), type="merge"))
    lying = entry(key_change_copy(), flavour="vanilla", signed_by_old=b64(bytes(64)))
    yield Case("keys_newer_and_a_lie", "earlier_logs_wrong", "4",
               "an unknown member of a `key` entry that the old key did not sign",
               lying.zip(), other_log().also("keys_newer", 64).also("earlier_logs_wrong", 64).lie())
    yield Case("keys_malformed_low_order", "keys_malformed", "2", "`earlier` has a vkey of low order",
               element(key_change_copy(), vkey=AnybodysLog("keeper", small_copy().log.origin).vkey).zip(),
               other_log().stops("log", "keys_malformed").lie(), stored=True)
    filler = key_change_copy()
    filler.events[65].disclosed = True
    yield case("earlier_other_type", "the entry is a filler", element(filler, entry=65), 65, 18)
    yield case("earlier_too_large", "`size` is larger than `entry`", element(key_change_copy(), size=65))
    yield case("earlier_branch_vkey", "the `branch` entry is of another vkey", element(branch_copy(), vkey=strange_log),
               stored=True)
    yield case("earlier_branch_size", "the `branch` entry is of another size", element(branch_copy(), size=63))
    yield case("earlier_branch_new_log", "the `branch` entry leads to another log",
               entry(branch_copy(), new_log=strange_log))
    yield case("earlier_no_proof", "the `key` entry has no proof",
               told(proof_path(64), constant(None), key_change_copy()),
               files=15)
    yield case("earlier_new_signature", "the new key did not sign",
               entry(key_change_copy(), signed_by_new=b64(bytes(64))))
    yield case("earlier_old_root", "the old root key is a stranger's, who did not sign",
               key_change_copy(old_root=stranger))
    yield Case("earlier_gap", "earlier_logs_wrong", "4",
               "the second change begins with another key than the first ended with",
               twice(old_root=stranger).zip(), Expected(18, [("000001", WORDS)], 192, 64)
               .also("log_key_changed", 64).also("earlier_logs_wrong", 128).lie())


def cases():
    for group in (signature, lists, seal, log, previous, earlier_logs, fingerprints):
        yield from group()
