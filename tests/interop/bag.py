"""The files of the bag: which of them are sealed, and what can be said of each by itself (sections 3.6, 3.7 and 4).

The lists are read here as they stand in the copy, signed or not: this only says which entries are meant by "a sealed
file". Whether the lists themselves hold is for the chain to say.
"""

import hashlib
import zlib
from typing import NamedTuple

from container import PADDING, Damaged, Folder, names_folder, places
from grammar import MIB, SHA256_LIST, SHA512_LIST, SIGNATURE, TAG_LIST, OverLimit, Refused, is_safe, read_list

ROOT_KEY, SEAL, ITEM_LIST = "keys/root.pub", "meta/seal.json", "meta/manifest.json"
START_HERE = "START-HERE.txt"
SIGNS_OF_A_COPY = {"bag/" + path for path in (TAG_LIST, SIGNATURE, ROOT_KEY, SEAL, ITEM_LIST)}
SEALED_IN_ANY_CASE = {"bag/" + path for path in (TAG_LIST, SIGNATURE, SHA256_LIST, SHA512_LIST)}


class State(NamedTuple):
    """What a file is like. Digests where there are bytes that could be unpacked."""
    is_there: bool = True
    is_doubled: bool = False
    is_below_file: bool = False  # what should be a folder above it is another entry
    is_odd: bool = False
    is_damaged: bool = False
    digests: tuple = (None, None)  # SHA-512; of a payload file SHA-256
    sha256: str | None = None  # of any file

    @property
    def is_good(self):
        return self.is_there and not (self.is_doubled or self.is_below_file or self.is_odd or self.is_damaged)


class Bag:
    def __init__(self, container):
        self.container, self.states, self.by_name = container, {}, {}
        self.around = take_off_folder(container.entries)
        for entry in container.entries:
            self.by_name.setdefault(entry.name, []).append(entry)
        if SIGNS_OF_A_COPY.isdisjoint(self.by_name):
            raise Refused("container_not_a_copy", "folder" if isinstance(container, Folder) else "ZIP")

    def read_lists(self):
        """Each list as {path: digest}, or None. A payload list counts only where it is unchanged."""
        self.hold_to_limit({*SEALED_IN_ANY_CASE, "bag/" + ROOT_KEY})
        self.lists = {SHA256_LIST: None, SHA512_LIST: None, TAG_LIST: None}
        self.lists[TAG_LIST] = self.read_list(TAG_LIST)
        self.take_sealed(self.tag or ())
        for path in (SHA256_LIST, SHA512_LIST):
            self.lists[path] = self.read_list(path) if self.is_unchanged(path) else None
        self.payload = {*self.lists[SHA256_LIST], *self.lists[SHA512_LIST]} if self.can_tell else set()
        self.take_sealed(self.payload.union(self.tag or ()))
        self.hold_to_limit(self.to_look_at)

    def take_sealed(self, listed):
        """Which files are sealed, and which entries have the place of one (3.6)."""
        self.sealed = SEALED_IN_ANY_CASE.union("bag/" + path for path in listed)
        self.to_look_at = SEALED_IN_ANY_CASE.union("bag/" + path for path in listed if is_safe(path))
        self.states, self.sealed_at = {}, {}
        for name in self.sealed:
            for place in places(name):
                self.sealed_at.setdefault(place, set()).add(name)
        self.place_tree = folders_above(place for name in self.to_look_at for place in places(name))
        self.doubled, self.taken_folders, self.takers = set(), set(), set()
        for entry in self.container.entries:
            if entry.name in self.sealed:
                self.doubled.update(*(self.sealed_at[place] - {entry.name} for place in places(entry.name)))
                continue
            for name in (entry.name, *(name.removeprefix(self.around) for name in entry.other_names)):
                if any([self.takes(place, names_folder(name)) for place in places(name)]):
                    self.takers.add(id(entry))

    def takes(self, place, is_folder):
        """Whether an entry at this place takes that of a sealed file, or would have to be a folder, or that file."""
        taken, end = set(self.sealed_at.get(place, ())), place.find("/")
        while end >= 0 and (place[:end] in self.place_tree or place[:end] in self.sealed_at):
            taken |= self.sealed_at.get(place[:end], set()) & self.to_look_at
            end = place.find("/", end + 1)
        self.doubled |= taken
        is_above = place in self.place_tree and not is_folder
        if is_above:
            self.taken_folders.add(place)
        return bool(taken) or is_above

    def hold_to_limit(self, names):
        size = sum(entry.size for name in names for entry in self.by_name.get(name, ()))
        if not isinstance(self.container, Folder) and size > max(256 * MIB, 64 * len(self.container.data)):
            raise OverLimit("size")

    @property
    def tag(self):
        return self.lists[TAG_LIST]

    @property
    def can_tell(self):
        """Whether sealed files can be told from others (3.7)."""
        return None not in (self.lists[SHA256_LIST], self.lists[SHA512_LIST])

    def read_list(self, path):
        data = self.read(path)
        try:
            return None if data is None else read_list(data, path)
        except ValueError:
            return None

    # ---- bytes
    def only(self, name):
        """The entry, where it is there once by name and not odd."""
        entries = self.by_name.get(name, ())
        return entries[0] if len(entries) == 1 and not entries[0].is_odd else None

    def read(self, path, most=None):
        """The content, whatever its digests are; None where it has none that could be unpacked to its size."""
        entry = self.only("bag/" + path)
        if entry and most is not None and entry.size > most:
            raise OverLimit(path)
        pieces = []
        return b"".join(pieces) if entry and self.unpack(entry, pieces.append)[0] else None

    def unpack(self, entry, take):
        """Hands over the pieces. Says whether they have its size, and whether they have its CRC-32."""
        crc = size = 0
        try:
            for piece in self.container.chunks(entry):
                crc, size = zlib.crc32(piece, crc), size + len(piece)
                take(piece)
        except Damaged:
            return False, False
        return size == entry.size, entry.crc in (None, crc)

    def read_unchanged(self, path, most=None):
        return self.read(path, most) if self.is_unchanged(path) else None

    # ---- what can be said of one file
    def state(self, name):
        if name not in self.states:
            self.states[name] = self.look(name)
        return self.states[name]

    def look(self, name):
        entries, entry = self.by_name.get(name, ()), self.only(name)
        doubled = name in self.doubled or len(entries) > 1
        below = bool(self.taken_folders) and not self.taken_folders.isdisjoint(folders_above(places(name)))
        if not entry:
            return State(bool(entries), doubled, below, any(entry.is_odd for entry in entries))
        hashes = hashlib.sha512(), hashlib.sha256()
        has_size, has_crc = self.unpack(entry, lambda piece: [one.update(piece) for one in hashes])
        sha512, sha256 = [one.hexdigest() for one in hashes] if has_size else (None, None)
        digests = sha512, sha256 if name.startswith("bag/data/") else None
        return State(True, doubled, below, False, not (has_size and has_crc), digests, sha256)

    def is_there(self, path):
        return "bag/" + path in self.by_name

    def is_listed_and_there(self, path):
        return path in self.tag and self.is_there(path)

    def listed(self, path):
        """The digests that the lists give for it: SHA-512, and of a payload file SHA-256 too."""
        if path.startswith("data/"):
            return tuple((self.lists[name] or {}).get(path) for name in (SHA512_LIST, SHA256_LIST))
        return (self.tag or {}).get(path), None

    def is_changed(self, path):
        """Whether there are bytes, and they have other digests than a list gives."""
        pairs = zip(self.state("bag/" + path).digests, self.listed(path))
        return any(has and wanted and has != wanted for has, wanted in pairs)

    def is_unchanged(self, path):
        """Section 4: there, not odd, alone at its place, readable, with its CRC-32 and the digests listed."""
        state = self.state("bag/" + path)
        return state.is_good and state.digests == self.listed(path)

    def measure(self, path):
        """Size and digests of a payload file."""
        return self.by_name["bag/" + path][0].size, *self.state("bag/" + path).digests

    # ---- what was added (3.7, 3.8)
    def added(self):
        """The entries that are no sealed files, where these can be told."""
        above = {folder + "/" for folder in folders_above(self.around + name for name in self.sealed)}
        others = []
        for entry in self.container.entries if self.can_tell else ():
            is_trace = entry.whole_name in above and self.container.has_no_bytes(entry)
            if not (is_trace or entry is self.padding or entry.name in self.sealed):
                others.append(entry)
        for entry in others:
            if id(entry) not in self.takers and not self.is_start_here_once_more(entry, others):
                yield entry

    def is_start_here_once_more(self, entry, others):
        """Whether it is START-HERE.txt outside of the bag, alone at its place, and the same as the signed one."""
        if entry.name != START_HERE or entry.is_odd or not self.is_unchanged_and_listed(START_HERE):
            return False
        place = START_HERE.lower()
        for other in others:
            names = (other.name, *(name.removeprefix(self.around) for name in other.other_names))
            if other is not entry and any((at + "/").startswith(place + "/") for name in names for at in places(name)):
                return False
        signed, pieces = self.by_name["bag/" + START_HERE][0], []
        if entry.size != signed.size or not all(self.unpack(entry, pieces.append)) or entry.trails:
            return False
        return b"".join(pieces) == self.read(START_HERE)

    def is_unchanged_and_listed(self, path):
        return path in (self.tag or ()) and self.is_unchanged(path)

    @property
    def padding(self):
        return self.by_name.get(PADDING, [None])[0]

    def is_padding_changed(self):
        """Whether it is there, and odd, damaged, or anything but zeros."""
        if self.padding is None or self.padding.is_odd:
            return self.padding is not None
        strange = set()
        is_whole = all(self.unpack(self.padding, lambda piece: strange.add(piece.strip(b"\0") != b"")))
        return not is_whole or True in strange


def folders_above(paths):
    above = set()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in above:
            above.add(path)
    return above


def take_off_folder(entries):
    """3.6: gives each entry its name without a folder around the whole copy, and returns that folder, or nothing."""
    mark, around = "bag/" + TAG_LIST, ""
    inner = [entry.whole_name for entry in entries if entry.whole_name.endswith("/" + mark)]
    if len(inner) == 1 and not any(entry.whole_name == mark for entry in entries):
        around = inner[0].removesuffix(mark)
    for entry in entries:
        entry.name = entry.whole_name.removeprefix(around)
    return around
