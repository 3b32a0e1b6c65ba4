"""Writes age files (C2SP age v1) that come out the same every time.

age wants fresh randomness for each file. Here the file key, the ephemeral secret, the salt and the nonce are derived
from a label, so that a copy can be built again byte for byte. Nothing written here protects anything.
"""

import base64
import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CHUNK = 64 * 1024
TAG = 16
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def fixed(label: str, length: int = 32) -> bytes:
    """Bytes that stand for randomness, the same for the same label."""
    return hashlib.sha256(label.encode()).digest()[:length]


def raw_public(private_key) -> bytes:
    """The public half of an X25519 or Ed25519 key."""
    return private_key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def raw_base64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key)


def bech32(prefix: str, data: bytes) -> str:
    """BIP 173, without its limit on the length."""
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    values = [int(bits[at:at + 5], 2) for at in range(0, len(bits), 5)]
    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = 1
    for value in expanded + values + [0] * 6:
        top = check >> 25
        check = (check & 0x1ffffff) << 5 ^ value
        for bit, term in enumerate((0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3)):
            if top >> bit & 1:
                check ^= term
    check ^= 1
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return prefix + "1" + "".join(BECH32[value] for value in values)


class Identity:
    """An X25519 identity: `text` is what a reader has, `recipient` what a copy is made for."""

    def __init__(self, label: str):
        self.secret = fixed("identity " + label)
        self.key = X25519PrivateKey.from_private_bytes(self.secret)
        self.public = raw_public(self.key)
        self.text = bech32("age-secret-key-", self.secret).upper()
        self.recipient = bech32("age", self.public)

    def stanza(self, file_key: bytes, label: str) -> str:
        ephemeral = X25519PrivateKey.from_private_bytes(fixed("ephemeral " + label + self.recipient))
        share = raw_public(ephemeral)
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(self.public))
        wrap = hkdf(shared, share + self.public, b"age-encryption.org/v1/X25519")
        return f"-> X25519 {raw_base64(share)}\n{wrapped(wrap, file_key)}\n"


class Passphrase:
    """A scrypt recipient. The work factor is low: it guards nothing, and checks should be quick."""

    def __init__(self, text: str, work_factor: int = 10):
        self.text, self.work_factor = text, work_factor

    def stanza(self, file_key: bytes, label: str) -> str:
        salt = fixed("scrypt salt " + label, 16)
        kdf = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << self.work_factor, r=8, p=1)
        wrap = kdf.derive(self.text.encode())
        return f"-> scrypt {raw_base64(salt)} {self.work_factor}\n{wrapped(wrap, file_key)}\n"


def wrapped(wrap_key: bytes, file_key: bytes) -> str:
    return raw_base64(ChaCha20Poly1305(wrap_key).encrypt(bytes(12), file_key, None))


def encrypt(data: bytes, recipients: list, label: str) -> bytes:
    """An age file for `recipients`; `label` stands for all of its randomness."""
    file_key = fixed("file key " + label, 16)
    head = "age-encryption.org/v1\n" + "".join(r.stanza(file_key, label) for r in recipients) + "---"
    mac = hmac.digest(hkdf(file_key, b"", b"header"), head.encode(), "sha256")
    nonce = fixed("nonce " + label, 16)
    aead = ChaCha20Poly1305(hkdf(file_key, nonce, b"payload"))
    starts = range(0, max(len(data), 1), CHUNK)
    chunks = [aead.encrypt(number.to_bytes(11, "big") + bytes([start == starts[-1]]), data[start:start + CHUNK], None)
              for number, start in enumerate(starts)]
    return f"{head} {raw_base64(mac)}\n".encode() + nonce + b"".join(chunks)


def header_length(file: bytes) -> int:
    """Where the payload, beginning with its nonce, starts."""
    return file.index(b"\n", file.index(b"\n--- ") + 1) + 1


def with_flipped_chunk(file: bytes, number: int) -> bytes:
    """One bit of one chunk changed: that chunk does not open, the others do."""
    at = header_length(file) + 16 + number * (CHUNK + TAG) + 5
    return file[:at] + bytes([file[at] ^ 1]) + file[at + 1:]
