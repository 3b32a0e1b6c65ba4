#pragma once

namespace daybook::vault {

/// The steps of a check, in the order in which they are said.
enum class CheckStep { lock = 1, container, signature, key, files, seal, recipient, log, items, earlier, time };

/// What one finding makes of the whole copy, the weakest first. The strongest decides the answer (format.md section 6).
enum class Effect { none, added, newer, does_not_match, could_not_be_checked };

/// How a line is shown beside the others.
enum class Outcome { good, bad, information, not_checked };

/// What a checker can find: section 5 of format.md has when each is said. The sentence for each stands in
/// ui/words/verdict_text.cpp.
enum class Finding {
  lock_none,
  lock_opened,
  lock_other_key,
  lock_malformed,
  lock_altered,
  lock_cut_off,
  container_as_written,
  container_repacked,
  container_is_folder,
  container_not_a_copy,
  container_cut_off,
  container_malformed,
  container_overlap,
  container_two_ends,
  over_limit,
  entry_doubled,
  entry_odd,
  entry_damaged,
  signature_matches,
  signature_missing,
  signature_malformed,
  signature_other_key,
  signature_wrong,
  comment_malformed,
  comment_newer,
  key_confirmed,
  key_not_confirmed,
  key_other,
  key_successor,
  files_all_there,
  list_malformed,
  list_missing,
  lists_differ,
  path_unsafe,
  file_not_listed,
  file_missing,
  file_changed,
  file_malformed,
  file_newer,
  file_added,
  file_added_by_system,
  bytes_added,
  padding_changed,
  seal_matches,
  seal_malformed,
  seal_differs,
  seal_newer,
  recipient_not_locked,
  recipient_is_you,
  recipient_forwarded,
  recipient_unknown,
  log_key_matches,
  keys_malformed,
  keys_newer,
  log_key_differs,
  head_matches,
  head_wrong,
  head_differs,
  previous_continues,
  previous_wrong,
  log_key_changed,
  log_branched,
  earlier_logs_wrong,
  items_match,
  item_list_malformed,
  item_list_newer,
  payload_not_listed,
  item_matches,
  item_file_missing,
  item_file_changed,
  item_entry_missing,
  item_entry_wrong,
  item_entry_of_another,
  item_opening_wrong,
  item_described_otherwise,
  item_answer_wrong,
  item_history_wrong,
  item_claim_not_borne_out,
  item_newer,
  earlier_none,
  earlier_same,
  earlier_continues,
  earlier_not_connected,
  earlier_two_continuations,
  time_is_own,
  not_reached,
};
constexpr int kFindings = static_cast<int>(Finding::not_reached) + 1;

/// The name in format.md and in --json; it never changes.
const char* name_of(Finding finding);
/// The step that a finding belongs to; `not_reached` belongs to any, and is given `time`.
CheckStep step_of(Finding finding);
Effect effect_of(Finding finding);
Outcome outcome_of(Finding finding);

/// `lock`, `container`, ...: the name of a step in format.md.
const char* name_of(CheckStep step);

/// What became of one version of an item.
enum class ItemState { matches, changed, missing, not_checked };
ItemState state_of(Finding finding);
const char* name_of(ItemState state);

}  // namespace daybook::vault
