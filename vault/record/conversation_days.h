#pragma once

#include "vault/log/message_part.h"
#include "vault/record/conversation.h"

namespace daybook::vault {

/// The same messages as runs of a part: ascending, and each as long as it can be.
std::vector<MessageRun> joined(std::vector<MessageRun> runs);

/// The run with all messages before and behind it that are of the day of its first or its last one, in the order of
/// the export. A message without a usable time is of the day of the one beside it. The run must lie within the
/// conversation. Errors are those of read_messages().
Result<MessageRun> with_whole_days(Record& record, const Conversation& conversation, MessageRun run);

}  // namespace daybook::vault
