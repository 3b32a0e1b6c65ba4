"""The lock (section 3.1): age v1, as far as a reader with an X25519 key or a passphrase needs it.

A chunk that does not open leaves a hole: zeros, and its place in `holes`. Only the files in it suffer.
"""

import hashlib
import hmac
import re
from typing import NamedTuple, Optional

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from grammar import KIB, Refused, need, unbase64

MAGIC = b"age-encryption.org/"
MOST_HEADER, CHUNK, TAG = 64 * KIB, 64 * KIB, 16
MOST_WORK = 20  # of scrypt: 1 GiB of memory

LETTER = rb"[A-Za-z0-9+/]"
STANZA = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\n((?:%s{64}\n)*%s{0,63}\n)" % (LETTER, LETTER))
MAC = re.compile(rb"--- (%s{43})\n" % LETTER)


class Opened(NamedTuple):
    data: bytes
    holes: list = []  # (from, to), ascending
    was_locked: bool = False
    recipient: Optional[str] = None  # the age1... of the key that opened it


# ---- keys: Bech32 (BIP 173, without its limit of length)
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATORS = 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3


def bech32(prefix, key):
    """32 bytes as a word with its checksum."""
    values = [int.from_bytes(key, "big") << 4 >> 5 * at & 31 for at in reversed(range(52))]
    check = 1
    for value in [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix] + values + [0] * 6:
        top, check = check >> 25, (check & 0x1ffffff) << 5 ^ value
        for bit, generator in enumerate(GENERATORS):
            check ^= generator if top >> bit & 1 else 0
    values += [(check ^ 1) >> 5 * at & 31 for at in reversed(range(6))]
    return prefix + "1" + "".join(BECH32[value] for value in values)


def read_identity(line):
    """The 32 bytes of AGE-SECRET-KEY-1...; one key has one spelling."""
    number = 0
    for char in line.lower().removeprefix("age-secret-key-1")[:52]:
        number = number << 5 | BECH32.index(char)
    key = (number >> 4).to_bytes(33, "big")[1:]
    need(bech32("age-secret-key-", key) == line.lower())
    return key


def read_secrets(key_file, passphrase):
    """The 32 bytes of each key, or a passphrase as text: the key file's where that is locked, else the copy's."""
    given = [passphrase] if passphrase else []
    if key_file.startswith(MAGIC):
        key_file, given = unlock(key_file, given).data, []
    lines = (line.strip() for line in key_file.decode().splitlines())
    return given + [read_identity(line) for line in lines if line and not line.startswith("#")]


# ---- the header
def hkdf(secret, salt, info):
    return hmac.digest(hmac.digest(salt or bytes(32), secret, "sha256"), info + b"\1", "sha256")


def unpadded(text):
    return unbase64(text + b"=" * (-len(text) % 4))


def read_header(data):
    """The stanzas, as (arguments, body), what the MAC is over, the MAC, and where the payload begins."""
    head, version = data[:MOST_HEADER], MAGIC + b"v1\n"
    need(head.startswith(version))
    at, stanzas = len(version), []
    while match := STANZA.match(head, at):
        stanzas.append((match[1].split(b" "), unpadded(match[2].replace(b"\n", b""))))
        at = match.end()
    match = MAC.match(head, at)
    need(match and stanzas)
    for (kind, *arguments), body in stanzas:
        if kind == b"X25519":
            need(len(arguments) == 1 and len(unpadded(arguments[0])) == 32 and len(body) == 32)
        if kind == b"scrypt":
            need(len(stanzas) == 1 and len(arguments) == 2 and len(unpadded(arguments[0])) == 16 and len(body) == 32)
            need(re.fullmatch(rb"[1-9][0-9]?", arguments[1]))
    return stanzas, head[:at + 3], unpadded(match[1]), match.end()


def unwrap(stanza, secret):
    """The file key, and whose key it was wrapped for; or None."""
    (kind, *arguments), body = stanza
    recipient = None
    try:
        if kind == b"X25519" and type(secret) is bytes:
            own, share = X25519PrivateKey.from_private_bytes(secret), unpadded(arguments[0])
            public = own.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            shared = own.exchange(X25519PublicKey.from_public_bytes(share))  # refuses the result 0
            key, recipient = hkdf(shared, share + public, MAGIC + b"v1/X25519"), bech32("age", public)
        elif kind == b"scrypt" and type(secret) is str and int(arguments[1]) <= MOST_WORK:
            salt, cost = MAGIC + b"v1/scrypt" + unpadded(arguments[0]), 1 << int(arguments[1])
            key = hashlib.scrypt(secret.encode(), salt=salt, n=cost, r=8, p=1, maxmem=1100 * cost + (1 << 20), dklen=32)
        else:
            return None
        return ChaCha20Poly1305(key).decrypt(bytes(12), body, None), recipient
    except (InvalidTag, ValueError):
        return None


# ---- the payload
def unlock(data, secrets):
    """The content, the holes in it, and the recipient. Without header, MAC and final chunk: nothing."""
    try:
        stanzas, over, mac, start = read_header(data)
    except ValueError:
        raise Refused("lock_malformed", "") from None
    keys = (unwrap(stanza, secret) for secret in secrets for stanza in stanzas)
    file_key, recipient = next(filter(None, keys), (None, None))
    if file_key is None:
        raise Refused("lock_other_key", "")
    if not hmac.compare_digest(hmac.digest(hkdf(file_key, b"", b"header"), over, "sha256"), mac):
        raise Refused("lock_altered", "")

    cipher = ChaCha20Poly1305(hkdf(file_key, data[start:start + 16], b"payload"))
    start += 16
    last = max(0, (len(data) - start - 1) // (CHUNK + TAG))

    def opened(index):
        at, nonce = start + index * (CHUNK + TAG), index.to_bytes(11, "big") + bytes([index == last])
        try:
            return cipher.decrypt(nonce, data[at:at + CHUNK + TAG], None)
        except (InvalidTag, ValueError):
            return None

    final = opened(last)
    if final is None or (last and not final):
        raise Refused("lock_cut_off", "")
    chunks = [opened(index) for index in range(last)]
    holes = [(index * CHUNK, (index + 1) * CHUNK) for index, chunk in enumerate(chunks) if chunk is None]
    content = b"".join([bytes(CHUNK) if chunk is None else chunk for chunk in chunks] + [final])
    return Opened(content, holes, True, recipient)
