#include "ui/report/item_facts.h"

#include <fmt/format.h>

#include <map>

#include "crypto/encoding.h"
#include "ui/report/described_item.h"
#include "ui/report/report_times.h"
#include "ui/report/report_words.h"
#include "vault/log/clock.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

// A question in the words in which the keeper was asked. One that this release does not know shows its own name.
std::string asked(const std::string& question) {
  static const std::map<std::string_view, const char*> words{{question::kWho, say::kAskedWho},
                                                             {question::kWhen, say::kAskedWhen},
                                                             {question::kWhere, say::kAskedWhere},
                                                             {question::kHow, say::kAskedHow},
                                                             {question::kComplete, say::kAskedComplete},
                                                             {question::kTitle, say::kAskedTitle},
                                                             {question::kExhibit, say::kSuggestedExhibit},
                                                             {question::kPeople, say::kAskedPeople},
                                                             {question::kLanguage, say::kAskedLanguage},
                                                             {question::kTyped, say::kAskedTyped},
                                                             {question::kHelper, say::kAskedHelper},
                                                             {question::kMe, say::kAskedMe}};
  const auto found = words.find(question);
  return found == words.end() ? question : found->second;
}

// What a log entry did. An entry without such words shows its type.
std::string done(const CopyItem& copy, const Entry& entry) {
  for (const CopyAnswer& answer : copy.answers) {
    if (answer.said.sequence == entry.sequence && answer.said.version > 1) return say::kDoneChanged;
  }
  static const std::map<std::string_view, const char*> words{{entry_type::kAdd, say::kDoneAdd},
                                                             {entry_type::kNote, say::kDoneNote},
                                                             {entry_type::kAnswer, say::kDoneAnswer},
                                                             {entry_type::kViewed, say::kDoneViewed}};
  const auto found = words.find(entry.type);
  return found == words.end() ? entry.type : found->second;
}

std::string day_of(const Entry& entry) { return report_day(entry.utc_seconds, entry.offset_minutes); }

// The lines of one question: what counts now, and below it what was said before, with the day.
void add_question(std::vector<ReportLine>& lines, const std::vector<const CopyAnswer*>& said) {
  const CopyAnswer& newest = *said.back();
  ReportLine line{ours(asked(newest.said.question) + ": ")};
  if (newest.said.value.empty()) {
    line.push_back(ours(fmt::format(say::kTakenBack, day_of(newest.entry))));
  } else {
    for (ReportSpan& span : kept_list(newest.said.value)) line.push_back(std::move(span));
    if (newest.said.version > 1) line.push_back(ours(fmt::format(say::kSaidAndChanged, day_of(newest.entry))));
  }
  lines.push_back(std::move(line));
  for (std::size_t i = said.size() - 1; i-- > 0;) {
    ReportLine before{ours(fmt::format(say::kEarlierSaid, day_of(said[i]->entry)))};
    for (ReportSpan& span : kept_list(said[i]->said.value)) before.push_back(std::move(span));
    if (said[i]->said.value.empty()) before.back() = ours(fmt::format(say::kTakenBack, day_of(said[i]->entry)));
    lines.push_back(std::move(before));
  }
}

std::vector<ReportLine> keeper_says(const CopyItem& copy) {
  std::vector<std::string> order;
  std::map<std::string, std::vector<const CopyAnswer*>> said;
  for (const CopyAnswer& answer : copy.answers) {
    auto& versions = said[answer.said.question];
    if (versions.empty()) order.push_back(answer.said.question);
    versions.push_back(&answer);
  }
  std::vector<ReportLine> lines;
  for (const std::string& question : order) {
    // The exhibit reference stands over the item; here only where it was changed.
    if (question != question::kExhibit || said[question].size() > 1) add_question(lines, said[question]);
  }
  if (lines.empty()) lines.push_back({ours(say::kNothingFurther)});
  return lines;
}

// The history, where entries of one moment and one kind share a line: six answers given at once are one thing to read.
std::vector<ReportLine> history_of(const CopyItem& copy) {
  std::vector<ReportLine> lines;
  for (auto entry = copy.history.begin(); entry != copy.history.end();) {
    const auto first = entry;
    const std::string what = done(copy, *first);
    std::string numbers;
    for (; entry != copy.history.end() && entry->utc_seconds == first->utc_seconds && done(copy, *entry) == what;
         ++entry)
      numbers += (numbers.empty() ? "" : ", ") + entry_text(entry->sequence);
    lines.push_back({ours(fmt::format(say::kHistoryEntry, moment_text(first->utc_seconds, first->offset_minutes), what,
                                      entry - first == 1 ? say::kEntry : say::kEntriesOf, numbers))});
  }
  return lines;
}

// What a picture, film or sound says of itself; empty when that is nothing. The report says that the file says it,
// because nobody has confirmed it.
std::string said_by_file(const FileSays& facts) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (facts.width > 0) add(fmt::format(say::kPixels, facts.width, facts.height));
  if (facts.taken)
    add(fmt::format(fmt::runtime(facts.is_of_file ? say::kMade : say::kTaken),
                    taken_text(*facts.taken, facts.has_unread_zone)));
  if (facts.place)
    add(say::kHoldsPlace);
  else if (facts.holds_place)
    add(say::kHoldsUnreadPlace);
  return text;
}

void add_file_time(std::vector<ReportLine>& lines, const char* words, const std::optional<std::int64_t>& time,
                   const CopyVersion& version) {
  if (!time) return;
  if (!is_usable_time(*time)) return lines.push_back({ours(say::kFileTimeNotUsable)});
  lines.push_back({ours(fmt::format(fmt::runtime(words), utc_text(*time)))});
  // A file is there before it is added, so one of the two times is wrong. Which one, nobody can tell from here.
  if (*time > version.entry.utc_seconds) lines.push_back({ours(say::kLaterThanRecorded)});
}

std::size_t notes_left_out(const CopyItem& copy, const CopySnapshot& snapshot) {
  if (!snapshot.stated.left_out) return 0;
  const auto& beside = snapshot.stated.left_out->notes_beside;
  const auto found = beside.find(copy.item.number);
  return found == beside.end() ? 0 : found->second;
}

// The first message of each conversation in the copy that names a file, and how many more do.
void add_naming_messages(ItemNumber file, const CopySnapshot& snapshot, ReportLine& line) {
  for (const CopyItem& other : snapshot.items) {
    std::uint64_t first = 0, count = 0;
    for (const auto& [message, named] : other.attached) {
      if (named.item == file && ++count == 1) first = message;
    }
    if (count == 0) continue;
    line.push_back(ours(count == 1 ? fmt::format(say::kNamedByMessage, first)
                                   : fmt::format(say::kNamedByMessages, first, count - 1)));
    line.push_back(link_to(other.item.number, fmt::format(say::kItemNumber, item_text(other.item.number))));
    line.push_back(ours("."));
  }
}

// Which entry of which export a file came out of, and whether the reader has that export too.
ReportLine out_of_line(const OutOfExport& out_of, const CopySnapshot& snapshot) {
  ReportLine line{ours(say::kOutOfEntry), kept(out_of.entry)};
  for (const CopyItem& other : snapshot.items) {
    if (other.part || other.newest().version.content.facts.sha256 != out_of.sha256) continue;
    line.push_back(ours(say::kOutOfExportHere));
    line.push_back(link_to(other.item.number, fmt::format(say::kItemNumber, item_text(other.item.number))));
    return line;
  }
  line.push_back(ours(say::kOutOfExportNotHere));
  line.push_back(fingerprint(crypto::to_hex(out_of.sha256)));
  return line;
}

}  // namespace

ReportBlock facts_about(const CopyItem& copy, const CopySnapshot& snapshot) {
  Facts facts;
  if (const std::string exhibit = copy.answer(question::kExhibit); !exhibit.empty())
    facts.add(say::kSuggestedExhibit, {kept(exhibit)});
  if (copy.item.about) {
    const std::string number = item_text(*copy.item.about);
    const bool is_here = snapshot.find(*copy.item.about) != nullptr;
    facts.add(say::kNoteAbout, {is_here ? link_to(*copy.item.about, fmt::format(say::kItemNumber, number))
                                        : ours(fmt::format(say::kItemNotHere, number))});
  }
  if (const auto& out_of = copy.newest().version.out_of) {
    ReportLine line = out_of_line(*out_of, snapshot);
    add_naming_messages(copy.item.number, snapshot, line);
    facts.add(say::kOutOfChat, std::move(line));
  }
  std::vector<ReportLine> beside;
  ReportLine links;
  for (const ItemNumber note : copy.notes) {
    if (!links.empty()) links.push_back(ours(", "));
    links.push_back(link_to(note, fmt::format(say::kItemNumber, item_text(note))));
  }
  if (!links.empty()) beside.push_back(std::move(links));
  const std::size_t missing = notes_left_out(copy, snapshot);
  if (missing == 1) beside.push_back({ours(say::kOneNoteNotHere)});
  if (missing > 1) beside.push_back({ours(fmt::format(say::kNotesNotHere, missing))});
  if (!beside.empty()) facts.add(say::kSeeNoteBelow, std::move(beside));
  if (const std::string said = copy.says ? said_by_file(*copy.says) : ""; !said.empty())
    facts.add(words_of_saying(copy).label, {ours(said)});
  return facts.take();
}

bool has_time_that_cannot_be(const CopyVersion& version) {
  const auto is_later = [&](const std::optional<std::int64_t>& time) {
    return time && is_usable_time(*time) && *time > version.entry.utc_seconds;
  };
  return version.is_out_of_order || is_later(version.version.created) || is_later(version.version.modified);
}

ReportBlock facts_of_version(const CopyVersion& version, const MediaFacts& media) {
  const ItemVersion& v = version.version;
  Facts facts;
  ReportLine file{file_link(version), ours(fmt::format(say::kFileFacts, with_commas(v.content.facts.size), v.media))};
  if (!v.name.empty()) {
    file.push_back(ours(say::kKeptUnderName));
    file.push_back(kept(v.name));
  }
  facts.add(say::kFileKept, std::move(file));
  facts.add(say::kDigest, {fingerprint(crypto::to_hex(v.content.facts.sha256))});
  if (media.milliseconds) facts.add(say::kLength, {ours(length_text(*media.milliseconds))});
  if (media.pages) facts.add(say::kPages, {ours(std::to_string(*media.pages))});
  std::vector<ReportLine> file_says;
  add_file_time(file_says, say::kFileMade, v.created, version);
  add_file_time(file_says, say::kFileChanged, v.modified, version);
  if (!file_says.empty()) facts.add(say::kFileSays, std::move(file_says));
  std::vector<ReportLine> recorded{
      {ours(fmt::format(say::kRecordedAt, moment_text(version.entry.utc_seconds, version.entry.offset_minutes),
                        entry_text(v.sequence)))}};
  if (version.is_out_of_order) recorded.push_back({ours(say::kOutOfOrder)});
  facts.add(say::kRecorded, std::move(recorded));
  return facts.take();
}

ReportBlock facts_of_part(const CopyItem& copy) {
  const CopyVersion& lines = copy.newest();
  const CopyPart& part = *copy.part;
  Facts facts;
  facts.add(
      say::kFilesOfPart,
      std::vector<ReportLine>{{code(part.bytes_path.substr(4)), ours(": "), ours(say::kBytesOfPart)},
                              {ours("SHA-256 "), fingerprint(crypto::to_hex(part.bytes.sha256))},
                              {code(lines.path.substr(4)), ours(": "), ours(say::kLinesOfPart)},
                              {ours("SHA-256 "), fingerprint(crypto::to_hex(lines.version.content.facts.sha256))}});
  facts.add(say::kRecorded,
            {ours(fmt::format(say::kRecordedAt, moment_text(lines.entry.utc_seconds, lines.entry.offset_minutes),
                              entry_text(lines.version.sequence)))});
  return facts.take();
}

ReportBlock facts_said(const CopyItem& copy) {
  Facts facts;
  facts.add(say::kKeeperSays, keeper_says(copy));
  facts.add(say::kAttested, {ours(say::kNoAttestation)});
  facts.add(say::kHistory, history_of(copy));
  return facts.take();
}

}  // namespace daybook::ui
