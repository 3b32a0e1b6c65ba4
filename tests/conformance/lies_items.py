"""Copies that are about the items: their list, their entries and openings, answers, history and claims.

All of them were sealed with the lie, but for the files that were changed or taken away later. Most have one item; where
there are two, it shows that a lie about the one is not held against the other.
"""

import re

from copy_builder import (Copy, b64, clock_copy, continued_copy, edited, entry_path, full_copy, note_copy, opening_path,
                          pair_copy, proof_path, sha256, small_copy, stated_facts)
from expected import NOTE, OLD_NOTE, PICTURE, WORDS, Case, Expected, clocked, continued, full, noted, pair, small
from lies_signed import ITEMS, constant, flipped, later, line, members, more, packed, replaced, told, without


def item(change, copy: Copy | None = None) -> Copy:
    """A lie in the list, about the first item."""
    return told(ITEMS, edited(lambda value: change(value["items"][0])), copy or small_copy())


# Which entry of which export a file came out of.
OUT_OF = {"entry": "IMG-20250503-WA0001.jpg", "sha256": "ab" * 32}
AMONG_MESSAGES = {"id": "6952ef92b5461b5f5df4a2f5bf17f597", "from": 5, "to": 7, "conversation": "000002"}
IN_TIME = {"from": "2025-05-16T04:55", "to": "2025-05-16T05:00"}


def version(copy: Copy | None = None, **changes) -> Copy:
    """A lie in the list, about the first version of the first item."""
    return item(lambda first: first["versions"][0].update(changes), copy)


def claim(copy: Copy | None = None, **changes) -> Copy:
    return item(lambda first: first.update(changes), copy)


def times(copy: Copy | None = None, **changes) -> Copy:
    return item(lambda first: first["times"].update(changes), copy)


def good():
    yield Case("full", "items_match", "4",
               "words, a note with two versions, two files, answers, viewings, an earlier head",
               full_copy().zip(), full().numbered(full_copy().receipt()))
    yield Case("small", "lock_none", "4", "one item of words, and nothing else", small_copy().zip(),
               small().numbered(small_copy().receipt()))
    first = small_copy()
    first.seal_members |= {"seq": 1, "purpose": "", "bundle": "11111111-2222-4333-8444-555555555555"}
    yield Case("first_copy", "recipient_not_locked", "5", "the first copy of its record, made for nobody", first.zip(),
               small())
    yield Case("no_earlier_head", "earlier_none", "5", "it continues the copy before; the reader kept no head of that",
               continued_copy().zip(), continued())
    for name, offset in (("far_west", -1440), ("far_east", 1440)):
        copy = told(entry_path(1), members(offset=offset), small_copy())
        far = {"time": copy.time(1), "offset": offset}
        copy = told(ITEMS,
                    edited(lambda value: (value["items"][0]["times"].update(recorded=far),
                                          value["items"][0]["versions"][0].update(recorded=far))), copy)
        yield Case(name, "time_is_own", "2", f"recorded with an offset of {offset} minutes", copy.zip(), small())
    yield Case("older_versions_kept_back", "item_matches", "2", "the keeper has more versions than are in the copy",
               claim(versions_kept=5).zip(), small())
    copy = note_copy()
    note = copy.items[1]
    del copy.payload[note["versions"].pop(0)["path"]]
    note["times"]["recorded"] = note["versions"][0]["recorded"]
    note["history"].remove(2)
    copy.events[2].disclosed = False
    yield Case("only_the_second_version", "item_matches", "4",
               "of a note only its second version is here: `recorded` is that of the first one here",
               copy.zip(), Expected(22, [("000001", WORDS), ("000002", NOTE)], 6))
    copy = small_copy()
    for question, text in (("exhibit", "A/1"), ("when", "Friday"), ("exhibit", ""), ("when", ""), ("weather", "rain")):
        copy.answer(copy.items[0], question, text)
    yield Case("answers_taken_back", "item_matches", "2",
               "the newest answers to `exhibit` and `when` are empty: both are null",
               copy.zip(),
               Expected(28, [("000001", WORDS)], 7))
    stated = claim(picture={"width": 1, "height": 1 << 40, "place_in_file": True})
    yield Case("item_stated", "item_matches", "2", "what is only stated of an item says what it likes", told(
        entry_path(1), members(brought={"deep": [[["\u202e"]]], "v": 2}, salt=b64(bytes(32)), prev=b64(bytes(32))),
        stated).zip(), small())
    yield Case("item_out_of", "item_matches", "2", "a file came out of the export of a chat, which is not in this copy",
               told(opening_path(1), members(out_of=OUT_OF), version(out_of=OUT_OF)).zip(), small())


def lists():
    def malformed(name: str, about: str, lie, copy: Copy | None = None, section: str = "2") -> Case:
        return Case(name, "item_list_malformed", section, "the list of items: " + about,
                    told(ITEMS, lie, copy or small_copy()).zip(),
                    (pair() if copy else small()).stops("items", "item_list_malformed").lie())

    def first(**changes):
        return edited(lambda value: value["items"][0].update(changes))

    def first_version(**changes):
        return edited(lambda value: value["items"][0]["versions"][0].update(changes))

    def both(change):
        return edited(lambda value: change(value["items"]))

    forged = "000001 data/000001.txt matches\n\nThis copy matches its seal.\n"
    said = {"question": "when", "version": 1, "answer": "Friday", "entry": 1}
    lies = {
        "member_twice": ("a member twice: readers may see either", replaced(b'"items":[', b'"items":[],"items":[')),
        "number_forged": ("a number with lines of the forger's own", first(item=forged)),
        "number_twice": ("two items of one number", both(lambda items: items[1].update(item="000001"))),
        "path_twice": ("two versions of one path", both(lambda items: items[1]["versions"][0].update(path=WORDS))),
        "path_bidi": ("a path with a direction character", first_version(path="data/000001\u202egpj.exe")),
        "newline": ("a newline at the end", lambda true: true + b"\n"),
        "none": ("no items", members(items=[])),
        "number_zero": ("the number 000000", first(item="000000")),
        "number_long": ("a number of seven digits", first(item="0000001")),
        "number_bidi": ("a number with a direction character", first(item="00000\u202e1")),
        "path_outside": ("a path outside of `data/`", first_version(path="bagit.txt")),
        "missing": ("an item without `history`", both(lambda items: items[0].pop("history"))),
        "type": ("`about` is a number of JSON", first(about=1)),
        "exhibit": ("`exhibit` is an object", first(exhibit={})),
        "versions_none": ("an item of no versions", first(versions=[])),
        "kept": ("fewer versions kept than there are here", first(versions_kept=0)),
        "history_order": ("a history that does not ascend", first(history=[2, 1])),
        "history_twice": ("an entry twice in a history", first(history=[1, 1])),
        "answer_twice": ("a question and version twice", first(answers=[said, said])),
        "question": ("a question in capitals", first(answers=[said | {"question": "When"}])),
        "digest": ("a digest in capitals",
                   lambda true: re.sub(rb'(?<="sha256":")[0-9a-f]+', lambda found: found[0].upper(), true)),
        "offset": ("an offset of more than a day",
                   first_version(recorded={"time": "2026-01-05T10:01:00Z", "offset": 1441})),
        "name_bytes": ("`name_bytes` without its padding", first_version(name_bytes="Y2Fm6Q")),
        "out_of": ("`out_of` without the name of its entry", first_version(out_of={"sha256": "00" * 32})),
        "out_of_empty": ("`out_of` with an empty name", first_version(out_of=OUT_OF | {"entry": ""})),
        "picture": ("a picture of no width", first(picture={"width": 0, "height": 1, "place_in_file": False})),
    }
    for name, (about, lie) in lies.items():
        yield malformed("items_malformed_" + name, about, lie,
                        pair_copy() if name in ("number_twice", "path_twice") else None)
    order = told(ITEMS, edited(lambda value: value["items"][1]["versions"].reverse()), note_copy())
    yield Case("items_malformed_order", "item_list_malformed", "2", "the list of items: versions that do not ascend",
               order.zip(),
               noted().stops("items", "item_list_malformed").lie())
    yield Case("items_newer_member", "item_list_newer", "5", "an unknown member beside `items`",
               told(ITEMS, members(albums=[])).zip(),
               small().also("item_list_newer", "albums").ends("newer"))
    yield Case("items_newer_v", "item_list_newer", "5", "another `v`: no item is checked",
               told(ITEMS, members(v=3)).zip(),
               small().stops("items", "item_list_newer", "v").ends("newer"))
    yield Case("payload_not_listed", "payload_not_listed", "4", "a payload file that is in no version",
               more(small_copy(), "data/000777.jpg", b"\xff\xd8\xff").zip(),
               small().stops("items", "payload_not_listed", "data/000777.jpg").instead("files_all_there",
                                                                                       "files_all_there",
                                                                                       14).lie())
    loose = more(small_copy(), "data/000002.txt", b"loose\n")
    yield Case("payload_and_no_items", "item_list_malformed", "4", "payload files, and a list of no items",
               told(ITEMS, members(items=[]), loose).zip(),
               small().stops("items", "item_list_malformed").instead("files_all_there", "files_all_there", 14).lie())


def beside_items():
    """What stands beside `items`: entries of the clock, which are judged, and what is only stated."""
    def wrong(name: str, about: str, copy: Copy, numbers: tuple, files: int = 17, entries: int = 4) -> Case:
        expected = clocked().no("clock_entries_match").instead("files_all_there", "files_all_there", files)
        for number in numbers:
            expected.also("clock_entry_wrong", number)
        expected.instead("head_matches", "head_matches", entries)
        return Case(name, "clock_entry_wrong", "4", "`clock` names " + about, copy.zip(), expected.lie(), stored=True)

    def named(copy: Copy, *numbers: int) -> Copy:
        return told(ITEMS, members(clock=list(numbers)), copy)

    def newer(name: str, about: str, copy: Copy, subject: str = "clock", base=None) -> Case:
        expected = (base or clocked().no("clock_entries_match")).also("item_list_newer", subject)
        return Case(name, "item_list_newer", "5", about, copy.zip(), expected.ends("newer"), stored=True)

    def malformed(name: str, about: str, copy: Copy, base: Expected) -> Case:
        return Case(name, "item_list_malformed", "2", "the list of items: " + about, copy.zip(),
                    base.no("clock_entries_match").stops("items", "item_list_malformed").lie(), stored=True)

    yield Case("clock", "clock_entries_match", "4", "two changes of the clock, which the log has too",
               clock_copy().zip(), clocked())
    hidden = clock_copy()
    hidden.events[3].disclosed = False
    yield wrong("clock_not_disclosed", "an entry that is not disclosed", hidden, (3,), 15)
    yield wrong("clock_of_an_item", "the entry of an item", named(clock_copy(), 1, 2), (1,))
    filler = clock_copy()
    filler.add_event("filler")
    yield wrong("clock_of_a_filler", "a filler, and two entries that the log does not have",
                named(filler, 2, 4, 9, 4000), (4, 9, 4000), 19, 5)
    yield wrong("clock_not_proven", "an entry whose proof leads elsewhere",
                told(proof_path(3), line(2, flipped(3)), clock_copy()), (3,))
    changed = later(entry_path(3), replaced(b'"earlier":60', b'"earlier":61'), clock_copy())
    yield Case("clock_changed", "clock_entry_wrong", "4", "`clock` names an entry that was changed after sealing",
               changed.zip(), clocked().no("clock_entries_match").also("clock_entry_wrong", 3)
               .file("file_changed", entry_path(3)).lie(), stored=True)
    yield wrong("clock_malformed", "an entry whose `earlier` is 0",
                told(entry_path(3), members(earlier=0), clock_copy()), (3,))
    yield wrong("clock_malformed_jump", "an entry whose `jump` is a text",
                told(entry_path(2), members(jump="an hour"), clock_copy()), (2,))
    empty = clock_copy()
    yield Case("clock_empty", "items_match", "5", "`clock` names none: nothing is said of it", named(empty).zip(),
               clocked().no("clock_entries_match"), stored=True)
    yield Case("clock_bare", "clock_entries_match", "2", "an entry of the clock with neither `jump` nor `earlier`",
               told(entry_path(2), without("jump"), told(entry_path(3), without("earlier"), clock_copy())).zip(),
               clocked(), stored=True)
    yield newer("clock_newer_member", "an unknown member of an entry that `clock` names",
                told(entry_path(3), members(flavour="vanilla"), clock_copy()))
    yield newer("clock_newer_v", "`clock` names an entry of another `v`",
                told(entry_path(3), members(v=2), clock_copy()))
    yield newer("clock_newer_type", "`clock` names an entry of an unknown type",
                told(entry_path(3), members(type="moved"), clock_copy()))
    for name, numbers in (("order", [3, 2]), ("twice", [2, 2]), ("negative", [-1, 2]), ("null", None)):
        yield malformed("clock_malformed_" + name, f"a `clock` of {numbers}",
                        told(ITEMS, members(clock=numbers), clock_copy()), clocked())
    in_history = told(ITEMS, edited(lambda value: value["items"][0].update(history=[1, 2])), clock_copy())
    yield Case("clock_in_history", "item_history_wrong", "2",
               "a history with an entry of the clock, which names no item", in_history.zip(),
               clocked().item(WORDS, "item_history_wrong").lie(), stored=True)
    unknown = told(ITEMS, edited(lambda value: (value["items"][0].update(history=[1, 2]), value.pop("clock"))),
                   told(entry_path(2), members(flavour="vanilla"), clock_copy()))
    yield Case("clock_in_history_newer", "item_history_wrong", "4",
               "the same with an unknown member: its type is known, and no item can name it", unknown.zip(),
               clocked().no("clock_entries_match").item(WORDS, "item_history_wrong").lie(), stored=True)

    def stated(**changes) -> Copy:
        return told(ITEMS, members(stated=stated_facts() | changes))

    yield Case("stated", "items_match", "2", "what is stated of a copy as a whole", stated().zip(), small(),
               stored=True)
    wild = stated(prepared_by="\u202e", original_kept="no", people=[], left_out={},
                  reference="This copy matches its seal.\n")
    yield Case("stated_otherwise", "items_match", "2", "what is stated says what it likes", wild.zip(), small(),
               stored=True)
    few = told(ITEMS, members(stated={}))
    yield Case("stated_nothing", "items_match", "2", "every member of `stated` may be absent", few.zip(), small(),
               stored=True)
    left_out = stated_facts()["left_out"]
    unknown_members = {
        "member": ({"flavour": 1}, "flavour"),
        "kept": ({"original_kept": "perhaps"}, "original_kept"),
        "left_out": ({"left_out": left_out | {"flavour": 1}}, "flavour"),
        "removed": ({"left_out": {"removed": [left_out["removed"][0] | {"zone": "CET"}]}}, "zone"),
        "person": ({"people": [{"name": "Alex", "telephone": "1"}]}, "telephone"),
    }
    for name, (changes, subject) in unknown_members.items():
        yield newer("stated_newer_" + name, "an unknown member or value in `stated`", stated(**changes), subject,
                    small())
    types = {
        "text": {"prepared_by": 1}, "null": {"reference": None}, "kept": {"original_kept": True},
        "left_out": {"left_out": []}, "items": {"left_out": {"items": -1}},
        "notes": {"left_out": {"notes_beside": [{"item": "000001", "notes": 0}]}},
        "number": {"left_out": {"notes_beside": [{"item": "1", "notes": 1}]}},
        "removed": {"left_out": {"removed": [{"time": "2026-02-30T08:00:00Z", "offset": 0}]}},
        "people": {"people": {}}, "nameless": {"people": [{"also": "Lex"}]}, "person": {"people": ["Alex"]},
    }
    for name, changes in types.items():
        yield malformed("stated_malformed_" + name, f"`stated` with {next(iter(changes))} of another type",
                        stated(**changes), small())
    note = left_out["notes_beside"][0]
    for name, about, beside in (
            ("notes_twice", "`notes_beside` names an item twice", [note, note | {"notes": 1}]),
            ("notes_of_another", "`notes_beside` names an item that is not in the copy",
             [note, note | {"item": "000777"}])):
        yield malformed("stated_malformed_" + name, about, stated(left_out={"notes_beside": beside}), small())
    yield malformed("stated_malformed_array", "`stated` is an array", told(ITEMS, members(stated=[])), small())
    yield Case("answers_left_out", "item_matches", "2", "the keeper left earlier answers out",
               claim(answers_left_out=2).zip(), small(), stored=True)
    for name, count in (("none", 0), ("text", "two")):
        yield malformed("answers_left_out_" + name, f"`answers_left_out` of {count!r}", claim(answers_left_out=count),
                        small())


def answers_of_several_versions():
    """The newest answer counts, also where it was taken back, and every version is judged by itself."""
    def copy(*texts: str) -> Copy:
        made = small_copy()
        for text in texts:
            made.answer(made.items[0], "exhibit", text)
        return made

    def expected(answers: int) -> Expected:
        return Expected(13 + 3 * answers, [("000001", WORDS)], 2 + answers)

    yield Case("answers_of_two_versions", "item_matches", "2", "two versions of one answer, of which the newer counts",
               copy("A/1", "A/2").zip(), expected(2), stored=True)
    yield Case("answer_given_again", "item_matches", "2", "an answer that was taken back and given again",
               copy("A/1", "", "A/3").zip(), expected(3), stored=True)
    taken_back = copy("A/1", "")
    yield Case("answer_taken_back_hidden", "item_claim_not_borne_out", "2",
               "the newest answer is empty, and the list still has the one before as the exhibit",
               claim(taken_back, exhibit="A/1").zip(),
               expected(2).item(WORDS, "item_claim_not_borne_out").lie(), stored=True)
    yield Case("answer_empty_exhibit", "item_claim_not_borne_out", "2",
               "the newest answer is empty, and so is the exhibit in the list; it has to be null",
               claim(copy("A/1", ""), exhibit="").zip(),
               expected(2).item(WORDS, "item_claim_not_borne_out").lie(), stored=True)
    order = item(lambda one: one["answers"].reverse(), copy("A/1", ""))
    yield Case("answers_in_any_order", "item_matches", "2", "the newest answer stands first in the list", order.zip(),
               expected(2), stored=True)
    older = item(lambda one: one["answers"][0].update(answer="A/9"), copy("A/1", ""))
    yield Case("answer_of_before_changed", "item_answer_wrong", "4", "the list has another text for an older answer",
               older.zip(), expected(2).item(WORDS, "item_answer_wrong").lie(), stored=True)


def one_item():
    def case(name: str, finding: str, about: str, copy: Copy, files: int = 13, state: str = "changed",
             section: str = "4",
             **more) -> Case:
        expected = small().item(WORDS, finding, state).instead("files_all_there", "files_all_there", files)
        newer = finding == "item_newer"
        return Case(name, finding, section, about, copy.zip(), expected.ends("newer") if newer else expected.lie(),
                    **more)

    def newer(name: str, about: str, copy: Copy, **more) -> Case:
        return case(name, "item_newer", about, copy, state="not_checked", section="5", **more)

    def after(name: str, finding: str, about: str, copy: Copy, *faults: tuple[str, str],
              state: str = "changed") -> Case:
        """Changed after sealing: the file itself is told too."""
        expected = pair().item(WORDS, finding, state).no("files_all_there")     # the other item matches
        for fault in faults:
            expected.also(*fault)
        return Case(name, finding, "4", about, copy.zip(), expected.lie())

    yield after("file_missing", "item_file_missing", "an original is not there",
                later(WORDS, constant(None), pair_copy()),
                ("file_missing", WORDS), state="missing")
    yield case("file_in_no_list", "item_file_missing", "an original is neither in the payload lists nor there",
               told(WORDS, constant(None)), 12, "missing")
    yield after("file_changed", "item_file_changed", "an original was changed after sealing",
                later(WORDS, constant(b"He never came back.\n"), pair_copy()), ("file_changed", WORDS))
    for what, path in (("entry", entry_path(1)), ("proof", proof_path(1)), ("opening", opening_path(1))):
        yield case(f"no_{what}", "item_entry_missing", f"the {what} is neither in the tag list nor there",
                   told(path, constant(None)), 12)
    yield after("opening_taken_away", "item_entry_missing", "the opening was taken away after sealing",
                later(opening_path(1), constant(None), pair_copy()), ("file_missing", opening_path(1)))
    stray, path = small_copy(), "data/000009.txt"
    stray.payload = {path: stray.payload.pop(WORDS)}
    stray.items[0]["versions"][0]["path"] = path
    yield Case("path_of_another_item", "item_described_otherwise", "2", "the path of an original begins with another number",
               stray.zip(), Expected(13, [("000001", path)], 2).item(path, "item_described_otherwise").lie(), stored=True)
    yield case("entry_beyond_the_log", "item_entry_missing", "the list names an entry that the log does not have",
               version(entry=4000))

    yield after("entry_changed", "item_entry_wrong", "the entry was changed after sealing",
                later(entry_path(1), replaced(b"2026", b"2016"), pair_copy()), ("file_changed", entry_path(1)))
    yield after("opening_changed", "item_entry_wrong", "the opening was changed after sealing",
                later(opening_path(1), replaced(b"words", b"notes"), pair_copy()), ("file_changed", opening_path(1)))
    wrong = {
        "proof_path": ("the proof leads elsewhere", proof_path(1), line(2, flipped(3))),
        "proof_of_another": ("the proof is that of the entry before", proof_path(1), lambda true: genesis_proof()),
        "entry_blank": ("the entry, in the log and signed, is not canonical", entry_path(1), replaced(b",", b", ")),
        "entry_seq": ("the entry says that it is another", entry_path(1), members(seq=2)),
        "proof_extra": ("the proof has an `extra` line", proof_path(1), replaced(b"index", b"extra aGVsbG8=\nindex")),
        "proof_longer": ("the proof has a hash more than it takes", proof_path(1),
                         line(2, lambda text: text + b"\n" + text)),
        "proof_index": ("the proof is of another index", proof_path(1), replaced(b"index 1", b"index 0")),
        "proof_head": ("the checkpoint in the proof has another size", proof_path(1), replaced(b"\n2\n", b"\n3\n")),
        "proof_first_line": ("the proof is of a version that nobody knows", proof_path(1),
                             replaced(b"proof@v1", b"proof@v2")),
        "entry_time": ("the entry's time is no day of the calendar", entry_path(1),
                       members(time="2026-02-31T10:01:00Z")),
        "entry_member": ("the entry has no `prev`", entry_path(1), without("prev")),
        "entry_salt": ("the entry's salt is too short", entry_path(1), members(salt=b64(bytes(16)))),
        "entry_brought": ("`brought` is no object", entry_path(1), members(brought=[])),
    }
    for name, (about, path, lie) in wrong.items():
        yield case("wrong_" + name, "item_entry_wrong", about, told(path, lie))
    long = told(entry_path(1), members(brought={"text": "a" * 65_300}))
    yield Case("wrong_entry_long", "item_entry_wrong", "2", "the entry has more than 65,535 bytes",
               packed(long, entry_path(1)),
               small().repacked().item(WORDS, "item_entry_wrong").lie())
    another = {
        "of_item_2": ("the entry is about the other item", members(item="000002")),
        "note": ("the entry is of type `note`, but these are words", members(type="note")),
        "answer": ("the entry is of type `answer`", members(type="answer")),
        "filler": ("the entry is of type `filler`, which no item can name", members(type="filler")),
    }
    for name, (about, lie) in another.items():
        yield case("another_" + name, "item_entry_of_another", about, told(entry_path(1), lie))
    yield Case("another_entry_named", "item_entry_of_another", "4", "the list names the entry of the other item",
               version(pair_copy(), entry=2).zip(),
               pair().item(WORDS, "item_entry_of_another").lie())
    opening = {
        "subject": ("the entry's subject is of something else", entry_path(1), members(subject="00" * 32)),
        "blank": ("the opening is not canonical", opening_path(1), replaced(b",", b", ")),
        "missing": ("the opening has no `size`", opening_path(1), without("size")),
        "about_null": ("the opening's `about` is null; it has to be absent", opening_path(1), members(about=None)),
        "out_of": ("the opening's `out_of` has no digest", opening_path(1), members(out_of={"entry": "1.jpg"})),
        "twice": ("the opening has a member twice", opening_path(1), replaced(b'"name":', b'"name":"","name":')),
    }
    for name, (about, path, lie) in opening.items():
        yield case("opening_" + name, "item_opening_wrong", about, told(path, lie))
    described = {
        "name": ("another name", version(name="On the street")),
        "recorded": ("another time", version(recorded={"time": "2019-01-01T00:00:00Z", "offset": 60})),
        "kind": ("another kind", claim(kind="file")),
        "about": ("an `about` that the opening does not have", claim(about="000002")),
        "sha256": ("another SHA-256", version(sha256="00" * 32)),
        "type": ("another type", version(type="text/html")),
        "size": ("another size", version(size=42)),
        "sha512": ("another SHA-512", version(sha512="00" * 64)),
        "modified": ("a `modified` that the opening does not have", version(modified="2026-01-03T18:20:00Z")),
        "name_bytes": ("`name_bytes` that the opening does not have", version(name_bytes=b64(b"\xff"))),
        "offset": ("another offset", version(recorded={"time": "2026-01-05T10:01:00Z", "offset": 0})),
        "out_of": ("an `out_of` that the opening does not have", version(out_of=OUT_OF)),
        "out_of_left_out": ("no `out_of`, which the opening has", told(opening_path(1), members(out_of=OUT_OF))),
        "out_of_other": ("another entry than the opening",
                         told(opening_path(1), members(out_of=OUT_OF), version(out_of=OUT_OF | {"entry": "2.jpg"}))),
    }
    described["version"] = ("another version", told(ITEMS, edited(lambda value: (
        value["items"][0].update(versions_kept=2), value["items"][0]["versions"][0].update(version=2)))))
    for name, (about, copy) in described.items():
        yield case("described_" + name, "item_described_otherwise", "the list tells " + about, copy)
    yield case("described_payload", "item_described_otherwise",
               "another original, in the payload lists too, but not in the log",
               told(WORDS, constant(b"He never came back.\n")), stored=True)
    opened = told(PICTURE, constant(b"GIF89a"), pair_copy())
    both = {"size": 6, "sha256": sha256(b"GIF89a").hex()}
    opened = told(ITEMS, edited(lambda value: value["items"][1]["versions"][0].update(both)), opened)
    yield Case("described_opening", "item_described_otherwise", "4",
               "original and list say the same, the opening says otherwise", opened.zip(),
               pair().item(PICTURE, "item_described_otherwise").lie())
    claims = {
        "exhibit": ("an exhibit that no answer names", claim(exhibit="AB/1")),
        "keeper": ("a time of the keeper's that no answer has", times(keeper="in 2019")),
        "recorded": ("recorded at another time than its first version",
                     times(recorded={"time": "2019-01-01T00:00:00Z", "offset": 0})),
        "attested": ("attested by somebody", times(attested=["Authority of Ruritania, 2019-01-01"])),
        "derived_from": ("derived from the other item", claim(derived_from="000002")),
        "covered": ("covered by something", claim(covered="000002")),
    }
    for name, (about, copy) in claims.items():
        yield case("claim_" + name, "item_claim_not_borne_out", about, copy)
    yield newer("newer_item", "an unknown member of an item", claim(flavour="vanilla"))
    yield newer("newer_version", "an unknown member of a version", version(flavour="vanilla"))
    yield newer("newer_entry", "an unknown member of an entry", told(entry_path(1), members(flavour="vanilla")))
    yield newer("newer_entry_v", "an entry of another `v`", told(entry_path(1), members(v=2)))
    yield newer("newer_entry_type", "an entry of an unknown type", told(entry_path(1), members(type="moved")))
    yield newer("newer_opening", "an unknown member of an opening", told(opening_path(1), members(flavour="vanilla")))
    yield newer("newer_opening_v", "an opening of another `v`", told(opening_path(1), members(v=2)))
    places = {"on_messages": ("on", AMONG_MESSAGES), "on_time": ("on", IN_TIME), "out_of": ("out_of", OUT_OF)}
    for where, (member, value) in places.items():
        more = {member: value | {"flavour": "vanilla"}}
        in_list = told(opening_path(1), members(**{member: value}), version(**more))
        in_opening = told(opening_path(1), members(**more), version(**{member: value}))
        in_both = told(opening_path(1), members(**more), version(**more))
        for place, copy in (("list", in_list), ("opening", in_opening), ("both", in_both)):
            yield newer(f"newer_{where}_{place}", f"an unknown member in `{member}`: {place}", copy,
                        stored=where == "on_messages" or None)
    yield newer("newer_kind", "an item of a kind that nobody knows",
                told(opening_path(1), members(kind="sound"), claim(kind="sound")))


def several():
    """Answers, histories and claims, whose faults are those of every version. And a note of two versions."""
    def first(name: str, finding: str, about: str, copy: Copy, files: int = 26) -> Case:
        expected = noted().instead("files_all_there", "files_all_there", files).item(WORDS, finding)
        expected.instead("head_matches", "head_matches", len(copy.events))
        return Case(name, finding, "4", about, copy.zip(), expected.lie())

    def second(name: str, finding: str, about: str, copy: Copy) -> Case:
        """A fault of the second item."""
        return Case(name, finding, "4", about, copy.zip(), noted().item(OLD_NOTE, finding).item(NOTE, finding).lie())

    def answer(**changes) -> Copy:
        return item(lambda one: one["answers"][0].update(changes), note_copy())

    def note(**changes) -> Copy:
        return told(ITEMS, edited(lambda value: value["items"][1].update(changes)), note_copy())

    yield first("answer_text", "item_answer_wrong", "another answer, in the list and as the exhibit",
                told(ITEMS, lambda true: true.replace(b"A/1", b"A/2"), note_copy()))
    yield first("answer_question", "item_answer_wrong", "the answer to another question", answer(question="weather"))
    yield first("answer_version", "item_answer_wrong", "another version of the answer", answer(version=2))
    yield first("answer_no_proof", "item_answer_wrong", "the answer's entry has no proof",
                told(proof_path(4), constant(None), note_copy()), 25)
    yield first("answer_no_opening", "item_answer_wrong", "the answer has no opening",
                told(opening_path(4), constant(None), note_copy()), 25)
    yield first("answer_of_another", "item_answer_wrong", "the answer's entry is about the other item",
                told(entry_path(4), members(item="000002"), note_copy()))
    yield first("answer_type", "item_answer_wrong", "the answer's entry is of type `add`",
                told(entry_path(4), members(type="add"), note_copy()))
    yield first("answer_left_out", "item_claim_not_borne_out", "an exhibit, and its answer is left out of the list",
                item(lambda one: one["answers"].clear(), note_copy()))
    yield first("exhibit_left_out", "item_claim_not_borne_out", "an answer to `exhibit`, and no exhibit",
                claim(note_copy(), exhibit=None))
    yield first("history_not_disclosed", "item_history_wrong", "a history with an entry that is not disclosed",
                claim(note_copy(), history=[0, 1, 4, 5]))
    yield first("history_of_another", "item_history_wrong", "a history with an entry of the other item",
                claim(note_copy(), history=[1, 2, 4, 5]))
    yield first("history_not_proven", "item_history_wrong", "a history with an entry whose proof is missing",
                told(proof_path(6), constant(None), viewed_alone()), 27)
    genesis = note_copy()
    genesis.events[0].disclosed = True
    yield first("history_of_genesis", "item_history_wrong",
                "a history with the entry `genesis`, which no item can name",
                claim(genesis, history=[0, 1, 4, 5]), 28)
    yield second("viewed_of_others", "item_history_wrong", "a viewing of two items, neither of them this one",
                 told(entry_path(5), members(items=["000001", "000003"]), note_copy()))
    yield Case("viewed_twice_over", "item_history_wrong", "2",
               "a viewing with both `item` and `items`: it proves neither",
               told(entry_path(5), members(item="000002"), note_copy()).zip(),
               noted().all_items("item_history_wrong").lie())
    yield second("note_claims", "item_claim_not_borne_out", "a note that says it is covered: a fault of both versions",
                 note(covered=True))
    yield second("note_about_another", "item_described_otherwise", "the list says that the note is about another item",
                 note(about="000009"))
    copy = later(OLD_NOTE, constant(None), note_copy())
    yield Case("one_version_missing", "item_file_missing", "5",
               "of two versions one file is missing; the other one matches",
               copy.zip(),
               noted().item(OLD_NOTE, "item_file_missing", "missing").file("file_missing", OLD_NOTE).lie())
    copy = note(covered=True)
    copy.later[OLD_NOTE] = constant(b"Otherwise.\n")
    yield Case("first_that_fits", "item_file_changed", "5",
               "a fault of the item, and one of a version: each version has the first that fits", copy.zip(),
               noted().item(OLD_NOTE, "item_file_changed").item(NOTE, "item_claim_not_borne_out")
               .file("file_changed", OLD_NOTE).lie())
    copy = told(entry_path(4), members(flavour="vanilla"), note_copy())
    yield Case("newer_answer", "item_newer", "5", "an unknown member of an answer's entry: the item rests on it",
               copy.zip(),
               noted().item(WORDS, "item_newer", "not_checked").ends("newer"))
    copy = note(flavour="vanilla")
    yield Case("newer_item_of_two_versions", "item_newer", "5",
               "an unknown member of an item makes all its versions newer",
               copy.zip(),
               noted().item(OLD_NOTE, "item_newer", "not_checked").item(NOTE, "item_newer",
                                                                        "not_checked").ends("newer"))
    copy = note(flavour="vanilla", covered=True)
    yield Case("newer_and_a_lie", "item_claim_not_borne_out", "5", "an unknown member does not hide a lie", copy.zip(),
               noted().item(OLD_NOTE, "item_claim_not_borne_out").item(NOTE, "item_claim_not_borne_out").lie())
    long = claim(small_copy(), history=list(range(100_000, 104_000)))
    yield Case("history_of_4000", "item_history_wrong", "5", "a history of 4,000 entries that do not exist",
               packed(long, ITEMS),
               small().repacked().item(WORDS, "item_history_wrong").lie(), stored=True)


def viewed_alone() -> Copy:
    """The first item was viewed once more, by itself: entry 6."""
    copy = note_copy()
    copy.view(copy.items[0])
    return copy


def genesis_proof() -> bytes:
    copy = small_copy()
    copy.events[0].disclosed = True
    return copy.files()[proof_path(0)]


def limits():
    for name, about, path, lie in (
            ("opening", "an opening of more than 1 MiB", opening_path(1), members(name="a" * (1 << 20))),
            ("opening_values", "an opening of more than 200,000 values", opening_path(1), members(more=[0] * 200_001)),
            ("proof", "a proof of more than 64 KiB", proof_path(1), lambda true: true + b"a" * 65_536)):
        yield Case(f"over_limit_{name}", "over_limit", "8", about, packed(told(path, lie), path),
                   small().repacked().stops("items").also("over_limit", path).unknown(18))
    path = "log/consistency/64"
    copy = told(path, lambda true: true + b"a" * 65_536, continued_copy())
    yield Case("over_limit_consistency", "over_limit", "8", f"{path} of more than 64 KiB", packed(copy, path),
               continued().no("previous_continues").repacked().also("over_limit", path).unknown(18))


def cases():
    for group in (good, lists, one_item, several, limits, beside_items, answers_of_several_versions):
        yield from group()
