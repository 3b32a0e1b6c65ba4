"""Who signed what: Ed25519, minisign, signed notes, and the ways through a Merkle tree."""

import hashlib
import json
import os
import re
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from grammar import decimal, need, readable, sha256, unbase64

# The y of the eight points whose order divides 8, in every encoding, sign bit apart. Under such a key anything can be
# made to verify, so section 2 takes it for none; OpenSSL does not.
P = 2 ** 255 - 19
Y8 = int("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d706a17c7", 16)
LOW_ORDER = {0, 1, P - 1, P, P + 1, Y8, P - Y8}


def is_low_order(key):
    return int.from_bytes(key, "little") & ~(1 << 255) in LOW_ORDER


def verifies(key, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return not is_low_order(key)
    except (InvalidSignature, ValueError):
        return False


# ---- the root key and its signature, as minisign writes them, in one spelling (section 2)
def read_tagged(line, algorithm, length):
    """What minisign puts into base64: two letters, the 8 bytes of the id, the rest."""
    raw = unbase64(line, 10 + length)
    need(raw[:2] == algorithm)
    return raw[2:10], raw[10:]


def upper_id(key_id):
    return key_id[::-1].hex().upper().encode()


def read_root_key(data):
    comment, key_line, nothing = data.split(b"\n", 3)
    key_id, key = read_tagged(key_line, b"Ed", 32)
    need(comment == b"untrusted comment: minisign public key " + upper_id(key_id) and not nothing)
    need(not is_low_order(key))
    return key_id, key


def read_signature(data):
    """The id of the key, the signature, the trusted comment, the signature over both."""
    untrusted, signature_line, trusted, global_line, nothing = data.split(b"\n", 5)
    key_id, signature = read_tagged(signature_line, b"ED", 64)
    need(untrusted == b"untrusted comment: signature from minisign key " + upper_id(key_id) and not nothing)
    need(trusted.startswith(b"trusted comment: "))
    return key_id, signature, trusted.removeprefix(b"trusted comment: "), unbase64(global_line, 64)


def is_signed(key, message, signature, comment, over_both):
    digest = hashlib.blake2b(message).digest()  # form ED: what is signed is the hash
    return verifies(key, signature, digest) and verifies(key, over_both, signature + comment)


# ---- whose key it is (section 6)
class NoWordList(Exception):
    """Words cannot be compared."""


def key_number(root):
    return int.from_bytes(sha256(b"vault-root-v1\n" + root)[:11], "big")


def read_words(typed):
    """The number that eight words spell. What a reader types is no evidence: only its letters count."""
    path = os.environ.get("DAYBOOK_WORD_LIST")
    if not path:
        raise NoWordList("words cannot be compared: DAYBOOK_WORD_LIST must name the BIP-39 English list, in JSON")
    with open(path) as file:
        positions = {word: at for at, word in enumerate(json.load(file))}
    words, number = re.findall(r"[^\W\d_]+", typed.lower()), 0
    need(len(words) == 8 and all(word in positions for word in words))
    for word in words:
        number = number << 11 | positions[word]
    return number


# ---- signed notes and checkpoints (C2SP)
VKEY = re.compile(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")
NOTE_SIGNATURE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)")


class VKey(NamedTuple):
    name: str
    key_id: bytes
    key: bytes


def read_vkey(text):
    match = VKEY.fullmatch(text)
    need(match)
    raw = unbase64(match[3], 33)
    key_id = sha256(match[1].encode() + b"\n" + raw)[:4]
    need(raw[0] == 1 and key_id.hex() == match[2] and not is_low_order(raw[1:]))
    return VKey(match[1], key_id, raw[1:])


is_vkey = readable(read_vkey)


class Checkpoint(NamedTuple):
    origin: str
    size: int
    root: bytes
    signed: bytes
    signatures: list  # (name, key id, signature)

    @property
    def head(self):
        return self.size, self.root

    def is_by(self, vkey):
        """At least one signature of this key; one of its signatures that fails spoils the note."""
        own = [signature for name, key_id, signature in self.signatures if (name, key_id) == vkey[:2]]
        return bool(own) and all(verifies(vkey.key, signature, self.signed) for signature in own)


def read_checkpoint(data):
    note = data.decode()
    body, _, below = note.rpartition("\n\n")
    lines, signatures = body.split("\n"), []
    need(below.endswith("\n") and not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", note))
    for line in below[:-1].split("\n"):
        match = NOTE_SIGNATURE.fullmatch(line)
        need(match)
        raw = unbase64(match[2])
        need(len(raw) > 4)
        signatures.append((match[1], raw[:4], raw[4:]))
    need(len(lines) >= 3 and all(lines) and decimal(lines[1]))
    return Checkpoint(lines[0], int(lines[1]), unbase64(lines[2], 32), (body + "\n").encode(), signatures)


def read_head(data):
    """A checkpoint of which only the size and the root count."""
    note = data.decode()
    lines = note.split("\n")
    need(not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", note) and len(lines) > 3 and lines[0] and decimal(lines[1]))
    return Checkpoint(lines[0], int(lines[1]), unbase64(lines[2], 32), b"", [])


# ---- ways through the tree (RFC 6962, 2.1)
class Path(NamedTuple):
    start: int  # an index, or the size of the smaller tree
    hashes: list
    checkpoint: Checkpoint


def read_path(data, first_line, word):
    """A first line, if there must be one, a word and a number, hashes, an empty line, a checkpoint."""
    above, _, note = data.partition(b"\n\n")
    lines = above.decode().split("\n")
    need(not first_line or lines.pop(0) == first_line and lines)
    its_word, _, start = lines[0].partition(" ")
    need(its_word == word and decimal(start))
    return Path(int(start), [unbase64(line, 32) for line in lines[1:]], read_head(note))


def read_proof(data):
    return read_path(data, "c2sp.org/tlog-proof@v1", "index")


def read_consistency(data):
    return read_path(data, None, "old")


def parent(left, right):
    return sha256(b"\1" + left + right)


def halves(size, hashes):
    """How many leaves the left half of a tree has, the hashes that lead up to one half, and that of the other."""
    need(hashes)
    return 1 << (size - 1).bit_length() - 1, hashes[:-1], hashes[-1]


def root_over(leaf, index, size, hashes):
    """The root of the tree that has this leaf at this index."""
    need(index < size)
    if size == 1:
        need(not hashes)
        return leaf
    left, below, other = halves(size, hashes)
    if index < left:
        return parent(root_over(leaf, index, left, below), other)
    return parent(other, root_over(leaf, index - left, size - left, below))


def roots_over(old_root, old, size, hashes):
    """The roots of the tree of the first `old` leaves, and of the whole.

    `old_root` is that of the old tree, where all of it is below."""
    need(0 < old <= size)
    if old == size:
        need(len(hashes) == (old_root is None))
        root = old_root or hashes[0]
        return root, root
    left, below, other = halves(size, hashes)
    if old <= left:
        before, after = roots_over(old_root, old, left, below)
        return before, parent(after, other)
    before, after = roots_over(None, old - left, size - left, below)
    return parent(other, before), parent(other, after)


def leads_to_head(leaf, way):
    """Whether the leaf stands at this index under the root of the checkpoint."""
    try:
        return root_over(leaf, way.start, way.checkpoint.size, way.hashes) == way.checkpoint.root
    except ValueError:
        return False


def continues(old_root, way):
    """Whether the tree of so many leaves with this root is the beginning of that of the checkpoint."""
    try:
        return roots_over(old_root, way.start, way.checkpoint.size, way.hashes) == (old_root, way.checkpoint.root)
    except ValueError:
        return False
