"""How things are spelled: numbers, paths, lists and canonical JSON (sections 2 and 8).

A reader, here and elsewhere, returns a value or raises ValueError; nothing is repaired, nothing is read in two ways.
A grammar of JSON is written as a *shape*, which looks like the tables of the page:

    {"size": count, "about?": number}     an object; the members marked with ? may be absent
    [shape]                               an array of it
    (None, shape)                         null or it
    a function                            a test of the value
"""

import base64
import datetime
import hashlib
import json
import re

MOST_INTEGER, MOST_VALUES, MOST_LEVELS, MOST_LINE = 2 ** 53, 200_000, 16, 1_200
KIB, MIB = 1 << 10, 1 << 20


class Refused(Exception):
    """A link does not hold. Its arguments: the finding that says so, unless that was said before, and the subject."""


class OverLimit(Refused):
    """Section 8: too large to look at."""
    def __init__(self, what):
        super().__init__("over_limit", what)


def need(condition):
    if not condition:
        raise ValueError("does not follow its grammar")


def sha256(data):
    return hashlib.sha256(data).digest()


# ---- small spellings
def pattern(spelling):
    match = re.compile(spelling, re.ASCII).fullmatch
    return lambda value: type(value) is str and match(value)


uuid = pattern(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
hex32, hex64, hex128 = pattern(r"[0-9a-f]{32}"), pattern(r"[0-9a-f]{64}"), pattern(r"[0-9a-f]{128}")
number = pattern(r"(?!000000)[0-9]{6}")
decimal = pattern(r"0|[1-9][0-9]{0,15}")
stamp = pattern(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z")


def unbase64(text, length=None):
    """One value has one spelling: what the decoder passes over shows when it is encoded again."""
    text = text.encode() if type(text) is str else text
    value = base64.b64decode(text, validate=True)
    need(base64.b64encode(value) == text and length in (None, len(value)))
    return value


# ---- paths
ENTRY_NUMBER = r"(?:[0-9]{6}|[1-9][0-9]{6,})"
payload_path = pattern(r"data/[0-9]{6}((-v[1-9][0-9]{0,5})?\.[a-z0-9]{1,16}|-part\.(jsonl|bin))")
consistency_path = pattern(r"log/consistency/[1-9][0-9]*")
report_path = pattern(r"report/([a-z0-9-]{1,40}/)?[a-z0-9-]{1,40}\.(html|pdf|jpg|png)")
other_known_path = pattern(
    r"bagit\.txt|bag-info\.txt|START-HERE\.txt|fingerprints-sha256\.txt|manifest-sha(256|512)\.txt|keys/(root\.pub|keys\.json)|meta/(seal|manifest)\.json"
    r"|log/(checkpoint|vkey\.txt)|log/messages/[0-9]{6}\.json"
    rf"|log/(entries|openings)/{ENTRY_NUMBER}\.json|log/proofs/{ENTRY_NUMBER}\.tlog-proof")
safe_letters = pattern(r"[A-Za-z0-9._/-]{1,1024}")
unsafe_part = pattern(r"|\..*|.*\.|(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def is_known(path):
    return bool(payload_path(path) or consistency_path(path) or report_path(path) or other_known_path(path))


def is_safe(path):
    return bool(safe_letters(path)) and not any(map(unsafe_part, path.split("/")))


def log_paths(entry):
    """The files of one entry: the leaf, its way to the head, what it stands for."""
    return f"log/entries/{entry:06d}.json", f"log/proofs/{entry:06d}.tlog-proof", f"log/openings/{entry:06d}.json"


# ---- lists
TAG_LIST, SHA256_LIST, SHA512_LIST = "tagmanifest-sha512.txt", "manifest-sha256.txt", "manifest-sha512.txt"
SIGNATURE = TAG_LIST + ".minisig"
FINGERPRINTS = "fingerprints-sha256.txt"


def read_list(data, name):
    """A list as {path: digest}. What is not UTF-8 makes a path unsafe, not the list unreadable."""
    line_at = re.compile(rb"([0-9a-f]{%d})  ([^\n]*)(?<!\r)\n" % (64 if name in (SHA256_LIST, FINGERPRINTS) else 128)).match
    paths, at = {}, 0
    while at < len(data):
        line = line_at(data, at)
        need(line and len(line[0]) <= MOST_LINE)
        path, at = line[2].decode("utf-8", "surrogateescape"), line.end()
        if name != FINGERPRINTS:  # which has a word of its own for what must not stand there
            need(path.startswith("data/") == (name != TAG_LIST) and path not in (TAG_LIST, SIGNATURE))
        need(path not in paths)
        paths[path] = line[1].decode()
    need(name != FINGERPRINTS or ascending([path.encode("utf-8", "surrogateescape") for path in paths]))
    return paths


# ---- canonical JSON
BRACKETS_ALIKE, NO_BRACKETS = bytes.maketrans(b"{}", b"[]"), bytes({*range(256)} - {*b"[]{}"})
texts = re.compile(rb'"[^"]*"')


def without_escapes(data):
    """Of the same length; now a text ends at the next quotation mark."""
    return data.replace(rb"\\", b"__").replace(rb'\"', b"__")


def canonical(data, subject, levels=MOST_LEVELS):
    """RFC 8785, with integers only. Size and depth are known before anything is built."""
    bare = texts.sub(b"", without_escapes(data))
    if bare.count(b",") + bare.count(b"[") + bare.count(b"{") + 1 > MOST_VALUES:
        raise OverLimit(subject)
    brackets = bare.translate(BRACKETS_ALIKE, NO_BRACKETS)
    for _ in range(levels):  # takes away the innermost
        brackets = brackets.replace(b"[]", b"")
    need(not brackets)
    value = DECODER.decode(data.decode())
    need(ENCODER.encode(value).encode() == data)
    return value


def whole_number(text):
    need(len(text) < 20 and -MOST_INTEGER <= int(text) <= MOST_INTEGER)
    return int(text)


def no_number(_):
    need(False)


def members_in_order(pairs):
    """An object, if its members ascend; then none is there twice either."""
    need(all(name.isascii() for name, _ in pairs) and ascending([name for name, _ in pairs]))
    return dict(pairs)


DECODER = json.JSONDecoder(object_pairs_hook=members_in_order, parse_int=whole_number, parse_float=no_number,
                           parse_constant=no_number)
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


# ---- shapes
def anything(_):
    return True


def text(value):
    return type(value) is str


def integer(least, most=MOST_INTEGER):
    return lambda value: type(value) is int and least <= value <= most


def readable(read, *arguments):
    """The shape of a text that this reader can read."""
    def can_be_read(value):
        try:
            return text(value) and read(value, *arguments) is not None
        except ValueError:
            return False
    return can_be_read


count, positive, hash32 = integer(0), integer(1), readable(unbase64, 32)
time = readable(lambda value: stamp(value) and datetime.datetime(*map(int, stamp(value).groups())))


def minute(value):
    """A minute of the calendar, of the years 0 to 9999."""
    found = type(value) is str and re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})", value)
    if not found:
        return False
    year, month, day, hour, of_hour = map(int, found.groups())
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if is_leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1 <= month <= 12 and 1 <= day <= days[month - 1] and hour < 24 and of_hour < 60


def ascending(values):
    return all(one < other for one, other in zip(values, values[1:]))


class Either:
    """A shape that depends on the value: `of` chooses it."""

    def __init__(self, of):
        self.of = of


def fit(value, shape):
    """Raises ValueError where the value is not of the shape; returns the members that the shape does not know."""
    if isinstance(shape, Either):
        return fit(value, shape.of(value))
    if isinstance(shape, dict):
        need(type(value) is dict)
        unknown = [name for name in value if name not in shape and name + "?" not in shape]
        for name, inner in shape.items():
            if name.rstrip("?") in value:
                unknown += fit(value[name.rstrip("?")], inner)
            else:
                need(name.endswith("?"))
        return unknown
    if isinstance(shape, list):
        need(type(value) is list)
        return [name for element in value for name in fit(element, shape[0])]
    if isinstance(shape, tuple):
        return [] if value is None else fit(value, shape[1])
    need(shape(value))
    return []


def known(value, shape):
    """The value, with the members alone that the shape knows. It has to be of the shape."""
    if isinstance(shape, Either):
        return known(value, shape.of(value))
    if not isinstance(shape, dict):
        return value
    return {name: known(value[name], shape.get(name, shape.get(name + "?")))
            for name in value if name in shape or name + "?" in shape}


def read_json(data, subject, shape, newest=1):
    """The value, and the members that the shape does not know; no value where it is of another version."""
    value = canonical(data, subject)
    need(type(value) is dict and type(value.get("v")) is int)
    return (value, fit(value, {"v": anything, **shape})) if 1 <= value["v"] <= newest else (None, ["v"])
