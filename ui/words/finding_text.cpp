#include "ui/words/finding_text.h"

#include <fmt/format.h>

#include "ui/words/foreign_text.h"

namespace daybook::ui {

using vault::Finding;
using vault::Outcome;

namespace {

struct FindingText {
  Finding finding;
  const char* sentence;  // {} is the file, item, number or word
};

// clang-format off
constexpr FindingText kFindings[] = {
    {Finding::lock_none, "Not locked: anyone who holds it can read it."},
    {Finding::lock_opened, "Opened with the key that was given."},
    {Finding::lock_other_key, "Locked for another key or passphrase."},
    {Finding::lock_malformed, "The lock at the beginning cannot be read."},
    {Finding::lock_altered, "The list of keys at the beginning was altered."},
    {Finding::lock_cut_off, "The end is missing or damaged."},
    {Finding::container_as_written, "Packed as it was written."},
    {Finding::container_repacked, "Somebody packed it again. That alone changes nothing in what was sealed."},
    {Finding::container_is_folder, "A folder that somebody unpacked: it has no container to look at."},
    {Finding::container_not_a_copy, "This is no sealed copy ({})."},
    {Finding::container_cut_off, "The end is missing or damaged."},
    {Finding::container_malformed, "The directory of the ZIP cannot be read."},
    {Finding::container_overlap, "Files lie over each other in the ZIP. No honest program writes that."},
    {Finding::container_two_ends, "The ZIP has two ends. Two programs could see two contents in it."},
    {Finding::over_limit, "Over a limit: {}."},
    {Finding::entry_doubled, "{} is there twice, or under a second name that some computers take for the same."},
    {Finding::entry_odd, "{} is a link, is locked, or has two headers that do not agree."},
    {Finding::entry_damaged, "{} is damaged."},
    {Finding::signature_matches, "The signature matches the key in the copy."},
    {Finding::signature_missing, "{} is missing, so nothing says who sealed this."},
    {Finding::signature_malformed, "{} cannot be read, or is not as it was written."},
    {Finding::signature_other_key, "The signature is by another key than the one in the copy."},
    {Finding::signature_wrong, "The signature does not match. The list of files, or the signature, was changed."},
    {Finding::comment_malformed, "The signed comment is not that of a seal."},
    {Finding::comment_newer, "The seal is of a newer kind."},
    {Finding::key_confirmed, "The words, or the key, are those that you were given."},
    {Finding::key_not_confirmed, "Whose key it is was not confirmed."},
    {Finding::key_other, "Sealed with another key than the one that you were given."},
    {Finding::key_successor, "Sealed with a newer key of the same record. The key that you gave named it."},
    {Finding::files_all_there, "All {} files are there and none has changed."},
    {Finding::list_malformed, "The list {} is not in the form of such a list."},
    {Finding::list_missing, "The list {} is not under the seal."},
    {Finding::lists_differ, "The two lists of files do not agree about {}."},
    {Finding::path_unsafe, "A list names {}, which could be unpacked somewhere else."},
    {Finding::file_not_listed, "{} is not under the seal."},
    {Finding::file_missing, "{} is missing."},
    {Finding::file_changed, "{} has changed since it was sealed."},
    {Finding::file_malformed, "{} does not say what it has to say."},
    {Finding::file_newer, "{} is a part that this version does not know. It was not checked."},
    {Finding::file_added, "{} was added later."},
    {Finding::file_added_by_system, "{} was added later. A computer may leave such a file by itself."},
    {Finding::bytes_added, "Bytes were added later ({})."},
    {Finding::padding_changed, "The filling at the end was changed. Something was added to it."},
    {Finding::seal_matches, "The seal and its signature say the same."},
    {Finding::seal_malformed, "The seal is not in the form of a seal."},
    {Finding::seal_differs, "The seal and what signs it differ: {}."},
    {Finding::seal_newer, "The seal has a part that this version does not know: {}."},
    {Finding::recipient_not_locked, "Made without a lock, for anyone."},
    {Finding::recipient_is_you, "Made for the key that opened it."},
    {Finding::recipient_forwarded, "Not made for the key that opened it, or no longer locked: somebody passed it on."},
    {Finding::recipient_unknown, "Which key it was made for was not looked at."},
    {Finding::log_key_matches, "The log's key is named by the key that signed."},
    {Finding::keys_malformed, "The list of keys is not in the form of such a list."},
    {Finding::keys_newer, "The list of keys has a part that this version does not know: {}."},
    {Finding::log_key_differs, "The log's key is not the one that the signed list names."},
    {Finding::head_matches, "The head of the log ({} entries) is signed, and the seal names it."},
    {Finding::head_wrong, "The signature on the head of the log does not match."},
    {Finding::head_differs, "The head of the log is not the one that the seal names."},
    {Finding::previous_continues, "The log continues the one of {} entries in the copy before."},
    {Finding::previous_wrong, "Nothing good connects the log to the copy before ({})."},
    {Finding::log_key_changed, "The keeper's keys were changed after {} entries. Who had the old key could have done that too: ask for the new words."},
    {Finding::log_branched, "The record was put together again from a backup of {} entries."},
    {Finding::earlier_logs_wrong, "A change of keys or a restored backup does not hold (entry {})."},
    {Finding::items_match, "All {} match the log: file, entry and place in the log."},
    {Finding::item_list_malformed, "The list of items is not in the form of such a list."},
    {Finding::item_list_newer, "The list of items has a part that this version does not know: {}."},
    {Finding::payload_not_listed, "{} belongs to no item."},
    {Finding::item_matches, "Matches."},
    {Finding::item_file_missing, "The file is missing."},
    {Finding::item_file_changed, "The file was changed."},
    {Finding::item_entry_missing, "Its entry in the log, or what belongs to it, is missing."},
    {Finding::item_entry_wrong, "Its entry was changed, or is not from this log."},
    {Finding::item_entry_of_another, "Its entry is of another item or of another kind."},
    {Finding::item_opening_wrong, "What its entry stands for was changed."},
    {Finding::item_described_otherwise, "The list says something else of it than the log."},
    {Finding::item_answer_wrong, "The log does not say what the list has as an answer."},
    {Finding::item_history_wrong, "Its history names entries that are not about it."},
    {Finding::item_claim_not_borne_out, "The list says something of it that nothing in the copy bears out."},
    {Finding::item_newer, "It has a part that this version does not know. It was not checked."},
    {Finding::earlier_none, "No earlier copy was given to compare with."},
    {Finding::earlier_same, "The log is the one that you hold ({} entries)."},
    {Finding::earlier_continues, "The log continues the one that you hold ({} entries)."},
    {Finding::earlier_not_connected, "Nothing here connects it to the log that you hold ({} entries)."},
    {Finding::earlier_two_continuations, "This log and the one that you hold ({} entries) parted. A restored backup does that, and so does rewriting."},
    {Finding::time_is_own, "The times are those of the keeper's own computer. Nothing from outside confirms them."},
    {Finding::not_reached, "Not checked, because it rests on something above."},
};
// clang-format on
static_assert(std::size(kFindings) == vault::kFindings);

const char* text_of(Finding finding) {
  const FindingText& text = kFindings[static_cast<int>(finding)];
  DAYBOOK_ASSERT(text.finding == finding);
  return text.sentence;
}

std::string filled(std::string text, const std::string& subject) {
  if (const std::size_t place = text.find("{}"); place != std::string::npos)
    text.replace(place, 2, foreign_line(subject));
  return text;
}

}  // namespace

std::string place_text(const std::string& place) {
  if (place == "before") return "before the first file";
  if (place == "between") return "between the files";
  if (place == "after") return "after the end";
  if (place == "comment") return "in a comment";
  return "inside " + place;
}

std::string limit_text(const std::string& what) {
  if (what == "entries") return "more than a million files";
  if (what == "directory") return "its directory is too large";
  if (what == "size") return "it would unpack to far more than it is";
  if (what == "reader") return "it took more memory or time than any copy needs";
  return what + " is too large";
}

const char* step_title(vault::CheckStep step) {
  switch (step) {
    case vault::CheckStep::lock:
      return "Lock";
    case vault::CheckStep::container:
      return "Container";
    case vault::CheckStep::signature:
      return "Signature";
    case vault::CheckStep::key:
      return "Whose key";
    case vault::CheckStep::files:
      return "Files";
    case vault::CheckStep::seal:
      return "Seal";
    case vault::CheckStep::recipient:
      return "Recipient";
    case vault::CheckStep::log:
      return "Log";
    case vault::CheckStep::items:
      return "Items";
    case vault::CheckStep::earlier:
      return "Earlier copies";
    case vault::CheckStep::time:
      return "Time";
  }
  return "";
}

std::string sentence(const vault::VerdictLine& line) {
  std::string subject = line.subject;
  if (line.finding == Finding::bytes_added) subject = place_text(subject);
  if (line.finding == Finding::over_limit) subject = limit_text(subject);
  std::string text = filled(text_of(line.finding), subject);
  if (line.more > 0) text += fmt::format(" {} more of this kind are not listed.", line.more);
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
