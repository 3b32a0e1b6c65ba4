#include "ui/words/verdict_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/words/finding_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {

using vault::Answer;
using vault::CopyVerdict;
using vault::Finding;
using vault::ItemState;

namespace {

// Puts values into a sentence in the language of the window.
template <class... Values>
std::string said(const char* sentence, const Values&... values) {
  return fmt::format(fmt::runtime(tr(sentence)), values...);
}

struct Advice {
  std::string why, what_to_do;
};

constexpr const char* kAskAnother = tr_later("Do not open it with another program. Ask the keeper for another copy.");
constexpr const char* kAskAgain = tr_later("Ask for the file once more: it may have been damaged on its way.");

std::string kind_of_other(const std::string& subject) {
  if (subject == "empty") return tr("the file is empty");
  if (subject == "web page") return tr("this is a web page that was saved, not the copy");
  if (subject == "picture") return tr("this is a picture");
  if (subject == "PDF") return tr("this is a PDF");
  if (subject == "age text") return tr("it is locked, and was turned into text on its way");
  if (subject == "ZIP") return tr("this is a ZIP with something else in it");
  return tr("this is no sealed copy");
}

// Why a copy could not be checked, and the one thing to do.
Advice advice_for(const vault::VerdictLine& reason) {
  switch (reason.finding) {
    case Finding::lock_other_key:
      return {tr("it is locked, and nothing that you gave opens it"),
              tr("Give the key or the passphrase that it was made for, and check its spelling. The sender can tell you "
                 "which.")};
    case Finding::lock_cut_off:
    case Finding::container_cut_off:
      return {tr("its end is missing or damaged. It was cut off, a part of it (.002, .003) is not beside it, or it was "
                 "changed"),
              tr("Put all parts into one folder, or ask for the file once more.")};
    case Finding::container_not_a_copy:
      if (reason.subject == "folder")
        return {tr("this folder is not a copy that was unpacked"),
                tr("Look into it for the file whose name begins with copy, and choose that.")};
      return {kind_of_other(reason.subject),
              tr("Look for the file whose name begins with copy, or ask for it once more.")};
    case Finding::over_limit:
      if (reason.subject == "reader")
        return {
            tr("the part of this program that reads it stopped before its end"),
            tr("Try once more. If it happens again, do not open it with another program, and ask for another copy.")};
      return {said(tr_later("it is over a limit: {}"), foreign_line(limit_text(reason.subject))), tr(kAskAnother)};
    case Finding::key_other:
      return {tr("it was sealed with another key than the one whose words you gave"),
              tr("Ask the keeper for the eight words once more, and where this copy comes from.")};
    case Finding::key_successor:
      return {tr("it was sealed with a newer key of the same record than the one whose words you gave"),
              tr("Ask the keeper for the eight words of the new key.")};
    case Finding::lock_malformed:
    case Finding::lock_altered:
      return {tr("the lock at its beginning is damaged"), tr(kAskAgain)};
    case Finding::container_overlap:
      return {tr("files lie over each other in it, which no honest program writes"), tr(kAskAnother)};
    case Finding::container_two_ends:
      return {tr("two programs could see two contents in it"), tr(kAskAnother)};
    default:
      return {tr("the ZIP in it cannot be read"), tr(kAskAgain)};
  }
}

std::string joined(const std::vector<std::string>& names, std::size_t all) {
  constexpr std::size_t kShown = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
    text += (i == 0 ? "" : ", ") + foreign_line(names[i]);
  if (all > std::min(names.size(), kShown))
    text += said(tr_later(", and {} more"), all - std::min(names.size(), kShown));
  return text;
}

std::string added_text(const CopyVerdict& verdict) {
  std::vector<std::string> names, places;
  std::size_t files = 0;
  for (const vault::VerdictLine& line : verdict.lines) {
    const bool is_file = line.finding == Finding::file_added || line.finding == Finding::file_added_by_system;
    if (is_file) names.push_back(line.subject);
    if (is_file) files += 1 + static_cast<std::size_t>(line.more);
    if (line.finding == Finding::bytes_added) places.push_back(place_text(line.subject));
    if (line.finding == Finding::padding_changed) places.push_back(tr("in the filling at the end"));
  }
  std::string text = tr("All that was sealed is here and has not changed.");
  if (files == 1) text += said(tr_later(" 1 file was added later. It is no part of it: {}."), joined(names, files));
  if (files > 1)
    text += said(tr_later(" {} files were added later. They are no part of it: {}."), files, joined(names, files));
  if (!places.empty())
    text += said(tr_later(" Bytes were added later, which are no part of it: {}."), joined(places, places.size()));
  return text;
}

// The numbers of the items of which some version came out in one way. An item has several versions, and is one item.
std::vector<std::string> in_state(const CopyVerdict& verdict, ItemState state) {
  std::vector<std::string> numbers;
  for (const vault::ItemVerdict& item : verdict.items) {
    if (vault::state_of(item.finding) != state) continue;
    if (numbers.empty() || numbers.back() != item.item) numbers.push_back(item.item);
  }
  return numbers;
}

// How many items there are, and how many of them match in every version.
std::pair<std::size_t, std::size_t> counted_items(const CopyVerdict& verdict) {
  std::size_t all = 0, matching = 0;
  for (auto item = verdict.items.begin(); item != verdict.items.end();) {
    bool matches = true;
    const std::string& number = item->item;
    for (; item != verdict.items.end() && item->item == number; ++item)
      matches &= vault::state_of(item->finding) == ItemState::matches;
    ++all;
    matching += matches;
  }
  return {all, matching};
}

std::string items_text(const CopyVerdict& verdict) {
  if (verdict.items.empty()) return tr("Its items were not checked.");
  const auto [all, matching] = counted_items(verdict);
  std::string text = said(tr_later("{} of {} items match."), matching, all);
  if (matching == all) text += tr(" Something else in it was changed.");
  const std::pair<ItemState, const char*> rest[] = {{ItemState::changed, tr("Changed")},
                                                    {ItemState::missing, tr("Missing")},
                                                    {ItemState::not_checked, tr("Not checked")}};
  for (const auto& [state, title] : rest) {
    const auto numbers = in_state(verdict, state);
    if (!numbers.empty()) text += fmt::format(" {}: {}.", title, joined(numbers, numbers.size()));
  }
  return text;
}

std::string newer_text(const CopyVerdict& verdict) {
  std::vector<std::string> names;
  std::size_t all = 0;
  for (const vault::VerdictLine& line : verdict.lines) {
    if (vault::effect_of(line.finding) != vault::Effect::newer) continue;
    // The subject `v` means that a whole file is of another version. Any other subject names something in a file.
    names.push_back(line.subject.empty() || line.subject == "v" ? tr("the seal") : line.subject);
    all += 1 + static_cast<std::size_t>(line.more);
  }
  for (const vault::ItemVerdict& item : verdict.items) {
    if (item.finding != Finding::item_newer) continue;
    names.push_back(said(tr_later("item {}"), item.item));
    ++all;
  }
  return said(tr_later("Parts of this copy need a newer version of this program ({}). They were not checked."),
              joined(names, all));
}

std::string key_sentence(const CopyVerdict& verdict) {
  return verdict.is_confirmed()
             ? tr("The eight words are those that you were given.")
             : tr("Whose seal it is has not been confirmed: anybody could have made it. Ask the keeper "
                  "for the eight words.");
}

}  // namespace

std::string answer_sentence(const CopyVerdict& verdict) {
  switch (verdict.answer) {
    case Answer::matches:
      return tr("This copy matches its seal.");
    case Answer::added:
      return added_text(verdict);
    case Answer::does_not_match:
      return tr("This copy does not match its seal. ") + items_text(verdict);
    case Answer::could_not_be_checked: {
      std::string why = advice_for(*verdict.reason()).why;
      while (why.ends_with('.')) why.pop_back();
      return said(tr_later("This copy could not be checked: {}."), why);
    }
    case Answer::newer:
      return newer_text(verdict);
  }
  return "";
}

std::string next_sentence(const CopyVerdict& verdict) {
  switch (verdict.answer) {
    case Answer::newer:
      return tr("Get the newer version, and check it once more. ") + key_sentence(verdict);
    case Answer::matches:
    case Answer::added:
      return key_sentence(verdict);
    case Answer::does_not_match:
      return tr("Keep this file as it is, and ask the keeper for another copy. What was changed is named below.");
    case Answer::could_not_be_checked:
      return advice_for(*verdict.reason()).what_to_do;
  }
  return "";
}

std::string connection_sentence(const CopyVerdict& verdict) {
  switch (verdict.connection) {
    case vault::Connection::not_asked:
    case vault::Connection::holds:
      return "";
    case vault::Connection::not_connected:
      return tr("It cannot be told whether this continues the log that you hold. Ask the keeper.");
    case vault::Connection::two_continuations:
      return tr(
          "These are two continuations of one record. A restored backup does that, and so does rewriting. Ask the "
          "keeper.");
  }
  return "";
}

std::string limits_sentence() {
  return tr(
      "This shows whether the files are those that were sealed. It does not show who wrote them, when, or if they are "
      "true.");
}

std::string sentence(vault::OpenNotice notice) {
  switch (notice) {
    case vault::OpenNotice::header_copy_repaired:
      return tr("One of the two key files was missing or damaged. It was made good from the other.");
    case vault::OpenNotice::records_older_than_key:
      return tr(
          "The stored records are older than the key file: an older copy of them was put back. Newer items may be "
          "missing.");
    case vault::OpenNotice::older_header_replaced:
      return tr(
          "An older key file had been put back. The sheet opened it, and the older passphrase opens nothing any more. "
          "Choose a new passphrase now.");
    case vault::OpenNotice::passphrase_change_completed:
      return tr("An interrupted change of the passphrase was completed.");
    case vault::OpenNotice::key_change_unfinished:
      return tr("New keys are in force. Some stored files still have to be locked with them; that goes on now.");
    case vault::OpenNotice::read_only:
      return tr("This folder cannot be written to. Everything can be read; nothing will be saved.");
  }
  return "";
}

}  // namespace daybook::ui
