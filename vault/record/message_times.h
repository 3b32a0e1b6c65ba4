#pragma once

#include "vault/log/message_part.h"
#include "vault/record/conversation.h"

namespace daybook::vault {

/// When messages were sent, by the clock of the telephone that made the export, in seconds as LocalTime has them.
struct MessageTimes {
  /// Of days that follow each other, with a message on each.
  struct Stretch {
    std::int64_t earliest = 0, latest = 0;
    bool operator==(const Stretch&) const = default;
  };
  std::vector<Stretch> stretches;  // by time; empty where no message has a usable time
  /// Whether the one stretch there is reaches from the earliest message to the latest, and days between may have none.
  bool is_from_first_to_last = false;
  std::uint64_t unclear = 0;  // messages of which day and month could change places
  /// Whether the keeper said which of day and month comes first, for messages in which either could be.
  bool is_order_asked = false;
  std::uint64_t without_time = 0;  // messages without a usable time, which are on none of these days
};

/// Of all messages of a conversation.
MessageTimes times_of_all(const Conversation& conversation);
/// Of the messages of `runs`, which must lie within the conversation. Errors are those of read_messages().
Result<MessageTimes> times_of(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs);
/// Times on days that lie further apart are one stretch from the first to the last.
constexpr std::size_t kMostStretches = 12;

}  // namespace daybook::vault
