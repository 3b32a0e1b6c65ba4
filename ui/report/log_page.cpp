#include "ui/report/log_page.h"

#include <fmt/format.h>

#include "crypto/encoding.h"
#include "ui/report/report_times.h"
#include "ui/report/report_words.h"
#include "vault/bundle/check/copy_format.h"

namespace daybook::ui {

using namespace daybook::vault;

namespace {

// A number among the members of a `clock` entry; 0 where it is not there.
std::int64_t seconds_of(const Entry& entry, const char* member) {
  const auto found = entry.json.find(member);
  return found != entry.json.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::string what_happened(const Entry& entry) {
  if (const std::int64_t jump = seconds_of(entry, "jump"); jump != 0)
    return jump > 0 ? fmt::format(say::kSetForward, span_text(jump)) : fmt::format(say::kSetBack, span_text(-jump));
  return fmt::format(say::kStoodBefore, span_text(seconds_of(entry, "earlier")));
}

// Between which items of the copy an entry stands in the log. Items that are not in the copy are not named.
std::string where(const Entry& entry, const CopySnapshot& snapshot) {
  const CopyItem *before = nullptr, *after = nullptr;
  for (const CopyItem& copy : snapshot.items) {
    const EntryNumber added = copy.item.versions.front().sequence;
    if (added < entry.sequence) before = &copy;
    if (added > entry.sequence && after == nullptr) after = &copy;
  }
  if (before != nullptr && after != nullptr)
    return fmt::format(say::kBetween, item_text(before->item.number), item_text(after->item.number));
  if (before != nullptr) return fmt::format(say::kAfterItem, item_text(before->item.number));
  if (after != nullptr) return fmt::format(say::kBeforeItem, item_text(after->item.number));
  return "";
}

std::size_t entries_shown(const CopySnapshot& snapshot) {
  constexpr std::string_view begin = "bag/log/entries/";
  std::size_t count = 0;
  for (auto file = snapshot.log_files.lower_bound(std::string(begin));
       file != snapshot.log_files.end() && file->first.starts_with(begin); ++file)
    ++count;
  return count;
}

}  // namespace

std::optional<ReportPage> clock_page(const CopySnapshot& snapshot) {
  if (snapshot.clock.empty()) return std::nullopt;
  ReportPage page;
  page.blocks = {heading(say::kClockOfComputer)};
  for (const Entry& entry : snapshot.clock) {
    const std::string noticed =
        fmt::format(say::kClockEntry, moment_text(entry.utc_seconds, entry.offset_minutes), entry_text(entry.sequence));
    page.blocks.push_back(paragraph({ours(noticed + what_happened(entry) + where(entry, snapshot) + ".")}));
  }
  page.blocks.push_back(paragraph({ours(say::kClockMeans)}));
  return page;
}

ReportPage log_page(const CopySnapshot& snapshot) {
  ReportPage page;
  page.blocks = {heading(say::kLog),
                 paragraph({ours(snapshot.is_preview()
                                     ? std::string(say::kOnlyWhenSaved)
                                     : fmt::format(say::kLogSize, snapshot.seal.log.size, entries_shown(snapshot)))})};
  return page;
}

}  // namespace daybook::ui
