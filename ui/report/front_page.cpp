#include "ui/report/front_page.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "ui/report/described_item.h"
#include "ui/report/item_facts.h"
#include "ui/report/report_times.h"
#include "ui/report/report_words.h"
#include "vault/log/clock.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

// How many items of each kind there are. Notes are one of the kinds, so that they are counted apart from what they
// stand beside.
ReportLine contents(const CopySnapshot& snapshot) {
  std::map<std::string_view, std::size_t> kinds;
  std::size_t files = 0;
  bool has_earlier = false;
  for (const CopyItem& copy : snapshot.items) {
    ++kinds[kind_text(copy)];
    has_earlier |= copy.item.kind == ItemKind::note && copy.versions.size() > 1;
    files += copy.versions.size() + (copy.part ? 1 : 0);
  }
  std::vector<std::string> parts;
  for (const auto& [kind, count] : kinds) parts.push_back(fmt::format(say::kKindCount, kind, count));
  const std::size_t items = snapshot.items.size();
  const std::string all = items == 1 ? fmt::format(say::kOneItemCount, fmt::join(parts, ", "))
                                     : fmt::format(say::kItemsCount, items, fmt::join(parts, ", "));
  std::string in_files = files == 1 ? std::string(say::kOneFileCount) : fmt::format(say::kFilesCount, files);
  if (has_earlier) in_files += say::kEarlierAmongThem;
  return {ours(all), ours("; "), ours(in_files)};
}

ReportLine original_kept(const std::optional<bool>& kept) {
  if (!kept) return {ours(say::kOriginalNotSaid)};
  return {ours(*kept ? say::kOriginalYes : say::kOriginalNo)};
}

std::vector<ReportLine> languages(const CopySnapshot& snapshot) {
  std::map<std::string, std::vector<std::string>> items;
  for (const CopyItem& copy : snapshot.items) {
    if (const std::string language = copy.answer(question::kLanguage); !language.empty())
      items[language].push_back(item_text(copy.item.number));
  }
  std::vector<ReportLine> lines;
  for (const auto& [language, numbers] : items)
    lines.push_back({kept(language), ours(fmt::format(say::kLanguageItems, fmt::join(numbers, ", ")))});
  if (lines.empty()) lines.push_back({ours(say::kLanguagesNotSaid)});
  return lines;
}

std::string clock_statement(const CopySnapshot& snapshot) {
  const std::size_t times = snapshot.clock.size();
  if (times == 0) return say::kClockNeverSet;
  return fmt::format(say::kClockWasSet, times == 1 ? say::kOnce : fmt::format(say::kTimes, times));
}

std::vector<ReportLine> about_clock(const CopySnapshot& snapshot) {
  std::vector<ReportLine> lines{{ours(say::kClockStatement)}, {ours(clock_statement(snapshot))}};
  std::vector<std::string> odd;
  for (const CopyItem& copy : snapshot.items) {
    const bool is_odd = std::any_of(copy.versions.begin(), copy.versions.end(), has_time_that_cannot_be);
    if (is_odd) odd.push_back(item_text(copy.item.number));
  }
  if (!odd.empty()) lines.push_back({ours(fmt::format(say::kTimesThatCannotBe, fmt::join(odd, ", ")))});
  return lines;
}

ReportBlock facts_of_copy(const ReportFacts& report) {
  const CopySnapshot& snapshot = report.snapshot;
  const SealFacts& seal = snapshot.seal;
  const CopyStatement& stated = snapshot.stated;
  Facts facts;
  facts.add(say::kPreparedBy, stated.prepared_by.empty()
                                  ? ReportLine{ours(say::kNoName)}
                                  : ReportLine{kept(stated.prepared_by), ours(say::kPreparedByKeeper)});
  if (!seal.purpose.empty()) facts.add(say::kFor, {kept(seal.purpose)});
  if (!stated.reference.empty()) facts.add(say::kReference, {kept(stated.reference)});
  facts.add(say::kContents, contents(snapshot));
  facts.add(say::kOriginalKept, original_kept(stated.original_kept));
  facts.add(say::kLanguages, languages(snapshot));
  facts.add(say::kTranslation, {ours(say::kTranslationNone)});
  if (snapshot.is_preview()) {
    facts.add(say::kSealed, {ours(say::kOnlyWhenSaved)});
    facts.add(say::kCopy, {ours(say::kOnlyWhenSaved)});
  } else {
    const auto sealed = parse_utc(seal.created);
    facts.add(say::kSealed, {ours(fmt::format(say::kByKeepersClock, sealed ? utc_text(*sealed) : seal.created))});
    facts.add(say::kCopy, {code(seal.bundle), ours(fmt::format(say::kCopyNumber, seal.number))});
  }
  facts.add(say::kSoftware, {ours(std::string("Daybook ") + kToolVersion)});
  facts.add(say::kKeyWords, {strong(report.key_words)});
  facts.add(say::kClock, about_clock(snapshot));
  return facts.take();
}

}  // namespace

ReportPage front_page(const ReportFacts& report) {
  ReportPage page;
  page.blocks = {block(ReportBlock::Kind::title, {ours(say::kTitle)}), facts_of_copy(report), heading(say::kHowToRead)};
  for (const auto& [label, meaning] :
       {std::pair(say::kFileSays, say::kFileSaysMeans), std::pair(say::kPictureSays, say::kPictureSaysMeans),
        std::pair(say::kExportSays, say::kExportSaysMeans), std::pair(say::kKeeperSays, say::kKeeperSaysMeans),
        std::pair(say::kRecorded, say::kRecordedMeans), std::pair(say::kAttested, say::kAttestedMeans)})
    page.blocks.push_back(paragraph({strong(label), ours(meaning)}));
  for (const char* sentence : {say::kKeptApart, say::kWhatSealShows, say::kWhoseSeal, say::kWhatLogShows})
    page.blocks.push_back(paragraph({ours(sentence)}));
  return page;
}

namespace {

void add_left_out(ReportPage& page, const CopyStatement::LeftOut& left_out) {
  const auto counted = [](std::size_t count, const char* none, const char* one, const char* many) {
    return count == 0 ? std::string(none) : count == 1 ? std::string(one) : fmt::format(fmt::runtime(many), count);
  };
  page.blocks.push_back(
      paragraph({strong(say::kKeeperStates),
                 ours(counted(left_out.items, say::kNothingLeftOut, say::kOneItemLeftOut, say::kItemsLeftOut))}));
  std::vector<std::string> days;
  for (const Entry& entry : left_out.removed) days.push_back(report_day(entry.utc_seconds, entry.offset_minutes));
  std::string removed = say::kNothingRemoved;
  if (days.size() == 1) removed = fmt::format(say::kOneItemRemoved, days[0]);
  if (days.size() > 1) removed = fmt::format(say::kItemsRemoved, days.size(), fmt::join(days, ", "));
  page.blocks.push_back(paragraph({ours(removed)}));
  page.blocks.push_back(paragraph({ours(say::kStatedNotChecked)}));
}

void add_versions_left_out(ReportPage& page, const CopyItem& copy) {
  const std::string number = item_text(copy.item.number);
  const std::size_t all = copy.item.versions.size(), missing = all - copy.versions.size();
  if (missing == 1) page.blocks.push_back(paragraph({ours(fmt::format(say::kOneVersionNotHere, number, all))}));
  if (missing > 1) page.blocks.push_back(paragraph({ours(fmt::format(say::kVersionsNotHere, number, missing, all))}));
  const std::size_t answers = copy.answers_left_out;
  if (answers == 1) page.blocks.push_back(paragraph({ours(fmt::format(say::kOneAnswerNotHere, number))}));
  if (answers > 1) page.blocks.push_back(paragraph({ours(fmt::format(say::kAnswersNotHere, number, answers))}));
}

}  // namespace

ReportPage not_here_page(const CopySnapshot& snapshot) {
  ReportPage page;
  page.blocks = {heading(say::kNotHere)};
  if (snapshot.stated.left_out)
    add_left_out(page, *snapshot.stated.left_out);
  else
    page.blocks.push_back(paragraph({ours(say::kKeeperDoesNotSay)}));
  for (const CopyItem& copy : snapshot.items) add_versions_left_out(page, copy);
  page.blocks.push_back(paragraph({ours(say::kNumbersRun)}));
  page.blocks.push_back(paragraph({ours(say::kPadding)}));
  return page;
}

}  // namespace daybook::ui
