#pragma once

#include "vault/log/message_part.h"
#include "vault/record/conversation.h"
#include "vault/record/said_days.h"

namespace daybook::vault {

/// The same messages as runs of a part: ascending, and each as long as it can be.
std::vector<MessageRun> joined(std::vector<MessageRun> runs);
/// The messages that stand in runs of both kinds. Both must be ascending, with no message twice; so is what comes.
std::vector<MessageRun> in_both(const std::vector<MessageRun>& some, const std::vector<MessageRun>& others);

/// All messages of the days in `days`, wherever they stand in the export: one that was delivered late stands behind
/// those of a later day. A message without a usable time is of the day of the one before it. Errors are those of
/// read_messages().
Result<std::vector<MessageRun>> messages_of_days(Record& record, const Conversation& conversation,
                                                 const std::vector<DayRange>& days);

/// The messages of `runs`, and all others of the days on which they were sent. The runs must lie within the
/// conversation.
Result<std::vector<MessageRun>> with_whole_days(Record& record, const Conversation& conversation,
                                                const std::vector<MessageRun>& runs);

}  // namespace daybook::vault
