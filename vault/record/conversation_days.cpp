#include "vault/record/conversation_days.h"

#include <algorithm>

namespace daybook::vault {
namespace {

std::string day_of(const LocalTime& time) { return to_text(time).substr(0, std::string_view("2025-05-03").size()); }

// Goes through messages one after the other, forward or backward, a block at a time.
class Walk {
 public:
  Walk(Record& record, const Conversation& conversation) : m_record(record), m_conversation(conversation) {}

  // The last message that still belongs to the day of `number`, in steps of `step`, which is 1 or -1.
  Result<std::uint64_t> end_of_day(std::uint64_t number, int step) {
    std::optional<std::string> day;
    std::uint64_t last = number;
    for (std::uint64_t at = number; at >= 1 && at <= m_conversation.outline.messages;
         at += static_cast<std::uint64_t>(step)) {
      TRY_ASSIGN(const ReadMessage* const message, read(at, step));
      if (message->time) {
        const std::string here = day_of(*message->time);
        if (day && *day != here) break;
        day = here;
      }
      last = at;
    }
    return last;
  }

 private:
  Result<const ReadMessage*> read(std::uint64_t number, int step) {
    if (m_block.empty() || number < m_block.front().number || number > m_block.back().number) {
      const std::uint64_t back = std::min(number, kMessagesInBlock) - 1;
      TRY_ASSIGN(m_block, read_messages(m_record, m_conversation, step > 0 ? number : number - back, kMessagesInBlock));
      if (m_block.empty() || number < m_block.front().number || number > m_block.back().number)
        return Error{ErrorCode::damaged, "item " + item_text(m_conversation.number)};
    }
    return &m_block[static_cast<std::size_t>(number - m_block.front().number)];
  }

  Record& m_record;
  const Conversation& m_conversation;
  std::vector<ReadMessage> m_block;
};

}  // namespace

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

Result<MessageRun> with_whole_days(Record& record, const Conversation& conversation, MessageRun run) {
  Walk walk(record, conversation);
  TRY_ASSIGN(run.first, walk.end_of_day(run.first, -1));
  TRY_ASSIGN(run.last, walk.end_of_day(run.last, 1));
  return run;
}

}  // namespace daybook::vault
