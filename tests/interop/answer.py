"""The findings of each step, and what they make of the whole copy (sections 5 to 7)."""

import unicodedata

STEPS = "lock container signature key files seal recipient log items earlier time".split()
TABLE = """
    lock       -    lock_none lock_opened
    lock       C12  lock_other_key
    lock       C10  lock_malformed lock_altered lock_cut_off
    container  -    container_as_written container_repacked container_is_folder
    container  C10  container_not_a_copy container_cut_off container_malformed container_overlap container_two_ends
    container  C18  over_limit
    signature  -    signature_matches
    signature  X    signature_missing signature_malformed signature_other_key signature_wrong comment_malformed
    signature  N    comment_newer
    key        -    key_confirmed key_not_confirmed
    key        C11  key_other key_successor
    files      -    files_all_there fingerprints_match
    files      X    entry_doubled entry_odd entry_damaged
    files      X    list_malformed list_missing lists_differ path_unsafe
    files      X    file_not_listed file_missing file_changed file_malformed fingerprints_wrong
    files      N    file_newer
    files      A    file_added file_added_by_system bytes_added padding_changed
    seal       -    seal_matches
    seal       X    seal_malformed seal_differs
    seal       N    seal_newer
    recipient  -    recipient_not_locked recipient_is_you recipient_forwarded recipient_unknown
    log        -    log_key_matches head_matches previous_continues log_key_changed log_branched
    log        X    keys_malformed log_key_differs head_wrong head_differs previous_wrong earlier_logs_wrong
    log        N    keys_newer
    items      -    items_match item_matches item_in_part clock_entries_match
    items      X    item_list_malformed payload_not_listed item_file_missing item_file_changed item_entry_missing
    items      X    item_entry_wrong item_entry_of_another item_opening_wrong item_described_otherwise item_messages_wrong
    items      X    item_answer_wrong item_history_wrong item_claim_not_borne_out clock_entry_wrong
    items      N    item_list_newer item_newer
    earlier    -    earlier_none earlier_same earlier_continues
    earlier    19   earlier_not_connected earlier_two_continuations
    time       -    time_is_own
"""
STEP_OF, EFFECT_OF = {}, {}
for step, effect, *findings in map(str.split, TABLE.strip().splitlines()):
    STEP_OF.update(dict.fromkeys(findings, step))
    EFFECT_OF.update(dict.fromkeys(findings, effect))

MOST_LINES = 50
OF_ITEMS = "items_match", "clock_entries_match", "clock_entry_wrong"


def conclude(found, rows):
    """From the set of (finding, subject), and the rows of the items [number, path, verdict, finding], to the answer."""
    names = {finding for finding, _ in found} | {finding for *_, finding in rows}
    word, code = judge(names)
    if word == "could_not_be_checked":  # leaves no items
        found, rows = {line for line in found if line[0] not in OF_ITEMS}, []
    if not names & {"key_other", "key_successor"}:
        reached = {STEP_OF[finding] for finding, _ in found} | {"items" for _ in rows[:1]}
        found = found | {("not_reached", step) for step in STEPS if step not in reached}
    return {"answer": word, "exit": code, "findings": lines(found), "items": rows}


def judge(names):
    """Section 6: the first that applies."""
    effects = {EFFECT_OF[name] for name in names}
    refusals = [effect for effect in sorted(effects) if effect.startswith("C")]
    if refusals:
        return "could_not_be_checked", int(refusals[0][1:])
    if "X" in effects:
        return "does_not_match", 20
    if "N" in effects:
        return "newer", 7
    if "items_match" not in names:  # the other two take the whole chain
        return "does_not_match", 20
    if "A" in effects:
        return "added", 21
    return "matches", 19 if "19" in effects else 0


def lines(found):
    """At most 50 lines of one finding, then how many more there were."""
    by_name, result = {}, []
    for finding, subject in sorted((finding, shown(subject)) for finding, subject in found):
        by_name.setdefault(finding, []).append([finding, subject])
    for finding, its_lines in by_name.items():
        result += its_lines[:MOST_LINES]
        if len(its_lines) > MOST_LINES:
            result.append([finding, f"... {len(its_lines) - MOST_LINES} more"])
    return result


def shown(text):
    """Foreign text in one line: control and direction characters, and bytes that are no UTF-8, are written out."""
    return text if text.isascii() and text.isprintable() else "".join(map(shown_char, text))


def shown_char(char):
    if "\udc80" <= char <= "\udcff":  # where Python keeps a byte that is no UTF-8
        return f"[byte {ord(char) - 0xdc00:02X}]"
    return f"[U+{ord(char):04X}]" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char
