#pragma once

namespace daybook::vault {

/// The steps of a check, in the order in which they are told.
enum class CheckStep { lock = 1, container, signature, key, files, seal, recipient, log, items, earlier, time };

/// What one finding makes of the whole copy, from weak to strong. The strongest decides the answer (format.md section
/// 6).
enum class Effect { none, added, newer, does_not_match, could_not_be_checked };

/// Whether a line says something good or bad, or neither; the sign beside the line follows from that.
enum class Outcome { good, bad, information, not_checked };

/// What a checker can find. Section 5 of format.md tells when each finding is said. The sentence that a person reads
/// for it stands in ui/words/verdict_text.cpp.
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
  fingerprints_match,
  fingerprints_wrong,
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
  item_in_part,
  item_list_malformed,
  item_list_newer,
  payload_not_listed,
  clock_entries_match,
  clock_entry_wrong,
  item_matches,
  item_file_missing,
  item_file_changed,
  item_entry_missing,
  item_entry_wrong,
  item_entry_of_another,
  item_opening_wrong,
  item_described_otherwise,
  item_messages_wrong,
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

/// The name of a finding in format.md and in --json. It never changes.
const char* name_of(Finding finding);
/// The step that a finding belongs to. `not_reached` may belong to any; `time` stands in for it here.
CheckStep step_of(Finding finding);
Effect effect_of(Finding finding);
Outcome outcome_of(Finding finding);

/// The name of a step in format.md and in --json: `lock`, `container`, ...
const char* name_of(CheckStep step);

/// What became of one version of an item.
enum class ItemState { matches, changed, missing, not_checked };
/// The state of a version that has this finding (format.md section 5).
ItemState state_of(Finding finding);
const char* name_of(ItemState state);

}  // namespace daybook::vault
