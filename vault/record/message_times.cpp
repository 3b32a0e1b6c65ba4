#include "vault/record/message_times.h"

#include <algorithm>

#include "vault/record/calendar.h"
#include "vault/record/messages_of_runs.h"

namespace daybook::vault {
namespace {

bool follows(std::int64_t time, std::int64_t before) { return day_of_seconds(time) - day_of_seconds(before) <= 1; }

// The stretches of times, which are in order.
std::vector<MessageTimes::Stretch> stretches_of(const std::vector<std::int64_t>& times) {
  std::vector<MessageTimes::Stretch> stretches;
  for (const std::int64_t time : times) {
    if (!stretches.empty() && follows(time, stretches.back().latest))
      stretches.back().latest = time;
    else
      stretches.push_back({time, time});
  }
  return stretches;
}

}  // namespace

MessageTimes times_of_all(const Conversation& conversation) {
  const Outline& outline = conversation.outline;
  MessageTimes all;
  all.is_order_asked = conversation.head.order_by == OrderBy::asked;
  all.unclear = outline.with(MessageMark::unclear_time);
  all.without_time = outline.with(MessageMark::no_time);
  if (!outline.earliest || !outline.latest) return all;
  all.stretches.push_back({*outline.earliest, *outline.latest});
  all.is_from_first_to_last = !follows(*outline.latest, *outline.earliest);
  return all;
}

Result<MessageTimes> times_of(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs) {
  MessageTimes all;
  std::vector<std::int64_t> times;
  TRY(each_message_of(record, conversation, runs, [&](const ReadMessage& message) -> Result<bool> {
    all.without_time += !message.time ? 1 : 0;
    all.unclear += message.how == TimeRead::ambiguous ? 1 : 0;
    all.is_order_asked |= message.how == TimeRead::order && conversation.head.order_by == OrderBy::asked;
    if (message.time) times.push_back(message.time->seconds);
    return true;
  }));
  std::sort(times.begin(), times.end());
  all.stretches = stretches_of(times);
  if (all.stretches.size() <= kMostStretches) return all;
  all.stretches = {{times.front(), times.back()}};
  all.is_from_first_to_last = true;
  return all;
}

}  // namespace daybook::vault
