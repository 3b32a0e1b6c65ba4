"""A part of a conversation (sections 2 and 4): the bytes of its messages, held against the root in the log."""

import hashlib
import re

from grammar import (MIB, OverLimit, ascending, canonical, count, fit, hash32, hex32, hex64, hex128, need, positive,
                     read_json, sha256, text, unbase64)

MOST_TREE, MOST_LINE, MOST_MESSAGES, MOST_RUNS_SAID = MIB, 8 * MIB, 1_000_000, 20

FILE = {"path": text, "size": count, "sha256": hex64, "sha512": hex128}
PART_OF_LIST = {"entry": count, "name": text, "lines": FILE, "bytes": FILE, "shown": positive, "count": positive}
TREE = {"conversation": hex32, "entry": count, "count": positive, "root": hash32, "hashes": [hash32],
        "shown": [lambda run: type(run) is list and len(run) == 2 and all(map(count, run))]}
LINE = {"n": positive, "size": positive, "s": hex64, "pieces": hex64, "kind": text, "how?": text, "at?": text,
        "file?": text, "from?": text, "text?": text, "time?": text, "flags?": [text]}
KINDS = "text", "media", "call", "deleted", "edited", "system", "location", "contact", "poll", "unknown"
HOWS = "order", "ambiguous", "zone", "inherited"
ROOT_IN_ENTRY = {"count": count, "root": hash32}


def tree_path(item):
    return f"log/messages/{item}.json"


def read_tree(data, path):
    """The file that connects a part with its entry, and the members of it that are newer."""
    tree, newer = read_json(data, path, TREE)
    if tree is not None:
        runs = tree["shown"]
        need(runs and all(1 <= first <= last <= tree["count"] for first, last in runs))
        need(all(before[1] + 1 < after[0] for before, after in zip(runs, runs[1:])))
    return tree, newer


def read_lines(data, path):
    """Each line of a part, and whether one of them is newer."""
    need(data.endswith(b"\n"))
    lines, is_newer = [], False
    for line in data[:-1].split(b"\n"):
        need(len(line) <= MOST_LINE)
        try:
            value = canonical(line, path)
        except OverLimit:
            need(False)
        need(type(value) is dict)
        is_newer |= bool(fit(value, LINE)) or value["kind"] not in KINDS or value.get("how", "order") not in HOWS
        lines.append(value)
        if len(lines) > MOST_MESSAGES:
            raise OverLimit(path)
    return lines, is_newer


def leaf_of(conversation, line, raw):
    whole = sha256(bytes.fromhex(line["s"]) + raw).hex()
    said = (f'{{"conversation":"{conversation}","n":{line["n"]},"pieces":"{line["pieces"]}",'
            f'"type":"message-v1","whole":"{whole}"}}')
    return sha256(b"\0" + said.encode())


def leaves_of(tree, lines, data):
    """The leaf of every message that is shown, from its bytes."""
    need([line["n"] for line in lines] == [n for first, last in tree["shown"] for n in range(first, last + 1)])
    need(sum(line["size"] for line in lines) == len(data))
    leaves, at = {}, 0
    for line in lines:
        leaves[line["n"]] = leaf_of(tree["conversation"], line, data[at:at + line["size"]])
        at += line["size"]
    return leaves


def root_of(tree, leaves):
    """The root that these leaves and the hashes of the rest lead to."""
    hashes, runs = iter([unbase64(one) for one in tree["hashes"]]), tree["shown"]

    def below(first, size):
        last = first + size - 1
        if not any(begin <= last and first <= end for begin, end in runs):
            found = next(hashes, None)
            need(found is not None)
            return found
        if size == 1:
            return leaves[first]
        left = 1 << (size - 1).bit_length() - 1
        return sha256(b"\1" + below(first, left) + below(first + left, size - left))

    root = below(1, tree["count"])
    need(next(hashes, None) is None)
    return root


def shown_text(tree):
    runs = tree["shown"]
    said = [f"{first}-{last}" if last > first else str(first) for first, last in runs[:MOST_RUNS_SAID]]
    more = ["..."] if len(runs) > MOST_RUNS_SAID else []
    shown = sum(last - first + 1 for first, last in runs)
    return f"{shown} of {tree['count']} messages ({', '.join(said + more)})"


class PartJudge:
    """Says of a part the first finding that fits, or None, and whether it rests on something newer."""

    def __init__(self, bag, log, say):
        self.bag, self.log, self.say = bag, log, say

    def judge(self, item):
        part, bag = item["part"], self.bag
        for file in (part["lines"], part["bytes"]):
            path = file["path"]
            if path not in bag.payload or not bag.is_there(path):
                return "item_file_missing", False
            if not bag.is_unchanged(path):
                return "item_file_changed", False
            if (file["size"], file["sha512"], file["sha256"]) != bag.measure(path):
                return "item_described_otherwise", False
        leaf = self.log.leaf(part["entry"])
        if leaf.fault:
            return "item_entry_missing" if leaf.fault == "missing" else "item_entry_wrong", False
        if leaf.is_unknown:
            return None, True
        messages = leaf.entry.get("messages")
        if leaf.entry["type"] != "add" or leaf.entry["item"] != item["item"] or messages is None:
            return "item_entry_of_another", False
        path = tree_path(item["item"])
        if not bag.is_listed_and_there(path):
            return "item_entry_missing", False
        if not bag.is_unchanged(path):
            return "item_entry_wrong", False
        try:
            tree, newer = read_tree(bag.read(path, MOST_TREE), path)
        except ValueError:
            return "item_messages_wrong", False
        if tree is None:
            return None, True
        return self.of_tree(item, tree, leaf, messages, bool(newer) or leaf.is_newer)

    def of_tree(self, item, tree, leaf, messages, is_newer):
        part, recorded = item["part"], item["part"]["recorded"]
        shown = sum(last - first + 1 for first, last in tree["shown"])
        same = ((tree["entry"], tree["count"], tree["root"]) == (part["entry"], messages["count"], messages["root"])
                and (part["count"], part["shown"]) == (messages["count"], shown)
                and (recorded["time"], recorded["offset"]) == (leaf.entry["time"], leaf.entry["offset"]))
        if not same:
            return "item_described_otherwise", False
        try:
            lines, has_newer_line = read_lines(self.bag.read(part["lines"]["path"]), part["lines"]["path"])
            root = root_of(tree, leaves_of(tree, lines, self.bag.read(part["bytes"]["path"])))
            need(root == unbase64(messages["root"]))
        except ValueError:
            return "item_messages_wrong", False
        self.say("item_in_part", f"{item['item']}, {shown_text(tree)}")
        return None, is_newer or has_newer_line
