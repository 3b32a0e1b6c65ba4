#include "vault/bundle/check/findings.h"

#include <iterator>

#include "crypto/result.h"

namespace daybook::vault {
namespace {

struct Row {
  Finding finding;
  const char* name;
  CheckStep step;
  Effect effect;
  Outcome outcome;
};

// clang-format off
constexpr Row kRows[] = {
    {Finding::lock_none, "lock_none", CheckStep::lock, Effect::none, Outcome::information},
    {Finding::lock_opened, "lock_opened", CheckStep::lock, Effect::none, Outcome::good},
    {Finding::lock_other_key, "lock_other_key", CheckStep::lock, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::lock_malformed, "lock_malformed", CheckStep::lock, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::lock_altered, "lock_altered", CheckStep::lock, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::lock_cut_off, "lock_cut_off", CheckStep::lock, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::container_as_written, "container_as_written", CheckStep::container, Effect::none, Outcome::good},
    {Finding::container_repacked, "container_repacked", CheckStep::container, Effect::none, Outcome::information},
    {Finding::container_is_folder, "container_is_folder", CheckStep::container, Effect::none, Outcome::information},
    {Finding::container_not_a_copy, "container_not_a_copy", CheckStep::container, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::container_cut_off, "container_cut_off", CheckStep::container, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::container_malformed, "container_malformed", CheckStep::container, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::container_overlap, "container_overlap", CheckStep::container, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::container_two_ends, "container_two_ends", CheckStep::container, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::over_limit, "over_limit", CheckStep::container, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::entry_doubled, "entry_doubled", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::entry_odd, "entry_odd", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::entry_damaged, "entry_damaged", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::signature_matches, "signature_matches", CheckStep::signature, Effect::none, Outcome::good},
    {Finding::signature_missing, "signature_missing", CheckStep::signature, Effect::does_not_match, Outcome::bad},
    {Finding::signature_malformed, "signature_malformed", CheckStep::signature, Effect::does_not_match, Outcome::bad},
    {Finding::signature_other_key, "signature_other_key", CheckStep::signature, Effect::does_not_match, Outcome::bad},
    {Finding::signature_wrong, "signature_wrong", CheckStep::signature, Effect::does_not_match, Outcome::bad},
    {Finding::comment_malformed, "comment_malformed", CheckStep::signature, Effect::does_not_match, Outcome::bad},
    {Finding::comment_newer, "comment_newer", CheckStep::signature, Effect::newer, Outcome::not_checked},
    {Finding::key_confirmed, "key_confirmed", CheckStep::key, Effect::none, Outcome::good},
    {Finding::key_not_confirmed, "key_not_confirmed", CheckStep::key, Effect::none, Outcome::information},
    {Finding::key_other, "key_other", CheckStep::key, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::key_successor, "key_successor", CheckStep::key, Effect::could_not_be_checked, Outcome::not_checked},
    {Finding::files_all_there, "files_all_there", CheckStep::files, Effect::none, Outcome::good},
    {Finding::list_malformed, "list_malformed", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::list_missing, "list_missing", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::lists_differ, "lists_differ", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::path_unsafe, "path_unsafe", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::file_not_listed, "file_not_listed", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::file_missing, "file_missing", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::file_changed, "file_changed", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::file_malformed, "file_malformed", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::file_newer, "file_newer", CheckStep::files, Effect::newer, Outcome::not_checked},
    {Finding::fingerprints_match, "fingerprints_match", CheckStep::files, Effect::none, Outcome::good},
    {Finding::fingerprints_wrong, "fingerprints_wrong", CheckStep::files, Effect::does_not_match, Outcome::bad},
    {Finding::file_added, "file_added", CheckStep::files, Effect::added, Outcome::information},
    {Finding::file_added_by_system, "file_added_by_system", CheckStep::files, Effect::added, Outcome::information},
    {Finding::bytes_added, "bytes_added", CheckStep::files, Effect::added, Outcome::information},
    {Finding::padding_changed, "padding_changed", CheckStep::files, Effect::added, Outcome::information},
    {Finding::seal_matches, "seal_matches", CheckStep::seal, Effect::none, Outcome::good},
    {Finding::seal_malformed, "seal_malformed", CheckStep::seal, Effect::does_not_match, Outcome::bad},
    {Finding::seal_differs, "seal_differs", CheckStep::seal, Effect::does_not_match, Outcome::bad},
    {Finding::seal_newer, "seal_newer", CheckStep::seal, Effect::newer, Outcome::not_checked},
    {Finding::recipient_not_locked, "recipient_not_locked", CheckStep::recipient, Effect::none, Outcome::information},
    {Finding::recipient_is_you, "recipient_is_you", CheckStep::recipient, Effect::none, Outcome::good},
    {Finding::recipient_forwarded, "recipient_forwarded", CheckStep::recipient, Effect::none, Outcome::information},
    {Finding::recipient_unknown, "recipient_unknown", CheckStep::recipient, Effect::none, Outcome::information},
    {Finding::log_key_matches, "log_key_matches", CheckStep::log, Effect::none, Outcome::good},
    {Finding::keys_malformed, "keys_malformed", CheckStep::log, Effect::does_not_match, Outcome::bad},
    {Finding::keys_newer, "keys_newer", CheckStep::log, Effect::newer, Outcome::not_checked},
    {Finding::log_key_differs, "log_key_differs", CheckStep::log, Effect::does_not_match, Outcome::bad},
    {Finding::head_matches, "head_matches", CheckStep::log, Effect::none, Outcome::good},
    {Finding::head_wrong, "head_wrong", CheckStep::log, Effect::does_not_match, Outcome::bad},
    {Finding::head_differs, "head_differs", CheckStep::log, Effect::does_not_match, Outcome::bad},
    {Finding::previous_continues, "previous_continues", CheckStep::log, Effect::none, Outcome::good},
    {Finding::previous_wrong, "previous_wrong", CheckStep::log, Effect::does_not_match, Outcome::bad},
    {Finding::log_key_changed, "log_key_changed", CheckStep::log, Effect::none, Outcome::information},
    {Finding::log_branched, "log_branched", CheckStep::log, Effect::none, Outcome::information},
    {Finding::earlier_logs_wrong, "earlier_logs_wrong", CheckStep::log, Effect::does_not_match, Outcome::bad},
    {Finding::items_match, "items_match", CheckStep::items, Effect::none, Outcome::good},
    {Finding::item_in_part, "item_in_part", CheckStep::items, Effect::none, Outcome::information},
    {Finding::item_list_malformed, "item_list_malformed", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_list_newer, "item_list_newer", CheckStep::items, Effect::newer, Outcome::not_checked},
    {Finding::payload_not_listed, "payload_not_listed", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::clock_entries_match, "clock_entries_match", CheckStep::items, Effect::none, Outcome::good},
    {Finding::clock_entry_wrong, "clock_entry_wrong", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_matches, "item_matches", CheckStep::items, Effect::none, Outcome::good},
    {Finding::item_file_missing, "item_file_missing", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_file_changed, "item_file_changed", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_entry_missing, "item_entry_missing", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_entry_wrong, "item_entry_wrong", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_entry_of_another, "item_entry_of_another", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_opening_wrong, "item_opening_wrong", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_described_otherwise, "item_described_otherwise", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_messages_wrong, "item_messages_wrong", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_answer_wrong, "item_answer_wrong", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_history_wrong, "item_history_wrong", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_claim_not_borne_out, "item_claim_not_borne_out", CheckStep::items, Effect::does_not_match, Outcome::bad},
    {Finding::item_newer, "item_newer", CheckStep::items, Effect::newer, Outcome::not_checked},
    {Finding::earlier_none, "earlier_none", CheckStep::earlier, Effect::none, Outcome::information},
    {Finding::earlier_same, "earlier_same", CheckStep::earlier, Effect::none, Outcome::good},
    {Finding::earlier_continues, "earlier_continues", CheckStep::earlier, Effect::none, Outcome::good},
    {Finding::earlier_not_connected, "earlier_not_connected", CheckStep::earlier, Effect::none, Outcome::not_checked},
    {Finding::earlier_two_continuations, "earlier_two_continuations", CheckStep::earlier, Effect::none, Outcome::information},
    {Finding::time_is_own, "time_is_own", CheckStep::time, Effect::none, Outcome::information},
    {Finding::not_reached, "not_reached", CheckStep::time, Effect::none, Outcome::not_checked},
};
// clang-format on
static_assert(std::size(kRows) == kFindings);

consteval bool is_in_order() {
  for (int i = 0; i < kFindings; ++i) {
    if (static_cast<int>(kRows[i].finding) != i) return false;
  }
  return true;
}
static_assert(is_in_order(), "the rows stand in the order of the enumeration");

const Row& row_of(Finding finding) { return kRows[static_cast<int>(finding)]; }

}  // namespace

const char* name_of(Finding finding) { return row_of(finding).name; }
CheckStep step_of(Finding finding) { return row_of(finding).step; }
Effect effect_of(Finding finding) { return row_of(finding).effect; }
Outcome outcome_of(Finding finding) { return row_of(finding).outcome; }

const char* name_of(CheckStep step) {
  switch (step) {
    case CheckStep::lock:
      return "lock";
    case CheckStep::container:
      return "container";
    case CheckStep::signature:
      return "signature";
    case CheckStep::key:
      return "key";
    case CheckStep::files:
      return "files";
    case CheckStep::seal:
      return "seal";
    case CheckStep::recipient:
      return "recipient";
    case CheckStep::log:
      return "log";
    case CheckStep::items:
      return "items";
    case CheckStep::earlier:
      return "earlier";
    case CheckStep::time:
      return "time";
  }
  return "";
}

ItemState state_of(Finding finding) {
  if (finding == Finding::item_matches) return ItemState::matches;
  if (finding == Finding::item_file_missing) return ItemState::missing;
  if (effect_of(finding) == Effect::does_not_match) return ItemState::changed;
  return ItemState::not_checked;
}

const char* name_of(ItemState state) {
  switch (state) {
    case ItemState::matches:
      return "matches";
    case ItemState::changed:
      return "changed";
    case ItemState::missing:
      return "missing";
    case ItemState::not_checked:
      return "not_checked";
  }
  return "";
}

}  // namespace daybook::vault
