#!/usr/bin/env python3
"""A second checker of sealed copies, written from vault/bundle/format.md alone. Usage: verify_copy.py COPY.zip [--items]

Prints one line for each version of each item, `000123 data/000123.jpg good|bad`, then `intact yes|no`. Needs python3-cryptography.
A locked copy is first opened with the age program."""
import base64, hashlib, json, re, struct, sys, zipfile
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

faults = []
def fault(what): faults.append(what)
def attempt(work, default=None):
    try: return work()
    except Exception: return default
sha256, sha512 = lambda b: hashlib.sha256(b).hexdigest(), lambda b: hashlib.sha512(b).hexdigest()
def signed(key, signature, message):
    try: Ed25519PublicKey.from_public_bytes(key).verify(signature, message); return True
    except (InvalidSignature, ValueError): return False
def canonical(value): return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

def read_zip(path):
    files, raw = {}, open(path, "rb").read()
    length = len(raw); exponent = length.bit_length() - 1; mask = (1 << (exponent - exponent.bit_length())) - 1
    if (length + mask) & ~mask != length: fault("length")
    archive, end = zipfile.ZipFile(path), 0
    for entry in sorted(archive.infolist(), key=lambda e: e.header_offset):
        name = entry.filename
        if not re.fullmatch(r"(bag/[a-z0-9./-]+|PADDING\.bin)", name) or ".." in name or name in files: fault("name " + name)
        if entry.header_offset != end or entry.compress_type != 0 or entry.flag_bits: fault("container " + name)
        fields = struct.unpack("<4sHHHHHIIIHH", raw[entry.header_offset:entry.header_offset + 30])
        if (fields[6], fields[8] if fields[8] != 0xffffffff else entry.file_size) != (entry.CRC, entry.file_size): fault("headers " + name)
        end = entry.header_offset + 30 + fields[9] + fields[10] + entry.file_size
        try: files[name] = archive.read(entry)
        except zipfile.BadZipFile: fault("damaged " + name)
    if any(files.pop("PADDING.bin", b"x")): fault("padding")
    return {name.removeprefix("bag/"): content for name, content in files.items()}

def read_signature(files):
    """The key that the copy names, and the trusted comment when its signature matches."""
    tags = files.get("tagmanifest-sha512.txt", b"")
    key = base64.b64decode(files["keys/root.pub"].splitlines()[1])
    lines = files["tagmanifest-sha512.txt.minisig"].decode().split("\n")
    signature, comment = base64.b64decode(lines[1], validate=True), lines[2].removeprefix("trusted comment: ")
    good = key[:2] == b"Ed" and signature[:2] == b"ED" and signature[2:10] == key[2:10]
    good = good and signed(key[10:], signature[10:], hashlib.blake2b(tags).digest())
    good = good and signed(key[10:], base64.b64decode(lines[3], validate=True), signature[10:] + comment.encode())
    shown = key[2:10][::-1].hex().upper()
    good = good and files["tagmanifest-sha512.txt.minisig"].decode() == f"untrusted comment: signature from minisign key {shown}\n{lines[1]}\n{lines[2]}\n{lines[3]}\n"
    good = good and files["keys/root.pub"].decode() == f"untrusted comment: minisign public key {shown}\n{base64.b64encode(key).decode()}\n"
    return comment if good else None

def comment_for(seal):
    recipients = sha256("\n".join(seal["recipients"]).encode()) if seal["recipients"] else "none"
    root = base64.b64decode(seal["log"]["root"]).hex()
    return f"seal:v1\tbundle:{seal['bundle']}\tseq:{seal['seq']}\tlog:{seal['log']['size']}\troot:{root}\trcpt:{recipients}"

def check_lists(files):
    listed, payloads = set(), []
    for name, digest in (("tagmanifest-sha512.txt", sha512), ("manifest-sha512.txt", sha512), ("manifest-sha256.txt", sha256)):
        lines = dict(reversed(line.split("  ", 1)) for line in files.get(name, b"").decode(errors="replace").splitlines() if "  " in line)
        if not lines: fault("list " + name)
        for path, value in lines.items():
            if path not in files or digest(files[path]) != value: fault("file " + path)
        listed |= set(lines); payloads.append(set(lines))
    if payloads[1] != payloads[2]: fault("lists differ")
    for path in set(files) - listed - {"tagmanifest-sha512.txt", "tagmanifest-sha512.txt.minisig"}: fault("added " + path)

def open_checkpoint(files):
    keys = json.loads(files["keys/keys.json"]); vkey = keys["log"]["vkey"]; name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key)
    root = base64.b64decode(files["keys/root.pub"].splitlines()[1])[10:]
    good = files["log/vkey.txt"].decode() == vkey + "\n" and base64.b64decode(keys["root"]) == root
    text, _, signatures = files["log/checkpoint"].decode().rpartition("\n\n"); text += "\n"
    signature = base64.b64decode(signatures.strip("\n").split(" ")[2], validate=True)
    identifier = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    good = good and identifier.hex() == key_id and signature[:4] == identifier and signed(key[1:], signature[4:], text.encode())
    seal = json.loads(files["meta/seal.json"])["log"]
    return good and text == f"{seal['origin']}\n{seal['size']}\n{seal['root']}\n" and seal["origin"] == name

def in_log(files, head, number):
    entry, proof = files[f"log/entries/{number:06}.json"], files[f"log/proofs/{number:06}.tlog-proof"].decode()
    first, _, note = proof.partition("\n\n"); lines = first.split("\n")
    if lines[:2] != ["c2sp.org/tlog-proof@v1", f"index {number}"] or note.split("\n")[1:3] != [str(head[0]), head[1]]: return False
    fn, sn, r = number, head[0] - 1, hashlib.sha256(b"\0" + entry).digest()
    for p in (base64.b64decode(line, validate=True) for line in lines[2:]):
        if sn == 0: return False
        if fn & 1 or fn == sn:
            r = hashlib.sha256(b"\1" + p + r).digest()
            while not fn & 1 and fn: fn >>= 1; sn >>= 1
        else: r = hashlib.sha256(b"\1" + r + p).digest()
        fn >>= 1; sn >>= 1
    return sn == 0 and base64.b64encode(r).decode() == head[1] and json.loads(entry)["seq"] == number

def opened(files, head, number):
    entry, opening = json.loads(files[f"log/entries/{number:06}.json"]), files[f"log/openings/{number:06}.json"]
    if not in_log(files, head, number) or entry["subject"] != sha256(opening) or canonical(json.loads(opening)) != opening: return None
    return {name: value for name, value in json.loads(opening).items() if name not in ("v", "salt")}

def check_version(files, head, item, version):
    content, told = files.get(version["path"]), opened(files, head, version["entry"])
    if content is None or told is None: return False
    if (len(content), sha256(content), sha512(content)) != (told["size"], told["sha256"], told["sha512"]): return False
    return all((item if name in ("item", "kind", "about") else version).get(name) == value for name, value in told.items())

def head_of(files, comment):
    if comment:
        fields = dict(field.split(":", 1) for field in comment.split("\t"))
        return int(fields["log"]), base64.b64encode(bytes.fromhex(fields["root"])).decode()
    seal = attempt(lambda: json.loads(files["meta/seal.json"])["log"])
    if seal: return seal["size"], seal["root"]
    lines = files["log/checkpoint"].decode().split("\n")
    return int(lines[1]), lines[2]

def check_items(files, head):
    for item in json.loads(files["meta/manifest.json"])["items"]:
        for version in item["versions"]:
            good = bool(attempt(lambda: check_version(files, head, item, version)))
            if not good: fault("item " + item["item"])
            yield f"{item['item']} {version['path']} {'good' if good else 'bad'}"
        for answer in item["answers"]:
            wanted = {"item": item["item"], **{name: answer[name] for name in ("question", "answer", "version")}}
            if attempt(lambda: opened(files, head, answer["entry"])) != wanted: fault("answer " + item["item"])
        for number in item["history"]:
            if not attempt(lambda: in_log(files, head, number)): fault("history " + item["item"])

def verify(path):
    """The lines of the verdict; what is wrong stands in `faults`."""
    faults.clear()
    files = attempt(lambda: read_zip(path))
    if files is None: return ["intact no"]
    comment = attempt(lambda: read_signature(files))
    if not comment or comment != attempt(lambda: comment_for(json.loads(files["meta/seal.json"]))): fault("signature")
    check_lists(files)
    if not attempt(lambda: open_checkpoint(files)): fault("checkpoint")
    lines = attempt(lambda: list(check_items(files, attempt(lambda: head_of(files, comment)))))
    if lines is None: fault("item list")
    return (lines or []) + ["intact " + ("no" if faults else "yes")]

if __name__ == "__main__":
    print("\n".join(verify(sys.argv[1])))
    for what in faults: print("fault:", what, file=sys.stderr)
    sys.exit(1 if faults else 0)
