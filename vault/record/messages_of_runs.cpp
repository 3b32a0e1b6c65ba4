#include "vault/record/messages_of_runs.h"

#include <algorithm>

namespace daybook::vault {
namespace {

constexpr std::uint64_t kReadAtOnce = 1024;  // messages

}  // namespace

Result<void> each_message_of(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                             const std::function<Result<bool>(const ReadMessage&)>& use) {
  for (const MessageRun& run : runs) {
    for (std::uint64_t first = run.first; first <= run.last; first += kReadAtOnce) {
      TRY_ASSIGN(const auto messages,
                 read_messages(record, conversation, first, std::min(kReadAtOnce, run.last - first + 1)));
      if (messages.empty()) return {};  // no run that a person asks for ends behind the conversation
      for (const ReadMessage& message : messages) {
        TRY_ASSIGN(const bool goes_on, use(message));
        if (!goes_on) return {};
      }
    }
  }
  return {};
}

}  // namespace daybook::vault
