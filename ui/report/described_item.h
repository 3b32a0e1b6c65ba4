#pragma once

#include "ui/report/report_page.h"
#include "vault/bundle/snapshot.h"

namespace daybook::ui {

// What the report calls an item, and when it says that something happened. The words are the same in the index, in the
// chronology and over the item, and the same for every item, whomever it helps.

/// Answers that are offered to the keeper when she is asked who sent or made something; answers are kept in English.
constexpr const char* kKeeperDid = "I did";
constexpr const char* kNotSure = "I'm not sure";
/// Whether an answer to `who` or `people` names somebody else than the keeper.
bool is_name(std::string_view answer);

/// What an item is: `Words`, `Picture`, `Note by the record keeper`.
const char* kind_text(const vault::CopyItem& copy);
/// The title that the keeper gave, else the name under which the newest version was kept, and who says so, to stand
/// behind the kind; empty where there is none.
ReportLine name_of(const vault::CopyItem& copy);
/// Kind, who it is from, title or name, first words: enough to tell items apart in a list.
ReportLine described(const vault::CopyItem& copy, const vault::CopySnapshot& snapshot);
/// The path of a version inside the bag, without `bag/`.
std::string in_bag(const vault::CopyVersion& version);
/// The path of a version as a link that leads to it from the report's folder.
ReportSpan file_link(const vault::CopyVersion& version);
/// The day on which an item was recorded, and the day of its newest version where that is another. A day that the clock
/// makes doubtful refers to the page about the clock.
std::string recorded_days(const vault::CopyItem& copy);

/// When something happened. What the keeper says goes before what a file says of itself, or the export of a chat of its
/// messages. What a file system says is not taken for it: a file that is copied gets a new time.
struct Happened {
  struct OnDays {
    vault::DayRange days;
    ReportLine said;  // the words, and whose they are
    /// Where a time is said: after midnight UTC of the first of these days. One without a zone is taken for that of the
    /// computer on which the item was recorded. It orders what happened on one day, and is never shown.
    std::optional<int> seconds;
  };
  std::vector<OnDays> days;  // messages may be of several; none where the words name no days that can be told
  ReportLine said;           // all of it
};
Happened happened(const vault::CopyItem& copy);

/// What the report calls it that a file says something of itself: over its facts, and behind a time.
struct SayingWords {
  const char *label, *behind;
};
SayingWords words_of_saying(const vault::CopyItem& copy);

/// Names in an answer of several lines, each a span of its own, so that two people do not run together.
ReportLine kept_list(std::string_view text);

}  // namespace daybook::ui
