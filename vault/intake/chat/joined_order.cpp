#include "vault/intake/chat/joined_order.h"

#include "vault/intake/chat/alignment.h"

namespace daybook::vault {

std::uint64_t JoinedOrder::join(const std::vector<std::uint32_t>& messages) {
  const std::vector<SamePlaces> shared = align(m_messages, messages);
  std::vector<Step> steps;
  std::vector<std::uint32_t> own;
  steps.reserve(m_steps.size() + messages.size());
  own.reserve(m_messages.size() + messages.size() - shared.size());
  std::size_t here = 0, there = 0;  // how many of the steps before, and of the messages, are placed
  const auto place_own = [&](std::size_t end) {
    for (; there < end; ++there) {
      steps.push_back({m_sources, false});
      own.push_back(messages[there]);
    }
  };
  std::size_t placed = 0;  // of m_messages
  const auto place_before = [&](std::size_t end) {
    // With a message go the repeats of it.
    for (; here < m_steps.size() && (placed < end || m_steps[here].is_same); ++here) {
      steps.push_back(m_steps[here]);
      if (!m_steps[here].is_same) own.push_back(m_messages[placed++]);
    }
  };
  for (const SamePlaces& pair : shared) {
    place_before(pair.first);
    place_own(pair.second);
    place_before(pair.first + std::size_t{1});
    steps.push_back({m_sources, true});
    ++there;
  }
  place_before(m_messages.size());
  place_own(messages.size());
  m_steps = std::move(steps);
  m_messages = std::move(own);
  ++m_sources;
  return shared.size();
}

}  // namespace daybook::vault
