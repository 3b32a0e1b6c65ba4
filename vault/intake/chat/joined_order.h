#pragma once

#include <cstdint>
#include <vector>

namespace daybook::vault {

/// In which order the messages of several exports stand in one reading. Messages are told apart by numbers, as align()
/// has them. The order of each export is kept. Between two messages that are shared, first what only the exports before
/// have, then what only the later one has.
class JoinedOrder {
 public:
  /// A message of an export, the next of it.
  struct Step {
    std::uint8_t source = 0;
    bool is_same = false;  // it repeats the message of the step before that does not
  };

  /// Joins the messages of one more export, behind those before. Answers how many it shares with those.
  std::uint64_t join(const std::vector<std::uint32_t>& messages);
  const std::vector<Step>& steps() const { return m_steps; }

 private:
  std::vector<Step> m_steps;
  std::vector<std::uint32_t> m_messages;  // those of their own, in the order of their steps
  std::uint8_t m_sources = 0;
};

}  // namespace daybook::vault
