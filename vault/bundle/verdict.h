#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/bundle/copy_format.h"

namespace daybook::vault {

/// The steps of a check, in the order in which they are reported (bundle.md, "Checking").
enum class CheckStep {
  lock = 1,
  container,
  signature,
  files,
  recipient,
  log_key,
  checkpoint,
  items,
  earlier,
  anchors,
  currency
};

/// `information` is neither good nor bad: a forwarded copy, no time-stamp from outside.
enum class Outcome { good, bad, information, not_checked };

/// What was found. The sentence for each stands in ui/model/verdict_text.cpp.
enum class Finding {
  lock_opened,
  lock_none,
  lock_wrong_key,
  lock_not_age,
  lock_altered,
  lock_damaged,
  container_sound,
  container_unreadable,
  container_fault,
  container_padding_wrong,
  container_repacked,
  container_entry_damaged,
  signature_matches_confirmed,
  signature_matches_unconfirmed,
  signature_matches_other_key,
  signature_matches_successor,
  signature_missing,
  signature_malformed,
  signature_wrong,
  signature_by_other_key_file,
  signature_comment_differs,
  files_all_there,
  file_changed,
  file_missing,
  file_added,
  file_litter,
  file_list_missing,
  file_lists_differ,
  recipient_is_you,
  recipient_forwarded,
  recipient_not_locked,
  recipient_unknown,
  log_key_under_root,
  log_key_differs,
  log_key_unreadable,
  log_key_changed,
  log_is_branch,
  log_change_wrong,
  checkpoint_matches,
  checkpoint_wrong,
  checkpoint_differs_from_seal,
  checkpoint_missing,
  item_matches,
  item_file_changed,
  item_file_missing,
  item_entry_missing,
  item_entry_altered,
  item_opening_differs,
  item_proof_wrong,
  item_description_differs,
  item_list_unreadable,
  history_entry_wrong,
  earlier_extended,
  earlier_same,
  earlier_not_extended,
  earlier_proof_missing,
  earlier_of_other_record,
  earlier_unreadable,
  earlier_none,
  anchors_none,
  anchors_not_checked,
  currency_newest_seen,
  currency_older,
  currency_unknown,
  not_reached,
};

struct VerdictLine {
  CheckStep step;
  Outcome outcome;
  Finding finding;
  std::string subject;  // the file or item it is about; may be empty
};

/// One item of a copy and what became of it.
struct ItemVerdict {
  std::string item;  // 000123
  std::string path;  // data/000123.jpg
  std::string name;  // original name, as the signed list has it; not trustworthy when the list was altered
  Outcome outcome = Outcome::not_checked;
  Finding finding = Finding::not_reached;
  std::optional<std::uint64_t> entry;
};

struct CopyVerdict {
  std::vector<VerdictLine> lines;  // by step
  std::vector<ItemVerdict> items;  // every version of every item that the copy lists
  std::optional<SealFacts> seal;   // when it could be read
  std::string key_words;           // of the key that signed, when there is one
  std::string root_key;            // the same key in full, as `minisign -P` takes it
  std::string receipt;             // fingerprint for comparison with the paper

  /// Nothing is bad. Says nothing of whose key it was: that is is_confirmed().
  bool is_intact() const;
  /// The signature is by a key that was confirmed with the keeper.
  bool is_confirmed() const;
  void add(CheckStep step, Outcome outcome, Finding finding, std::string subject = "") {
    lines.push_back({step, outcome, finding, std::move(subject)});
  }
};

}  // namespace daybook::vault
