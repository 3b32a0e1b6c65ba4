#include "vault/intake/chat/whatsapp_time_runs.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kMostRuns = 65'536;

}  // namespace

void WhatsappTimeRuns::count(std::uint64_t begin, const LocalTime& time, std::string_view sender) {
  if (m_messages > 0 && time.seconds == m_time.seconds) {
    m_run.last = begin;
    ++m_messages;
    // What the program says is by nobody, and comes in between.
    if (m_sender.empty()) m_sender = sender;
    m_has_others |= !sender.empty() && sender != m_sender;
    return;
  }
  settle();
  m_run = {begin, begin};
  m_time = time;
  m_messages = 1;
  m_sender = sender;
}

void WhatsappTimeRuns::settle() {
  const std::uint64_t fewest = m_time.has_seconds ? kFewestInSecond : kFewestInMinute;
  if (m_messages >= fewest && m_has_others && m_runs.size() < kMostRuns) m_runs.push_back(m_run);
  m_messages = 0;
  m_has_others = false;
}

bool WhatsappTimeRuns::has(std::uint64_t begin) {
  while (m_at < m_runs.size() && m_runs[m_at].last < begin) ++m_at;
  return m_at < m_runs.size() && m_runs[m_at].first <= begin;
}

}  // namespace daybook::vault
