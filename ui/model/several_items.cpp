#include "ui/model/several_items.h"

#include <fmt/format.h>

#include <algorithm>

#include "ui/words/translate.h"
#include "vault/record/conversation.h"

namespace daybook::ui {
namespace {

using Items = std::set<vault::ItemNumber>;

// The numbers of items, so that she can read what was removed; of many only the first.
std::string numbers_of(const Items& items) {
  constexpr std::size_t kMostNamed = 8;
  std::string numbers;
  std::size_t named = 0;
  for (const vault::ItemNumber item : items) {
    if (++named > kMostNamed) break;
    numbers += (numbers.empty() ? "" : ", ") + vault::item_text(item);
  }
  if (items.size() <= kMostNamed) return numbers;
  return numbers + ", " + fmt::format(fmt::runtime(tr("and {} more")), items.size() - kMostNamed);
}

}  // namespace

Result<Items> conversations_left_by(vault::Record& record, const Items& items) {
  Items left;
  TRY_ASSIGN(const auto conversations, vault::all_conversations(record));
  for (const vault::ItemNumber number : conversations) {
    const auto conversation = vault::open_conversation(record, number);
    if (!conversation || items.contains(number)) continue;  // what cannot be read is not lost by this
    for (const vault::ReadingSource& source : conversation->head.sources) {
      TRY_ASSIGN(const auto kept, record.items_with(source.sha256));
      const bool goes = std::any_of(kept.begin(), kept.end(), [&](auto item) { return items.contains(item); });
      if (goes) left.insert(number);
    }
  }
  return left;
}

Result<RemovedItems> remove_each(vault::RecordAccess& access, const Items& items, JobProgress& progress) {
  RemovedItems removed;
  for (const vault::ItemNumber item : items) {
    if (!progress.reach(removed.gone.size(), items.size())) break;
    const Result<bool> is_gone = access.ask([item](vault::Record& record) -> Result<bool> {
      TRY(record.remove(item));
      TRY_ASSIGN(const vault::Item left, record.item(item));
      return left.removed;
    });
    if (!is_gone) {
      removed.fault = is_gone.error();
      break;
    }
    if (*is_gone) removed.gone.insert(item);
  }
  return removed;
}

Result<void> tag_each(vault::RecordAccess& access, const Items& items, const std::string& tag) {
  for (const vault::ItemNumber number : items) {
    TRY(access.run([&](vault::Record& record) -> Result<void> {
      TRY_ASSIGN(const vault::Item item, record.item(number));
      if (item.removed) return {};
      const auto answers = item.current_answers();
      const auto found = answers.find(vault::question::kTags);
      std::string lines = found == answers.end() ? "" : found->second;
      const std::vector<std::string> tags = vault::lines_of(lines);
      if (std::find(tags.begin(), tags.end(), tag) != tags.end()) return {};
      lines += (lines.empty() ? "" : "\n") + tag;
      return record.answer(number, {{vault::question::kTags, lines}});
    }));
  }
  return {};
}

Banner removed_text(const RemovedItems& removed, std::size_t wanted) {
  const Items& gone = removed.gone;
  if (gone.size() == wanted) {
    if (wanted == 1)
      return {fmt::format(fmt::runtime(tr("Item {} is gone from this record.")), numbers_of(gone)),
              tr("Backups and copies that were made with it still have it.")};
    return {fmt::format(fmt::runtime(tr("{} items are gone from this record: {}")), wanted, numbers_of(gone)),
            tr("Backups and copies that were made with them still have them.")};
  }
  std::string some = fmt::format(fmt::runtime(tr("{} of {} items are gone from this record.")), gone.size(), wanted);
  if (!removed.fault) return {std::move(some), tr("You stopped it. The others are still here.")};
  return {std::move(some), explain(*removed.fault).what, /*is_fault=*/true};
}

}  // namespace daybook::ui
