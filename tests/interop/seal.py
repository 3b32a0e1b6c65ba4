"""What the keeper signed of the copy as a whole: the trusted comment, seal.json and keys.json (section 2)."""

import re

from grammar import (MOST_INTEGER, anything, ascending, count, hash32, hex32, hex64, need, pattern, positive, read_json,
                     sha256, text, time, unbase64, uuid)
from signatures import is_vkey

HEAD = {"size": positive, "root": hash32}
SEAL_SHAPE = {
    "bundle": uuid, "record": hex32, "seq": positive, "created": time, "purpose": text, "recipients": [hex64],
    "log": {"origin": text, **HEAD}, "previous": (None, HEAD), "tool": {"name": text, "version": text},
    "clock": text, "needs?": [pattern(r"[a-z0-9-]+")],
}
KEYS_SHAPE = {
    "root": hash32, "log": {"vkey": text}, "created": time, "revoked": [anything],
    "earlier?": [{"vkey": is_vkey, "size": count, "entry": count}],
}
KNOWN_NEEDS = "messages-1",
COMMENT = pattern(r"seal:v1\tbundle:(?P<bundle>[0-9a-f-]+)\tseq:(?P<seq>[1-9][0-9]{0,15})"
                  r"\tlog:(?P<size>[1-9][0-9]{0,15})\troot:(?P<root>[0-9a-f]{64})\trcpt:(?P<rcpt>[0-9a-f]{64}|none)")


def is_newer_comment(comment):
    return bool(re.fullmatch(rb"(?s)seal:v([2-9]|[1-9][0-9]+)(\t.*)?", comment))


def read_comment(comment):
    fields = COMMENT(comment.decode())
    need(fields and uuid(fields["bundle"]) and max(int(fields["seq"]), int(fields["size"])) <= MOST_INTEGER)
    return fields


def read_seal(data, path):
    """The seal, and what in it is newer: members, words of `needs` that are not known, the clock."""
    seal, newer = read_json(data, path, SEAL_SHAPE)
    if seal is not None:
        needs = seal.get("needs")
        need(ascending(seal["recipients"]) and (needs is None or needs and ascending(needs)))
        newer += [word for word in needs or [] if word not in KNOWN_NEEDS] + (["clock"] if seal["clock"] != "self-asserted" else [])
    return seal, newer


def read_keys(data, path):
    """keys.json, and the members of it that are newer."""
    keys, newer = read_json(data, path, KEYS_SHAPE)
    return keys, newer + (["revoked"] if keys and keys["revoked"] else [])


def differences(seal, comment):
    """The members that do not say what the comment says, or what the origin says."""
    recipients, log = seal["recipients"], seal["log"]
    agree = {
        "bundle": seal["bundle"] == comment["bundle"],
        "seq": str(seal["seq"]) == comment["seq"],
        "log": (str(log["size"]), unbase64(log["root"]).hex()) == (comment["size"], comment["root"]),
        "recipients": comment["rcpt"] == (sha256("\n".join(recipients).encode()).hex() if recipients else "none"),
        "record": re.fullmatch(f"record-{seal['record']}(-[0-9a-f]{{16}})?", log["origin"]),
    }
    return [member for member, agrees in agree.items() if not agrees]
