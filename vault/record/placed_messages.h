#pragma once

#include "vault/log/message_part.h"
#include "vault/record/conversation.h"

namespace daybook::vault {

/// Where messages of any readings of a conversation stand in its newest one, which was opened: one answer for each, in
/// their order. They are placed by the bytes of the first and of the last of them in their export, also where the
/// newest reading joins another export, and then span what stands between the two. Nothing where the newest reading
/// does not have these two as they were.
Result<std::vector<std::optional<MessageRun>>> place_in_newest(Record& record, const Conversation& newest,
                                                               const std::vector<MessagesNoted>& noted);

/// `usage` where a conversation has no such messages.
Result<void> require_messages(const Conversation& conversation, const MessageRun& run);

}  // namespace daybook::vault
