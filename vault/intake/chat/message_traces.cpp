#include "vault/intake/chat/message_traces.h"

#include <algorithm>

#include "crypto/hash.h"
#include "vault/intake/chat/source_bytes.h"
#include "vault/record/outline.h"

namespace daybook::vault {
namespace {

class Tracer final : public ChatReader {
 public:
  Tracer(ByteSource& source, std::uint64_t most, const Progress& progress)
      : m_bytes({&source}), m_most(most), m_progress(progress) {}

  Result<void> begin(const ChatSettings&) override { return {}; }
  Result<void> range(const ChatRange&) override { return {}; }
  Result<void> message(const ChatMessage& message) override {
    constexpr std::size_t kBetweenQuestions = 8192;
    if (m_traces.messages.size() >= m_most) return Error{ErrorCode::too_large, "too many messages to be joined"};
    if (m_traces.messages.size() % kBetweenQuestions == 0 && !goes_on(m_progress, 0))
      return Error{ErrorCode::cancelled, ""};
    TRY_ASSIGN(const ByteView raw, m_bytes.read(0, message.begin, message.end));
    const crypto::Sha256Digest digest = crypto::Sha256::of(raw);
    MessageTrace& trace = m_traces.messages.emplace_back();
    std::copy_n(digest.begin(), trace.digest.size(), trace.digest.begin());
    trace.sender = sender(message.from);
    trace.is_dated_words = message.kind == MessageKind::text && !message.from.empty() && message.time.has_value();
    if (trace.is_dated_words) count(trace, message.time->seconds);
    return {};
  }

  MessageTraces traces() { return std::move(m_traces); }

 private:
  std::uint32_t sender(std::string_view from) {
    if (from.empty()) return 0;
    const std::string name(from);
    if (const auto known = m_traces.senders.find(name); known != m_traces.senders.end()) return known->second;
    if (m_traces.senders.size() == kMostSenders) return 0;
    const auto next = static_cast<std::uint32_t>(m_traces.senders.size() + 1);
    return m_traces.senders.emplace(name, next).first->second;
  }

  void count(MessageTrace& trace, std::int64_t seconds) {
    trace.time = seconds;
    m_traces.earliest = m_traces.words == 0 ? seconds : std::min(m_traces.earliest, seconds);
    m_traces.latest = m_traces.words == 0 ? seconds : std::max(m_traces.latest, seconds);
    ++m_traces.words;
  }

  SourceBytes m_bytes;
  std::uint64_t m_most;
  const Progress& m_progress;
  MessageTraces m_traces;
};

}  // namespace

Result<MessageTraces> traces_of(ChatParser& parser, ByteSource& source, std::uint64_t most, const Progress& progress) {
  Tracer tracer(source, most, progress);
  TRY(read_all(parser, tracer));
  return tracer.traces();
}

std::vector<std::vector<std::uint32_t>> numbers_of(const std::vector<MessageTraces>& exports) {
  struct Place {
    std::uint32_t source, message;
  };
  std::vector<Place> places;
  std::vector<std::vector<std::uint32_t>> numbers;
  for (std::uint32_t source = 0; source < exports.size(); ++source) {
    const auto count = static_cast<std::uint32_t>(exports[source].messages.size());
    for (std::uint32_t message = 0; message < count; ++message) places.push_back({source, message});
    numbers.emplace_back(count);
  }
  const auto digest = [&](const Place& place) -> const auto& {
    return exports[place.source].messages[place.message].digest;
  };
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) { return digest(a) < digest(b); });
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && digest(places[i]) != digest(places[i - 1])) ++next;
    numbers[places[i].source][places[i].message] = next;
  }
  return numbers;
}

}  // namespace daybook::vault
