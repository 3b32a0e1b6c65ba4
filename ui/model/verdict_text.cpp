#include "ui/model/verdict_text.h"

namespace daybook::ui {

using vault::Finding;
using vault::Outcome;

namespace {

struct FindingText {
  Finding finding;
  const char* name;      // for --json; never changes
  const char* sentence;  // {} is the file, item, number or key
};

constexpr FindingText kFindings[] = {
    {Finding::lock_opened, "lock_opened", "Opened with the key that was given."},
    {Finding::lock_none, "lock_none", "This copy is not locked: anyone who holds it can read it."},
    {Finding::lock_wrong_key, "lock_wrong_key", "Locked for another key or passphrase."},
    {Finding::lock_not_age, "lock_not_age", "The lock cannot be read: this is not a whole age file."},
    {Finding::lock_altered, "lock_altered", "The list of keys at the start of the file was altered."},
    {Finding::lock_damaged, "lock_damaged", "The locked file is damaged or was cut off."},
    {Finding::container_sound, "container_sound", "The container is sound and whole."},
    {Finding::container_unreadable, "container_unreadable", "The container cannot be read ({})."},
    {Finding::container_fault, "container_fault", "The container breaks the rules ({})."},
    {Finding::container_padding_wrong, "container_padding_wrong",
     "The padding is missing, has another length, or is not empty: something may be hidden in it."},
    {Finding::container_repacked, "container_repacked",
     "The container is not as it was written: somebody packed it again. What is in it is checked below all the same."},
    {Finding::container_entry_damaged, "container_entry_damaged", "{} is damaged inside the container."},
    {Finding::signature_matches_confirmed, "signature_matches_confirmed",
     "The signature matches, and the key is the one that was confirmed ({})."},
    {Finding::signature_matches_unconfirmed, "signature_matches_unconfirmed",
     "The signature matches the key in the copy. Whose key it is has not been confirmed: ask the keeper to read out "
     "the eight words ({})."},
    {Finding::signature_matches_successor, "signature_matches_successor",
     "Sealed with a newer key of this record; its words are: {}. The key that you gave named it as its successor. Ask "
     "the keeper for the new words."},
    {Finding::signature_matches_other_key, "signature_matches_other_key",
     "Signed, but not with the key that was confirmed. The key here is {}."},
    {Finding::signature_missing, "signature_missing", "There is no signature, so nothing says who sealed this."},
    {Finding::signature_malformed, "signature_malformed",
     "The signature cannot be read, or is not as it was written ({})."},
    {Finding::signature_wrong, "signature_wrong",
     "The signature does not match: tagmanifest-sha512.txt, which lists the files, or its signature was changed after "
     "sealing."},
    {Finding::signature_by_other_key_file, "signature_by_other_key_file",
     "The signature is by another key than the one in the copy."},
    {Finding::signature_comment_differs, "signature_comment_differs",
     "The signed comment and the seal say different things."},
    {Finding::files_all_there, "files_all_there", "All {} files are there and none has changed."},
    {Finding::file_changed, "file_changed", "{} has changed since it was sealed."},
    {Finding::file_missing, "file_missing", "{} is missing."},
    {Finding::file_added, "file_added", "{} was added after sealing."},
    {Finding::file_litter, "file_litter",
     "{} was left by a computer that showed the folder; it is no change to the copy."},
    {Finding::file_list_missing, "file_list_missing", "The list {} is missing."},
    {Finding::file_lists_differ, "file_lists_differ", "The two lists of files do not agree about {}."},
    {Finding::recipient_is_you, "recipient_is_you", "Made for the key that opened it."},
    {Finding::recipient_forwarded, "recipient_forwarded",
     "Not made for the key that opened it: somebody passed this copy on."},
    {Finding::recipient_not_locked, "recipient_not_locked", "Made without a lock, for anyone."},
    {Finding::recipient_unknown, "recipient_unknown", "Which key it was made for was not looked at."},
    {Finding::log_key_under_root, "log_key_under_root", "The log's key is named by the key that signed."},
    {Finding::log_key_differs, "log_key_differs", "The log's key is not the one that the signed key file names."},
    {Finding::log_key_unreadable, "log_key_unreadable", "The log's key cannot be read."},
    {Finding::log_key_changed, "log_key_changed",
     "The keeper's keys were changed after {} entries. The old key signed the change, and so could have anyone who had "
     "it: ask the keeper for the new words."},
    {Finding::log_is_branch, "log_is_branch",
     "This log is a branch: the record was put together again from a backup that held {} entries."},
    {Finding::log_change_wrong, "log_change_wrong", "A change of keys or a branch does not hold ({})."},
    {Finding::checkpoint_matches, "checkpoint_matches",
     "The head of the log ({} entries) is signed and is the one that the seal names."},
    {Finding::checkpoint_wrong, "checkpoint_wrong", "The signature on the head of the log does not match."},
    {Finding::checkpoint_differs_from_seal, "checkpoint_differs_from_seal",
     "The head of the log is not the one that the seal names."},
    {Finding::checkpoint_missing, "checkpoint_missing", "The head of the log is missing."},
    {Finding::item_matches, "item_matches", "{} items match the log: file, entry and place in the log."},
    {Finding::item_file_changed, "item_file_changed", "The file was changed."},
    {Finding::item_file_missing, "item_file_missing", "The file is missing."},
    {Finding::item_entry_missing, "item_entry_missing", "Its log entry, opening or path in the log is missing."},
    {Finding::item_entry_altered, "item_entry_altered", "Its log entry was altered, or is not from this log."},
    {Finding::item_opening_differs, "item_opening_differs", "What its log entry stands for was altered."},
    {Finding::item_proof_wrong, "item_proof_wrong", "Its path does not lead to the head of this log."},
    {Finding::item_description_differs, "item_description_differs",
     "What the list says of it is not what the log says."},
    {Finding::item_list_unreadable, "item_list_unreadable", "The list of items cannot be read ({})."},
    {Finding::history_entry_wrong, "history_entry_wrong",
     "An entry in the history of item {} was altered or is missing."},
    {Finding::earlier_extended, "earlier_extended", "The log continues the one of {} entries that stood before."},
    {Finding::earlier_same, "earlier_same", "The log is the same as the one seen before ({} entries)."},
    {Finding::earlier_not_extended, "earlier_not_extended",
     "These are two continuations of one record: at {} entries this log and the earlier one differ. A restored backup "
     "does that; so does rewriting. Ask the keeper."},
    {Finding::earlier_proof_missing, "earlier_proof_missing",
     "There is nothing in this copy that connects it to the log of {} entries."},
    {Finding::earlier_of_other_record, "earlier_of_other_record", "The earlier head is of another record."},
    {Finding::earlier_unreadable, "earlier_unreadable", "The earlier head cannot be read."},
    {Finding::earlier_none, "earlier_none", "No earlier copy was given to compare with."},
    {Finding::anchors_none, "anchors_none",
     "No outside time-stamp. By itself the log says nothing about when: the times are those of the keeper's own "
     "computer."},
    {Finding::anchors_not_checked, "anchors_not_checked",
     "There are outside time-stamps ({}); check them with openssl as HOW-TO-CHECK.txt shows."},
    {Finding::currency_newest_seen, "currency_newest_seen", "No newer copy of this record was given."},
    {Finding::currency_older, "currency_older", "This is an older copy: a newer one of the same record has been seen."},
    {Finding::currency_unknown, "currency_unknown", "Whether there is a newer copy cannot be told from this one."},
    {Finding::not_reached, "not_reached", "Not checked, because what comes before could not be read."},
};

const FindingText& text_of(Finding finding) {
  for (const FindingText& text : kFindings) {
    if (text.finding == finding) return text;
  }
  DAYBOOK_ASSERT(false);
  return kFindings[0];
}

// "bag/data/000123.jpg" is data/000123.jpg to a person who has unpacked the bag.
std::string shown(const std::string& subject) { return subject.starts_with("bag/") ? subject.substr(4) : subject; }

}  // namespace

const char* step_name(vault::CheckStep step) {
  switch (step) {
    case vault::CheckStep::lock:
      return "Lock";
    case vault::CheckStep::container:
      return "Container";
    case vault::CheckStep::signature:
      return "Signature";
    case vault::CheckStep::files:
      return "Files";
    case vault::CheckStep::recipient:
      return "Recipient";
    case vault::CheckStep::log_key:
      return "Log key";
    case vault::CheckStep::checkpoint:
      return "Log head";
    case vault::CheckStep::items:
      return "Items";
    case vault::CheckStep::earlier:
      return "Earlier copies";
    case vault::CheckStep::anchors:
      return "Outside time";
    case vault::CheckStep::currency:
      return "Newest copy";
  }
  return "";
}

std::string sentence(const vault::VerdictLine& line) {
  std::string text = text_of(line.finding).sentence;
  if (const std::size_t place = text.find("{}"); place != std::string::npos)
    text.replace(place, 2, shown(line.subject));
  // Findings about one item, reported on a line of their own.
  else if (line.step == vault::CheckStep::items && !line.subject.empty())
    text = "Item " + line.subject + ": " + text;
  return text;
}

std::string sentence(const vault::ItemVerdict& item) {
  return item.finding == Finding::item_matches ? "Matches." : text_of(item.finding).sentence;
}

std::string summary(const vault::CopyVerdict& verdict) {
  if (!verdict.is_intact()) {
    std::size_t good = 0;
    for (const auto& item : verdict.items) good += item.outcome == Outcome::good;
    std::string text = "This copy does not match its seal.";
    if (!verdict.items.empty())
      text += " " + std::to_string(good) + " of " + std::to_string(verdict.items.size()) +
              " items match; what is wrong is named above.";
    return text;
  }
  return verdict.is_confirmed() ? "This copy matches its seal: it has not changed since it was sealed. The key is the "
                                  "one that was confirmed."
                                : "This copy matches its seal: it has not changed since it was sealed. Whose key "
                                  "sealed it has not been confirmed.";
}

const char* outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::good:
      return "good";
    case Outcome::bad:
      return "bad";
    case Outcome::information:
      return "information";
    case Outcome::not_checked:
      return "not_checked";
  }
  return "";
}

std::string finding_name(Finding finding) { return text_of(finding).name; }

std::string sentence(vault::OpenNotice notice) {
  switch (notice) {
    case vault::OpenNotice::header_copy_repaired:
      return "One of the two key files was missing or damaged. It was made good from the other.";
    case vault::OpenNotice::records_older_than_key:
      return "The stored records are older than the key file: an older copy of them was put back. Newer items may be "
             "missing.";
    case vault::OpenNotice::passphrase_change_completed:
      return "An interrupted change of the passphrase was completed.";
    case vault::OpenNotice::key_change_unfinished:
      return "New keys are in force. Some stored files still have to be locked with them; that goes on now.";
    case vault::OpenNotice::read_only:
      return "This folder cannot be written to. Everything can be read; nothing will be saved.";
  }
  return "";
}

std::string tidy_words(const std::string& words) {
  std::string tidy;
  for (const char c : words) {
    if (c != ' ' && c != '\t' && c != '\n')
      tidy += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!tidy.empty() && tidy.back() != ' ')
      tidy += ' ';
  }
  while (tidy.ends_with(' ')) tidy.pop_back();
  return tidy;
}

}  // namespace daybook::ui
