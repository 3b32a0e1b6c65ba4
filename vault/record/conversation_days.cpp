#include "vault/record/conversation_days.h"

#include <algorithm>
#include <set>

#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

// The numbers of the first messages of the blocks that may have one of a day between two.
Result<std::vector<std::uint64_t>> blocks_between(Record& record, ItemNumber conversation, std::int32_t first,
                                                  std::int32_t last) {
  TRY_ASSIGN(Statement rows,
             record.vault().database().prepare(
                 "SELECT first FROM message_blocks WHERE item = ? AND (earliest IS NULL OR (latest >= ? "
                 "AND earliest < ?)) ORDER BY first"));
  rows.bind(conversation).bind(first * kSecondsOfDay).bind((last + std::int64_t{1}) * kSecondsOfDay);
  std::vector<std::uint64_t> blocks;
  for (;;) {
    TRY_ASSIGN(const bool row, rows.step());
    if (!row) return blocks;
    blocks.push_back(static_cast<std::uint64_t>(rows.integer(0)));
  }
}

// The day of each message of a block. A message without a time has that of the one before it, also where that stands in
// the block before.
template <class Use>
Result<void> each_day_in(Record& record, const Conversation& conversation, std::uint64_t block, const Use& use) {
  const std::uint64_t begin = std::max<std::uint64_t>(block, 2) - 1;
  TRY_ASSIGN(const auto messages, read_messages(record, conversation, begin, block - begin + kMessagesInBlock));
  std::optional<std::int32_t> day;
  for (const ReadMessage& message : messages) {
    if (message.time) day = day_of_seconds(message.time->seconds);
    if (message.number >= block && day) use(message.number, *day);
  }
  return {};
}

bool is_in(const std::vector<DayRange>& days, std::int32_t day) {
  return std::any_of(days.begin(), days.end(), [&](const DayRange& range) { return range.meets({day, day}); });
}

}  // namespace

std::vector<MessageRun> in_both(const std::vector<MessageRun>& some, const std::vector<MessageRun>& others) {
  std::vector<MessageRun> both;
  for (const MessageRun& a : some) {
    for (const MessageRun& b : others) {
      const MessageRun common{std::max(a.first, b.first), std::min(a.last, b.last)};
      if (common.first <= common.last) both.push_back(common);
    }
  }
  return both;
}

std::vector<MessageRun> joined(std::vector<MessageRun> runs) {
  std::sort(runs.begin(), runs.end(), [](const MessageRun& a, const MessageRun& b) { return a.first < b.first; });
  std::vector<MessageRun> apart;
  for (const MessageRun& run : runs) {
    if (!apart.empty() && run.first <= apart.back().last + 1)
      apart.back().last = std::max(apart.back().last, run.last);
    else
      apart.push_back(run);
  }
  return apart;
}

Result<std::vector<MessageRun>> messages_of_days(Record& record, const Conversation& conversation,
                                                 const std::vector<DayRange>& days) {
  std::vector<MessageRun> runs;
  if (days.empty()) return runs;
  std::int32_t first = days.front().first, last = days.front().last;
  for (const DayRange& range : days) {
    first = std::min(first, range.first);
    last = std::max(last, range.last);
  }
  TRY_ASSIGN(const auto blocks, blocks_between(record, conversation.number, first, last));
  for (const std::uint64_t block : blocks) {
    TRY(each_day_in(record, conversation, block, [&](std::uint64_t number, std::int32_t day) {
      if (is_in(days, day)) runs.push_back({number, number});
    }));
  }
  return joined(std::move(runs));
}

Result<std::vector<MessageRun>> with_whole_days(Record& record, const Conversation& conversation,
                                                const std::vector<MessageRun>& runs) {
  std::set<std::int32_t> days;
  for (const MessageRun& run : runs) {
    for (std::uint64_t block = run.first - (run.first - 1) % kMessagesInBlock; block <= run.last;
         block += kMessagesInBlock) {
      TRY(each_day_in(record, conversation, block, [&](std::uint64_t number, std::int32_t day) {
        if (run.first <= number && number <= run.last) days.insert(day);
      }));
    }
  }
  std::vector<DayRange> ranges;
  for (const std::int32_t day : days) {
    if (!ranges.empty() && ranges.back().last + 1 == day)
      ranges.back().last = day;
    else
      ranges.push_back({day, day});
  }
  TRY_ASSIGN(std::vector<MessageRun> all, messages_of_days(record, conversation, ranges));
  all.insert(all.end(), runs.begin(), runs.end());
  return joined(std::move(all));
}

}  // namespace daybook::vault
