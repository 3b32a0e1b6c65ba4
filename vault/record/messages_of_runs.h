#pragma once

#include <functional>

#include "vault/log/message_part.h"
#include "vault/record/conversation.h"

namespace daybook::vault {

/// Gives the messages of `runs` to `use`, in the order of the runs, until it says that this was enough (false). The
/// runs must lie within the conversation. Errors are those of read_messages() and of `use`.
Result<void> each_message_of(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                             const std::function<Result<bool>(const ReadMessage&)>& use);

}  // namespace daybook::vault
