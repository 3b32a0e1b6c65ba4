"""What a checker has to answer to a copy, stated from the page: the answer to a good copy, less what a lie takes away.

A step of which nothing is said, also no item, is `not_reached`; that follows from what is stated here.
"""

from dataclasses import dataclass, field

# The findings of section 5, by step. Those of one item stand in its row.
FINDINGS = {
    "lock": "lock_none lock_opened lock_other_key lock_malformed lock_altered lock_cut_off",
    "container": "container_as_written container_repacked container_is_folder container_not_a_copy container_cut_off "
                 "container_malformed container_overlap container_two_ends over_limit",
    "signature": "signature_matches signature_missing signature_malformed signature_other_key signature_wrong "
                 "comment_malformed comment_newer",
    "key": "key_confirmed key_not_confirmed key_other key_successor",
    "files": "files_all_there entry_doubled entry_odd entry_damaged list_malformed list_missing lists_differ "
             "path_unsafe file_not_listed file_missing "
             "file_changed file_malformed file_newer fingerprints_match fingerprints_wrong file_added "
             "file_added_by_system bytes_added padding_changed",
    "seal": "seal_matches seal_malformed seal_differs seal_newer",
    "recipient": "recipient_not_locked recipient_is_you recipient_forwarded recipient_unknown",
    "log": "log_key_matches keys_malformed keys_newer log_key_differs head_matches head_wrong head_differs "
           "previous_continues previous_wrong log_key_changed log_branched earlier_logs_wrong",
    "items": "items_match item_in_part item_list_malformed item_list_newer payload_not_listed clock_entries_match "
             "clock_entry_wrong",
    "earlier": "earlier_none earlier_same earlier_continues earlier_not_connected earlier_two_continuations",
    "time": "time_is_own",
}
STEPS = list(FINDINGS)
STEP_OF = {name: step for step, names in FINDINGS.items() for name in names.split()}
GOOD = ("lock_none", "container_as_written", "signature_matches", "key_not_confirmed", "files_all_there",
        "seal_matches",
        "recipient_not_locked", "log_key_matches", "head_matches", "items_match", "earlier_none", "time_is_own")
# Said of the files, but established by the container alone.
OF_CONTAINER = ("bytes_added", "padding_changed")
# What rests on the link of a step.
BELOW = {"lock": STEPS[1:], "container": STEPS[2:], "signature": STEPS[3:], "files": STEPS[5:], "seal": STEPS[6:],
         "log": STEPS[8:], "items": []}
EXIT = {"matches": 0, "added": 21, "does_not_match": 20, "newer": 7}


class Expected:
    """Every method alters this answer and returns it, so that a lie takes one line."""

    def __init__(self, files: int, versions: list[tuple[str, str]], head: int, previous: int | None = None):
        subjects = {"files_all_there": files, "head_matches": head, "items_match": len(versions)}
        self.findings = [(name, str(subjects.get(name, ""))) for name in GOOD]
        if previous is not None:
            self.also("previous_continues", previous)
        self.versions = [[number, path, "matches", "item_matches"] for number, path in versions]
        self.answer, self.exit = "matches", 0
        self.receipt: str | None = None     # the number on paper; None: not compared
        self.ended = False      # nothing more is said, no `not_reached` either

    def also(self, finding: str, subject="") -> "Expected":
        self.findings.append((finding, str(subject)))
        return self

    def no(self, *findings: str) -> "Expected":
        self.findings = [said for said in self.findings if said[0] not in findings]
        return self

    def instead(self, good: str, finding: str, subject="") -> "Expected":
        """The step says this in place of that good finding; what rests on it is reached all the same."""
        return self.no(good).also(finding, subject)

    def stops(self, step: str, finding: str | None = None, subject="", but: tuple = ()) -> "Expected":
        """A link does not hold: what its step (`but` for those given) and all below it would say is left out."""
        gone = {step, *BELOW[step]}
        kept = but if step == "container" else but + OF_CONTAINER
        self.findings = [said for said in self.findings if said[0] in kept or STEP_OF[said[0]] not in gone]
        if finding:
            self.also(finding, subject)
        self.versions = []
        return self

    def ends_with(self, finding: str) -> "Expected":
        """Other words than this key's: after that nothing is said."""
        self.findings = [said for said in self.findings if STEP_OF[said[0]] in STEPS[:3]]
        self.ended = True
        return self.also(finding).unknown(11)

    def item(self, path: str, finding: str, state: str = "changed") -> "Expected":
        """That version has this finding; then not every item matches."""
        self.no("items_match")
        for version in self.versions:
            if version[1] == path:
                version[2:] = [state, finding]
        return self

    def all_items(self, finding: str, state: str = "changed") -> "Expected":
        for version in self.versions:
            self.item(version[1], finding, state)
        return self

    def file(self, finding: str, path: str) -> "Expected":
        """A sealed file is not unchanged."""
        return self.no("files_all_there").also(finding, path)

    def repacked(self) -> "Expected":
        return self.instead("container_as_written", "container_repacked")

    def ends(self, answer: str, exit: int | None = None) -> "Expected":
        self.answer, self.exit = answer, EXIT[answer] if exit is None else exit
        return self

    def lie(self) -> "Expected":
        return self.ends("does_not_match")

    def unknown(self, exit: int) -> "Expected":
        """The answer leaves no items."""
        self.versions = []
        return self.no("items_match").ends("could_not_be_checked", exit)

    def not_reached(self) -> list[tuple[str, str]]:
        said = {STEP_OF[name] for name, _ in self.findings} | ({"items"} if self.versions else set())
        return [] if self.ended else [("not_reached", step) for step in STEPS if step not in said]

    def as_json(self) -> dict:
        findings = shortened(self.findings + self.not_reached())
        number = {} if self.receipt is None else {"receipt": self.receipt}
        return {"answer": self.answer, "exit": self.exit, **number, "findings": findings, "items": self.versions}

    def numbered(self, receipt: str) -> "Expected":
        """The number on paper is compared too."""
        self.receipt = receipt
        return self


def shortened(findings) -> list[list[str]]:
    """Sorted, and of each finding at most fifty lines."""
    counted: dict[str, list[str]] = {}
    for finding, subject in sorted(findings):
        counted.setdefault(finding, []).append(subject)
    made = []
    for finding, subjects in counted.items():
        made += [[finding, subject] for subject in subjects[:50]]
        if len(subjects) > 50:
            made.append([finding, f"... {len(subjects) - 50} more"])
    return made


@dataclass
class Case:
    """One copy of the set."""
    name: str
    point: str                      # the finding it is the point of
    section: str                    # of the page
    about: str
    data: bytes | dict              # a folder that somebody unpacked: path -> bytes
    expected: Expected
    typed: dict = field(default_factory=dict)
    beside: dict = field(default_factory=dict)      # further files: what is typed names them
    ending: str = "zip"
    parts: tuple = ()                               # lengths of the parts; the last one takes what is left
    missing_parts: tuple = ()
    stored: bool | None = None                      # False: written with --all only; None: as make_copies thinks fit


# The answers to the genuine copies of copy_builder, each of which is good.

WORDS, PICTURE, OLD_NOTE, NOTE = "data/000001.txt", "data/000002.png", "data/000002-v1.txt", "data/000002.txt"


def small() -> Expected:
    return Expected(13, [("000001", WORDS)], 2)


def reported() -> Expected:
    return Expected(14, [("000001", WORDS)], 2)


def pair() -> Expected:
    return Expected(17, [("000001", WORDS), ("000002", PICTURE)], 3)


def noted() -> Expected:
    return Expected(26, [("000001", WORDS), ("000002", OLD_NOTE), ("000002", NOTE)], 6)


def full() -> Expected:
    expected = Expected(59, [("000001", WORDS), ("000002", OLD_NOTE), ("000002", NOTE), ("000003", "data/000003.png"),
                             ("000004", "data/000004.txt")], 128, 64)
    return expected.also("fingerprints_match", 56).also("clock_entries_match", 2)


def of_people() -> Expected:
    return Expected(16, [("000001", WORDS)], 2).also("fingerprints_match", 13)


def clocked() -> Expected:
    return Expected(17, [("000001", WORDS)], 4).also("clock_entries_match", 2)


def continued(previous: int = 64) -> Expected:
    return Expected(14, [("000001", WORDS)], 128, previous)


def other_log() -> Expected:
    """After a change of keys, or from a branch; which of the two is said besides."""
    return Expected(16, [("000001", WORDS)], 128, 64)
