#include "vault/record/reading_cover.h"

namespace daybook::vault {
namespace {

const Error kBad{ErrorCode::malformed, "reading"};

}  // namespace

Result<void> ReadingCover::add(const ReadingLine& line) {
  if (const auto* message = std::get_if<ReadMessage>(&line)) {
    TRY(cover(message->source, message->begin, message->end));
    if (message->number != ++m_messages) return kBad;
    m_spoke[message->source] = m_messages;
    return {};
  }
  const auto& range = std::get<ReadRange>(line);
  TRY(cover(range.source, range.begin, range.end));
  if (range.what != RangeKind::same) return {};
  if (range.number == 0 || range.number != m_messages || m_spoke[range.source] == m_messages) return kBad;
  m_spoke[range.source] = m_messages;
  return {};
}

Result<void> ReadingCover::cover(std::size_t source, std::uint64_t begin, std::uint64_t end) {
  if (source >= m_covered.size() || begin != m_covered[source] || end <= begin) return kBad;
  m_covered[source] = end;
  return {};
}

}  // namespace daybook::vault
