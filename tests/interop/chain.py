"""The chain (section 4): the steps from the file to the items, and what each of them finds (section 5)."""

from answer import STEP_OF
from bag import ITEM_LIST, ROOT_KEY, SEAL, Bag
from container import Folder, Zip, is_system_name, padme
from grammar import (FINGERPRINTS, KIB, MIB, SHA256_LIST, SHA512_LIST, SIGNATURE, TAG_LIST, Refused, consistency_path, is_known,
                     is_safe, need, payload_path, read_list, sha256, unbase64)
from items import ItemList, Judge
from lock import MAGIC, Opened, unlock
from log import Log, judge_earlier
from seal import differences, is_newer_comment, read_comment, read_keys, read_seal
from signatures import (continues, is_signed, key_number, read_checkpoint, read_consistency, read_root_key,
                        read_signature, read_vkey)

KEYS, VKEY, CHECKPOINT = "keys/keys.json", "log/vkey.txt", "log/checkpoint"
REQUIRED = "bagit.txt", ROOT_KEY, KEYS, SEAL, ITEM_LIST, CHECKPOINT, VKEY  # and the payload lists
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MOST_SMALL = 64 * KIB


def parsed(finding, subject, read, *arguments):
    """What a reader makes of it; where it does not follow its grammar the link does not hold, as the finding says."""
    try:
        return read(*arguments)
    except ValueError:
        raise Refused(finding, subject) from None


class Check:
    """A copy on its way down the chain. A step says what it finds, and raises Refused where its link does not hold."""

    def __init__(self, copy, secrets, words, heads):
        self.copy, self.secrets, self.words, self.heads = copy, secrets, words, heads
        self.found, self.rows = set(), []  # (finding, subject); [number, path, verdict, finding]
        self.receipt = ""

    def say(self, finding, subject=""):
        self.found.add((finding, str(subject)))

    def holds(self, step, *arguments):
        try:
            step(*arguments)
            return True
        except Refused as refused:
            if refused.args:
                self.say(*refused.args)
            return False

    def run(self):
        down = self.lock, self.container, self.signature, self.key, self.files, self.seal, self.recipient, self.log
        if all(map(self.holds, down)):
            self.holds(self.items)
            self.earlier()
            self.say("time_is_own")

    def needed(self, path, most=None):
        """The bytes of a file that a link rests on. Why it cannot be used was said with the files."""
        data = self.bag.read_unchanged(path, most)
        if data is None:
            raise Refused
        return data

    # ---- Opened, Container
    def lock(self):
        if isinstance(self.copy, Folder) or self.copy[:len(MAGIC)] != MAGIC:
            self.opened = Opened(self.copy)
            self.say("lock_none")
        else:
            self.opened = unlock(self.copy, self.secrets)
            self.say("lock_opened")

    def container(self):
        is_folder = isinstance(self.copy, Folder)
        container = self.copy if is_folder else Zip(self.opened.data, self.opened.holes)
        self.bag = Bag(container)
        is_written = not is_folder and container.is_written()
        how = "is_folder" if is_folder else "as_written" if is_written else "repacked"
        self.say("container_" + how)
        for where in container.added:
            self.say("bytes_added", where)
        self.bag.read_lists()
        self.found.update(self.amiss(is_written))

    def amiss(self, is_written):
        """What is wrong with the entries of sealed files, and which entries were added."""
        bag = self.bag
        for name in bag.to_look_at:
            state, trails = bag.state(name), any(entry.trails for entry in bag.by_name.get(name, ()))
            for finding, applies in (("entry_doubled", state.is_doubled), ("entry_odd", state.is_odd),
                                     ("entry_damaged", state.is_damaged), ("bytes_added", trails)):
                if applies:
                    yield finding, name.removeprefix("bag/")
        for place in bag.taken_folders:
            yield "entry_doubled", place.removeprefix("bag/")
        for entry in bag.added():
            yield "file_added_by_system" if is_system_name(entry.name) else "file_added", entry.name
        length = len(self.opened.data) if is_written else 0
        if bag.is_padding_changed() or is_written and padme(length - bag.padding.size) != length:
            yield "padding_changed", ""

    # ---- Signed
    def signature(self):
        bag = self.bag
        missing = {("signature_missing", path) for path in (TAG_LIST, SIGNATURE, ROOT_KEY) if not bag.is_there(path)}
        self.found |= missing
        if missing:
            raise Refused
        tag_list, signature = bag.read(TAG_LIST), bag.read(SIGNATURE, MOST_SMALL)
        root_key = bag.read(ROOT_KEY, MOST_SMALL if bag.is_unchanged(ROOT_KEY) else None)
        if None in (tag_list, signature, root_key):  # not usable, as was said of the entry
            raise Refused
        follow = [self.holds(parsed, "signature_malformed", SIGNATURE, read_signature, signature),
                  self.holds(parsed, "signature_malformed", ROOT_KEY, read_root_key, root_key)]
        if not all(follow):
            raise Refused
        signer, *signed = read_signature(signature)
        key_id, self.root = read_root_key(root_key)
        if signer != key_id:
            raise Refused("signature_other_key", "")
        if not is_signed(self.root, tag_list, *signed):
            raise Refused("signature_wrong", "")
        comment = signed[1]
        if is_newer_comment(comment):
            raise Refused("comment_newer", "")
        self.comment = parsed("comment_malformed", "", read_comment, comment)
        self.say("signature_matches")
        if FINGERPRINTS not in (bag.tag or ()):  # an older copy
            digits = sha256(tag_list).hex()[:32]
            self.receipt = " ".join(digits[at:at + 4] for at in range(0, 32, 4))

    def key(self):
        if self.words is None:
            self.say("key_not_confirmed")
        elif self.words == key_number(self.root):
            self.say("key_confirmed")
        else:
            said = {line for line in self.found if STEP_OF[line[0]] != "files" or line[0] == "bytes_added"}
            self.old_roots = []
            receipt = self.receipt
            all(map(self.holds, (self.files, self.seal, self.log)))  # the way down is tried, and nothing said of it
            self.found, self.receipt = said, receipt
            raise Refused("key_successor" if self.words in map(key_number, self.old_roots) else "key_other", "")

    # ---- Listed
    def files(self):
        bag = self.bag
        if bag.tag is None:
            raise Refused("list_malformed", TAG_LIST)
        faults = [("file_not_listed", path) for path in REQUIRED if path not in bag.tag]
        for path in (SHA256_LIST, SHA512_LIST):
            if path not in bag.tag:
                faults.append(("list_missing", path))
            elif bag.is_unchanged(path) and bag.lists[path] is None:
                faults.append(("list_malformed", path))
        if bag.can_tell:
            faults += [("lists_differ", path) for path in bag.lists[SHA256_LIST].keys() ^ bag.lists[SHA512_LIST].keys()]
        self.found.update(faults)
        paths = bag.payload.union(bag.tag)
        are_unchanged = [self.file(path) for path in paths]
        if faults or not bag.can_tell:
            raise Refused
        if all(are_unchanged):
            self.say("files_all_there", len(paths))
        self.fingerprints(paths)

    def fingerprints(self, paths):
        """The list for a reader who has no checker; and the receipt's number, which is that list's digest."""
        bag = self.bag
        if not bag.is_unchanged_and_listed(FINGERPRINTS):
            return
        self.receipt = sha256(bag.read(FINGERPRINTS)).hex()
        try:
            lines = read_list(bag.read(FINGERPRINTS), FINGERPRINTS)
        except ValueError:
            self.say("fingerprints_wrong", FINGERPRINTS)
            return
        named = paths - {TAG_LIST, SIGNATURE, SHA256_LIST, SHA512_LIST, FINGERPRINTS}
        unchanged = {path for path in named if is_safe(path) and bag.is_unchanged(path)}
        wrong = lines.keys() - named
        wrong |= {path for path in unchanged if lines.get(path) != bag.state("bag/" + path).sha256}
        self.found |= {("fingerprints_wrong", path) for path in wrong}
        if not wrong and unchanged == named:
            self.say("fingerprints_match", len(lines))

    def file(self, path):
        """Whether a listed file is unchanged. Each is judged by itself."""
        bag = self.bag
        if not is_safe(path):
            self.say("path_unsafe", path)
            return False
        if not is_known(path):
            self.say("file_newer", path)
        is_unchanged = bag.is_unchanged(path)
        if not bag.is_there(path):
            self.say("file_missing", path)
        elif bag.is_changed(path):
            self.say("file_changed", path)
        elif path == "bagit.txt" and is_unchanged and bag.read(path) != BAGIT:
            self.say("file_malformed", path)
        return is_unchanged

    # ---- Seal
    def seal(self):
        self.sealed, newer = parsed("seal_malformed", "", read_seal, self.needed(SEAL, MIB), SEAL)
        self.found |= {("seal_newer", name) for name in newer}
        if self.sealed is None:
            raise Refused
        differing = differences(self.sealed, self.comment)
        self.found |= {("seal_differs", member) for member in differing}
        if differing:
            raise Refused
        self.say("seal_matches")

    def recipient(self):
        recipients, own = self.sealed["recipients"], self.opened.recipient
        if not self.opened.was_locked:
            self.say("recipient_forwarded" if recipients else "recipient_not_locked")
        elif own is None:
            self.say("recipient_unknown")
        else:
            own = sha256(f"rcpt-v1\n{self.sealed['bundle']}\n{own}".encode()).hex()
            self.say("recipient_is_you" if own in recipients else "recipient_forwarded")

    # ---- Head, and the heads that it continues
    def log(self):
        self.keys, newer = parsed("keys_malformed", "", read_keys, self.needed(KEYS, MIB), KEYS)
        self.found |= {("keys_newer", name) for name in newer}
        if self.keys is None:
            raise Refused
        self.vkey = parsed("log_key_differs", "", self.log_key)
        self.needed(VKEY)
        self.say("log_key_matches")

        log = self.sealed["log"]
        self.head = parsed("head_wrong", "", read_checkpoint, self.needed(CHECKPOINT, MOST_SMALL))
        if self.head.origin != self.vkey.name or not self.head.is_by(self.vkey):
            raise Refused("head_wrong", "")
        if (self.head.origin, *self.head.head) != (log["origin"], log["size"], unbase64(log["root"])):
            raise Refused("head_differs", "")
        self.say("head_matches", log["size"])

        self.entries, self.previous_head, self.continued, self.old_roots = Log(self.bag, self.head.head), None, [], []
        self.holds(self.previous)
        self.holds(self.earlier_logs)

    def log_key(self):
        """The vkey of keys.json; ValueError if it is none, or not that of log/vkey.txt, the origin, this root key."""
        text, vkey_file = self.keys["log"]["vkey"], self.bag.read_unchanged(VKEY, MOST_SMALL)
        vkey = read_vkey(text)
        need(vkey.name == self.sealed["log"]["origin"] and unbase64(self.keys["root"]) == self.root)
        need(vkey_file in (None, text.encode() + b"\n"))
        return vkey

    def previous(self):
        previous = self.sealed["previous"]
        own_path = previous and f"log/consistency/{previous['size']}"
        for path in self.bag.tag:
            if consistency_path(path) and path != own_path and self.bag.is_there(path):
                self.say("previous_wrong", path)
        if previous is None:
            return
        data, root = self.bag.read_unchanged(own_path, MOST_SMALL), unbase64(previous["root"])
        if data is None:
            raise Refused("previous_wrong", previous["size"])
        way = parsed("previous_wrong", previous["size"], read_consistency, data)
        if way.start != previous["size"] or way.checkpoint.head != self.head.head or not continues(root, way):
            raise Refused("previous_wrong", previous["size"])
        self.previous_head = previous["size"], root
        self.say("previous_continues", previous["size"])

    def earlier_logs(self):
        """The logs that this one continues; and the root keys from which a chain of `key` entries leads to this one."""
        earlier = self.keys.get("earlier", [])
        judged = judge_earlier(self.entries, earlier, self.keys["log"]["vkey"], self.keys["root"])
        for one, (holds, leaf) in zip(earlier, judged):
            kind = leaf.entry and leaf.entry["type"]
            if leaf.is_newer and kind in ("key", "branch", None):
                self.say("keys_newer", one["entry"])
            if holds is False:
                self.say("earlier_logs_wrong", one["entry"])
            if not holds:
                self.old_roots.clear()
                continue
            self.say("log_key_changed" if kind == "key" else "log_branched", one["size"])
            self.continued.append((read_vkey(one["vkey"]), one["size"]))
            if kind == "key":
                self.old_roots.append(unbase64(leaf.entry["old_root"]))

    # ---- ItemList and the items
    def items(self):
        listed = parsed("item_list_malformed", "", ItemList, self.needed(ITEM_LIST), ITEM_LIST)
        self.found |= {("item_list_newer", name) for name in listed.newer}
        if listed.is_of_another_version:
            raise Refused
        unlisted = {path for path in self.bag.payload if payload_path(path)} - listed.paths
        self.found |= {("payload_not_listed", path) for path in unlisted}
        if unlisted:
            raise Refused
        self.clock(listed.clock)
        self.rows = list(Judge(self.bag, self.entries, self.say).rows(listed))
        if all(finding == "item_matches" for *_, finding in self.rows):
            self.say("items_match", len(self.rows))

    def clock(self, numbers):
        """The entries that the list names as changes of the clock."""
        leaves = [self.entries.leaf(number) for number in numbers]
        wrong = {("clock_entry_wrong", str(number)) for number, leaf in zip(numbers, leaves)
                 if leaf.fault or not leaf.is_unknown and leaf.entry["type"] != "clock"}
        is_newer = any(leaf.is_newer for leaf in leaves)
        self.found |= wrong
        if is_newer:
            self.say("item_list_newer", "clock")
        if numbers and not wrong and not is_newer:
            self.say("clock_entries_match", len(numbers))

    # ---- what the reader holds
    def earlier(self):
        if not self.heads:
            self.say("earlier_none")
        for held in self.heads:
            self.say(self.judge_held(held), held.size)

    def judge_held(self, held):
        if held.head == self.head.head:
            return "earlier_same"
        if held.head == self.previous_head:
            return "earlier_continues"
        sizes_of_signers = [size for vkey, size in self.continued if held.is_by(vkey)]
        is_ours = bool(sizes_of_signers) or held.is_by(self.vkey)
        is_of_known_size = held.size == self.head.size or self.previous_head and held.size == self.previous_head[0]
        if is_ours and is_of_known_size or any(held.size > size for size in sizes_of_signers):
            return "earlier_two_continuations"
        return "earlier_not_connected"
