#include "ui/words/finding_text.h"

#include <fmt/format.h>

#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {

using vault::Finding;
using vault::Outcome;

namespace {

struct FindingText {
  Finding finding;
  const char* sentence;  // {} stands for the subject of the finding
};

// clang-format off
constexpr FindingText kFindings[] = {
    {Finding::lock_none, tr_later("Not locked: anyone who holds it can read it.")},
    {Finding::lock_opened, tr_later("Opened with the key or passphrase that was given.")},
    {Finding::lock_other_key, tr_later("Locked for another key or passphrase.")},
    {Finding::lock_malformed, tr_later("The lock at the beginning cannot be read.")},
    {Finding::lock_altered, tr_later("The list of keys at the beginning was altered.")},
    {Finding::lock_cut_off, tr_later("The end is missing or damaged.")},
    {Finding::container_as_written, tr_later("Packed as it was written.")},
    {Finding::container_repacked, tr_later("Somebody packed it again. That alone changes nothing in what was sealed.")},
    {Finding::container_is_folder, tr_later("A folder that somebody unpacked: it has no container to look at.")},
    {Finding::container_not_a_copy, tr_later("This is no sealed copy ({}).")},
    {Finding::container_cut_off, tr_later("The end is missing or damaged.")},
    {Finding::container_malformed, tr_later("The directory of the ZIP cannot be read.")},
    {Finding::container_overlap, tr_later("Files lie over each other in the ZIP. No honest program writes that.")},
    {Finding::container_two_ends, tr_later("The ZIP has two ends. Two programs could see two contents in it.")},
    {Finding::over_limit, tr_later("Over a limit: {}.")},
    {Finding::entry_doubled, tr_later("{} is there twice, or under a second name that some computers take for the same.")},
    {Finding::entry_odd, tr_later("{} is a link, is locked, or has two headers that do not agree.")},
    {Finding::entry_damaged, tr_later("{} is damaged.")},
    {Finding::signature_matches, tr_later("The signature matches the key in the copy.")},
    {Finding::signature_missing, tr_later("{} is missing, so nothing says who sealed this.")},
    {Finding::signature_malformed, tr_later("{} cannot be read, or is not as it was written.")},
    {Finding::signature_other_key, tr_later("The signature is by another key than the one in the copy.")},
    {Finding::signature_wrong, tr_later("The signature does not match. The list of files, or the signature, was changed.")},
    {Finding::comment_malformed, tr_later("The signed comment is not that of a seal.")},
    {Finding::comment_newer, tr_later("The seal is of a newer kind.")},
    {Finding::key_confirmed, tr_later("The words, or the key, are those that you were given.")},
    {Finding::key_not_confirmed, tr_later("Whose key it is was not confirmed.")},
    {Finding::key_other, tr_later("Sealed with another key than the one that you were given.")},
    {Finding::key_successor, tr_later("Sealed with a newer key of the same record. The key that you gave named it.")},
    {Finding::files_all_there, tr_later("All {} files are there and none has changed.")},
    {Finding::list_malformed, tr_later("The list {} is not in the form of such a list.")},
    {Finding::list_missing, tr_later("The list {} is not under the seal.")},
    {Finding::lists_differ, tr_later("The two lists of files do not agree about {}.")},
    {Finding::path_unsafe, tr_later("A list names {}, which could be unpacked somewhere else.")},
    {Finding::file_not_listed, tr_later("{} is not under the seal.")},
    {Finding::file_missing, tr_later("{} is missing.")},
    {Finding::file_changed, tr_later("{} has changed since it was sealed.")},
    {Finding::file_malformed, tr_later("{} does not say what it has to say.")},
    {Finding::file_newer, tr_later("{} is a part that this version does not know. It was not checked.")},
    {Finding::fingerprints_match, tr_later("The list of fingerprints for checking by hand names {} files, and each fingerprint is right.")},
    {Finding::fingerprints_wrong, tr_later("The list of fingerprints for checking by hand is not right about {}.")},
    {Finding::file_added, tr_later("{} was added later.")},
    {Finding::file_added_by_system, tr_later("{} was added later. A computer may leave such a file by itself.")},
    {Finding::bytes_added, tr_later("Bytes were added later ({}).")},
    {Finding::padding_changed, tr_later("The filling at the end was changed. Something was added to it.")},
    {Finding::seal_matches, tr_later("The seal and its signature say the same.")},
    {Finding::seal_malformed, tr_later("The seal is not in the form of a seal.")},
    {Finding::seal_differs, tr_later("The seal and what signs it differ: {}.")},
    {Finding::seal_newer, tr_later("The seal has a part that this version does not know: {}.")},
    {Finding::recipient_not_locked, tr_later("Made without a lock, for anyone.")},
    {Finding::recipient_is_you, tr_later("Made for the key that opened it.")},
    {Finding::recipient_forwarded, tr_later("Made for a key, and not opened with that one: it was unlocked before, or somebody passed it on.")},
    {Finding::recipient_unknown, tr_later("Which key it was made for was not looked at.")},
    {Finding::log_key_matches, tr_later("The log's key is named by the key that signed.")},
    {Finding::keys_malformed, tr_later("The list of keys is not in the form of such a list.")},
    {Finding::keys_newer, tr_later("The list of keys has a part that this version does not know: {}.")},
    {Finding::log_key_differs, tr_later("The log's key is not the one that the signed list names.")},
    {Finding::head_matches, tr_later("The head of the log ({} entries) is signed, and the seal names it.")},
    {Finding::head_wrong, tr_later("The signature on the head of the log does not match.")},
    {Finding::head_differs, tr_later("The head of the log is not the one that the seal names.")},
    {Finding::previous_continues, tr_later("The log continues the one of {} entries in the copy before.")},
    {Finding::previous_wrong, tr_later("Nothing good connects the log to the copy before ({}).")},
    {Finding::log_key_changed, tr_later("The keeper's keys were changed after {} entries. Who had the old key could have done that too: ask for the new words.")},
    {Finding::log_branched, tr_later("The record was put together again from a backup of {} entries.")},
    {Finding::earlier_logs_wrong, tr_later("A change of keys or a restored backup does not hold (entry {}).")},
    {Finding::items_match, tr_later("All {} files of items match: file, entry and place in the log.")},
    {Finding::item_in_part, tr_later("Here as they stood in the conversation: {}. Sender, time and text are how the program read these bytes.")},
    {Finding::item_list_malformed, tr_later("The list of items is not in the form of such a list.")},
    {Finding::item_list_newer, tr_later("The list of items has a part that this version does not know: {}.")},
    {Finding::payload_not_listed, tr_later("{} belongs to no item.")},
    {Finding::clock_entries_match, tr_later("What the list says of changes of the clock ({}) stands in the log.")},
    {Finding::clock_entry_wrong, tr_later("The list names entry {} as a change of the clock, and the log does not say so.")},
    {Finding::item_matches, tr_later("Matches.")},
    {Finding::item_file_missing, tr_later("The file is missing.")},
    {Finding::item_file_changed, tr_later("The file was changed.")},
    {Finding::item_entry_missing, tr_later("Its entry in the log, or what belongs to it, is missing.")},
    {Finding::item_entry_wrong, tr_later("Its entry was changed, or is not from this log.")},
    {Finding::item_entry_of_another, tr_later("Its entry is of another item or of another kind.")},
    {Finding::item_opening_wrong, tr_later("What its entry stands for was changed.")},
    {Finding::item_described_otherwise, tr_later("The list says something else of it than the log.")},
    {Finding::item_messages_wrong, tr_later("Its messages are not those that the log has.")},
    {Finding::item_answer_wrong, tr_later("The log does not say what the list has as an answer.")},
    {Finding::item_history_wrong, tr_later("Its history names entries that are not about it.")},
    {Finding::item_claim_not_borne_out, tr_later("The list says something of it that nothing in the copy bears out.")},
    {Finding::item_newer, tr_later("It has a part that this version does not know. It was not checked.")},
    {Finding::earlier_none, tr_later("No earlier copy was given to compare with.")},
    {Finding::earlier_same, tr_later("The log is the one that you hold ({} entries).")},
    {Finding::earlier_continues, tr_later("The log continues the one that you hold ({} entries).")},
    {Finding::earlier_not_connected, tr_later("Nothing here connects it to the log that you hold ({} entries).")},
    {Finding::earlier_two_continuations, tr_later("This log and the one that you hold ({} entries) parted. A restored backup does that, and so does rewriting.")},
    {Finding::time_is_own, tr_later("The times are those of the keeper's own computer. Nothing from outside confirms them.")},
    {Finding::not_reached, tr_later("Not checked, because it rests on something above.")},
};
// clang-format on
static_assert(std::size(kFindings) == vault::kFindings);

const char* text_of(Finding finding) {
  const FindingText& text = kFindings[static_cast<int>(finding)];
  DAYBOOK_ASSERT(text.finding == finding);
  return tr(text.sentence);
}

std::string filled(const char* text, const std::string& subject) {
  return fmt::format(fmt::runtime(text), foreign_line(subject));
}

}  // namespace

std::string place_text(const std::string& place) {
  if (place == "before") return tr("before the first file");
  if (place == "between") return tr("between the files");
  if (place == "after") return tr("after the end");
  if (place == "comment") return tr("in a comment");
  return fmt::format(fmt::runtime(tr("inside {}")), place);
}

std::string limit_text(const std::string& what) {
  if (what == "entries") return tr("more than a million files");
  if (what == "directory") return tr("its directory is too large");
  if (what == "size") return tr("it would unpack to far more than it is");
  if (what == "reader") return tr("it took more memory or time than any copy needs");
  return fmt::format(fmt::runtime(tr("{} is too large")), what);
}

namespace {

// What stands in the place of a copy, by the word that a check has for it (vault/bundle/format.md section 5,
// container_not_a_copy).
std::string kind_text(const std::string& kind) {
  for (const char* known : {tr_later("empty"), tr_later("age text"), tr_later("PDF"), tr_later("picture"),
                            tr_later("web page"), tr_later("ZIP"), tr_later("folder"), tr_later("file")}) {
    if (kind == known) return tr(known);
  }
  return kind;
}

}  // namespace

const char* step_title(vault::CheckStep step) {
  switch (step) {
    case vault::CheckStep::lock:
      return tr("Lock");
    case vault::CheckStep::container:
      return tr("Container");
    case vault::CheckStep::signature:
      return tr("Signature");
    case vault::CheckStep::key:
      return tr("Whose key");
    case vault::CheckStep::files:
      return tr("Files");
    case vault::CheckStep::seal:
      return tr("Seal");
    case vault::CheckStep::recipient:
      return tr("Recipient");
    case vault::CheckStep::log:
      return tr("Log");
    case vault::CheckStep::items:
      return tr("Items");
    case vault::CheckStep::earlier:
      return tr("Earlier copies");
    case vault::CheckStep::time:
      return tr("Time");
  }
  return "";
}

std::string sentence(const vault::VerdictLine& line) {
  std::string subject = line.subject;
  if (line.finding == Finding::bytes_added) subject = place_text(subject);
  if (line.finding == Finding::container_not_a_copy) subject = kind_text(subject);
  if (line.finding == Finding::over_limit) subject = limit_text(subject);
  std::string text = filled(text_of(line.finding), subject);
  if (line.more > 0) text += " " + fmt::format(fmt::runtime(tr("{} more of this kind are not listed.")), line.more);
  return text;
}

std::string sentence(const vault::ItemVerdict& item) { return text_of(item.finding); }

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

}  // namespace daybook::ui
