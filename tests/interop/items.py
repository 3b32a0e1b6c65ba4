"""The items (sections 4 and 5): what the list says of them, held against entry, opening and file.

A list may name very many items, so it is never held as a tree: each item is found and read by itself, once to see that
the list follows its grammar, and once to be judged.
"""

import re

from grammar import (MIB, MOST_LEVELS, OverLimit, anything, ascending, canonical, count, fit, integer, known, log_paths,
                     need, number, payload_path, positive, read_json, sha256, text, texts, time, without_escapes)
from messages import PART_OF_LIST, PartJudge
from log import DESCRIPTION, MOST_OPENING, OFFSET, OPENING_OF_ANSWER, OPENING_OF_VERSION, QUESTION

MOST_ITEM, MOST_BESIDE = 16 * MIB, MIB
KINDS = "words", "note", "file", "conversation"

RECORDED = {"time": time, "offset": OFFSET}
VERSION = {**DESCRIPTION, "path": payload_path, "entry": count, "recorded": RECORDED}
ANSWER = {"question": QUESTION, "answer": text, "version": positive, "entry": count}
ITEM = {
    "item": number, "kind": text, "about": (None, number), "exhibit": (None, text),
    "derived_from": anything, "covered": anything,
    "picture?": (None, {"width": positive, "height": positive, "place_in_file": lambda value: type(value) is bool}),
    "answers": [ANSWER], "versions": [VERSION], "versions_kept": integer(1), "history": [count],
    "times": {"says": {"file_modified?": time, "file_created?": time, "taken?": text},
              "keeper": (None, text), "recorded": RECORDED, "attested": [anything]},
    "answers_left_out?": positive, "part?": {**PART_OF_LIST, "recorded": RECORDED},
}
STATED = {
    "prepared_by?": text, "reference?": text, "original_kept?": text,
    "left_out?": {"items?": count, "notes_beside?": [{"item": number, "notes": positive}], "removed?": [RECORDED]},
    "people?": [{"name": text, "also?": text, "relation?": text}],
}
BESIDE_ITEMS = {"items": [anything], "clock?": [count], "stated?": STATED}

# ---- the list
begins_items = re.compile(rb'[{,]"items":\[').finditer
steps = re.compile(rb"(?:[\[{][^\[\]{}]*[\]}][^\[\]{}]*){1,999}|[\[\]{}]").finditer  # what has none inside goes in one


def closing(plain, at):
    """Where the bracket stands that closes what is open here."""
    depth = 1
    for step in steps(plain, at):
        if step.end() - step.start() == 1:
            depth += 1 if step[0] in b"[{" else -1
        if not depth:
            return step.start()
    need(False)


def find_items(data, plain):
    """Where the array `items` of the outermost object begins and ends; 0 if there is none. `plain` is without texts."""
    depth = counted = 0
    for beginning in begins_items(data):
        before, counted = plain[counted:beginning.start() + 1], beginning.start() + 1
        depth += sum(map(before.count, (b"[", b"{"))) - sum(map(before.count, (b"]", b"}")))
        if depth == 1 and before[-1:] in (b"{", b","):
            return beginning.end(), closing(plain, beginning.end())
    return 0, 0


class ItemList:
    """A list that follows its grammar, or ValueError. `newer`: the members beside `items` that are not known."""

    def __init__(self, data, path):
        self.data, self.path, self.numbers, self.paths = data, path, set(), set()
        self.plain = texts.sub(lambda text: b"_" * len(text[0]), without_escapes(data))
        self.start, self.end = find_items(data, self.plain)
        beside = data[:self.start] + data[self.end:]
        if len(beside) > MOST_BESIDE:
            raise OverLimit(path)
        value, self.newer = read_json(beside, path, BESIDE_ITEMS, newest=2)
        self.is_of_another_version, self.clock = value is None, []
        if not self.is_of_another_version:
            self.clock = value.get("clock", [])
            need(ascending(self.clock))
            stated = value.get("stated", {})
            if stated.get("original_kept", "yes") not in ("yes", "no"):
                self.newer.append("original_kept")
            with_notes = [beside["item"] for beside in stated.get("left_out", {}).get("notes_beside", [])]
            need(len(with_notes) == len(set(with_notes)))
            need(self.start < self.end)
            has_part = False
            for item, _ in self:
                self.admit(item)
                has_part |= "part" in item
            need(has_part == (value["v"] == 2))
            need(self.numbers.issuperset(with_notes))

    def __iter__(self):
        """Each item, and the members of it that are not known."""
        at = self.start
        while at < self.end:
            need(self.data[at:at + 1] == b"{")
            end = closing(self.plain, at + 1) + 1
            if end - at > MOST_ITEM:
                raise OverLimit(self.path)
            item = canonical(self.data[at:end], self.path, MOST_LEVELS - 2)
            yield item, fit(item, ITEM)
            need(end == self.end or self.data[end:end + 1] == b",")
            at = end + 1
        need(at == self.end + 1)  # no comma after the last

    def admit(self, item):
        """What the grammar asks of an item besides its shape, by itself and beside the others."""
        paths, part = [version["path"] for version in item["versions"]], item.get("part")
        need(bool(paths) != (part is not None) and (part is None or item["kind"] == "conversation"))
        least = max(1, len(paths))
        if part is not None:
            paths = [part["lines"]["path"], part["bytes"]["path"]]
            need(paths == [f"data/{item['item']}-part.{ending}" for ending in ("jsonl", "bin")])
        asked = [(answer["question"], answer["version"]) for answer in item["answers"]]
        need(item["item"] not in self.numbers and self.paths.isdisjoint(paths))
        need(item["versions_kept"] >= least and len(paths) == len(set(paths)) and len(asked) == len(set(asked)))
        need(ascending([version["version"] for version in item["versions"]]) and ascending(item["history"]))
        self.numbers.add(item["item"])
        self.paths.update(paths)


# ---- one item
VERDICTS = {"item_matches": "matches", "item_file_missing": "missing", "item_newer": "not_checked"}


class Judge:
    """Says of each version of each item the first finding that fits, in the order of section 5.

    The checks return what is wrong, or None, and whether they rest on something newer."""

    def __init__(self, bag, log, say):
        self.bag, self.log, self.openings, self.parts = bag, log, {}, PartJudge(bag, log, say)

    def rows(self, items):
        for item, unknown in items:
            wrong, newer = self.of_item(item)
            newer = newer or bool(unknown) or item["kind"] not in KINDS
            judged = [(version["path"], *self.of_version(item, version)) for version in item["versions"]]
            if "part" in item:
                judged = [(item["part"]["lines"]["path"], *self.parts.judge(item))]
            for path, its_wrong, its_newer in judged:
                finding = its_wrong or wrong or ("item_newer" if newer or its_newer else "item_matches")
                yield [item["item"], path, VERDICTS.get(finding, "changed"), finding]

    def of_version(self, item, version):
        path, kind = version["path"], item["kind"]
        if path not in self.bag.payload or not self.bag.is_there(path):
            return "item_file_missing", False
        if not self.bag.is_unchanged(path):
            return "item_file_changed", False
        description = {**known(version, DESCRIPTION), "item": item["item"], "kind": kind}
        if item["about"] is not None:
            description["about"] = item["about"]
        types = ("note",) if kind == "note" else ("add",) if kind in KINDS else ("add", "note")
        wrong, newer = self.of_entry(version["entry"], item["item"], types, OPENING_OF_VERSION, description)
        if wrong:
            return wrong, False
        entry, recorded = self.log.leaf(version["entry"]).entry, version["recorded"]
        same_time = entry is None or (entry["time"], entry["offset"]) == (recorded["time"], recorded["offset"])
        same_file = (version["size"], version["sha512"], version["sha256"]) == self.bag.measure(path)
        same_item = path.startswith("data/" + item["item"])
        return None if same_time and same_file and same_item else "item_described_otherwise", newer

    def of_entry(self, index, item, types, shape, description):
        """Whether the entry is of this item and of one of these types, and its opening says what the list says."""
        leaf, opening_path = self.log.leaf(index), log_paths(index)[2]
        if leaf.is_unknown:
            return None, True
        if leaf.fault == "missing" or not self.bag.is_listed_and_there(opening_path):
            return "item_entry_missing", False
        if leaf.fault or not self.bag.is_unchanged(opening_path):
            return "item_entry_wrong", False
        if leaf.entry["type"] not in types or not leaf.names(item):
            return "item_entry_of_another", False
        subject, said, its_newer = self.opening(opening_path, shape)
        if subject != leaf.entry["subject"] or said is None and not its_newer:
            return "item_opening_wrong", False
        return "item_described_otherwise" if said not in (None, description) else None, leaf.is_newer or its_newer

    def opening(self, path, shape):
        """Its hash, what it says (None when it cannot be read), and whether it is newer."""
        if path not in self.openings:
            data, said, newer = self.bag.read(path, MOST_OPENING), None, []
            try:
                opening, newer = read_json(data, path, shape)
                said = opening and {name: value for name, value in known(opening, shape).items() if name != "salt"}
            except ValueError:
                pass
            self.openings[path] = sha256(data).hex(), said, bool(newer)
        return self.openings[path]

    def of_item(self, item):
        """What is wrong with the answers, the history, and what else the list says of the item as a whole."""
        newer, number = False, item["item"]
        for answer in item["answers"]:
            said = {"item": number, **{name: answer[name] for name in ("question", "version", "answer")}}
            wrong, its_newer = self.of_entry(answer["entry"], number, ("answer",), OPENING_OF_ANSWER, said)
            newer |= its_newer
            if wrong:
                return "item_answer_wrong", False
        for leaf in map(self.log.leaf, item["history"]):
            newer |= leaf.is_newer
            if leaf.fault or not (leaf.is_unknown or leaf.names(number)):
                return "item_history_wrong", False
        return None if is_borne_out(item) else "item_claim_not_borne_out", newer


def is_borne_out(item):
    times, first = item["times"], item["part"] if "part" in item else item["versions"][0]
    return (not ("part" in item and item["about"] is not None) and item["derived_from"] is None and item["covered"] is None and times["attested"] == []
            and item["exhibit"] == newest(item, "exhibit") and times["keeper"] == newest(item, "when")
            and known(times["recorded"], RECORDED) == known(first["recorded"], RECORDED))


def newest(item, question):
    """The newest answer to a question; null when there is none or it is empty."""
    answers = {answer["version"]: answer["answer"] for answer in item["answers"] if answer["question"] == question}
    return answers[max(answers)] or None if answers else None
