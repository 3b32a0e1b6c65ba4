#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// Runs of messages that all bear the same time. What was taken over from elsewhere into a chat bears the time of that
/// moment, whenever it was written (telegramdesktop/tdesktop#10312): so a time in such a run may say nothing. A run
/// counts from kFewestInSecond messages on where stamps have seconds, and from kFewestInMinute on where they have none,
/// written by more than one person: one alone sends thirty pictures at once, but two do not write to each other faster
/// than a message in a second for a whole minute. Memory is bounded: runs behind the 65,536th are not told.
class WhatsappTimeRuns {
 public:
  static constexpr std::uint64_t kFewestInSecond = 10, kFewestInMinute = 60;

  /// Learns from a message: where it begins in the export, when and by whom it was written.
  void count(std::uint64_t begin, const LocalTime& time, std::string_view sender);
  /// Ends the learning.
  void settle();
  /// Whether the message that begins here is in a run. Each call asks for a place behind the one before.
  bool has(std::uint64_t begin);

 private:
  struct Run {
    std::uint64_t first = 0, last = 0;  // where these messages begin
  };
  std::vector<Run> m_runs;
  std::size_t m_at = 0;  // of those, the one that has() asks next
  Run m_run;             // that is not ended
  LocalTime m_time;
  std::uint64_t m_messages = 0;
  std::string m_sender;  // of the first
  bool m_has_others = false;
};

}  // namespace daybook::vault
