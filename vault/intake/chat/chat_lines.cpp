#include "vault/intake/chat/chat_lines.h"

#include <algorithm>
#include <utility>

namespace daybook::vault {
namespace {

// Of the buffer: as much as lies near the processor, and where a line or what is kept is longer, up to the most.
constexpr std::size_t kUsual = 256 << 10, kMost = 4 << 20;
static_assert(kMost > ChatLines::kMostKept + ChatLines::kMostOfLine + 2, "a whole line finds its place in it");

}  // namespace

ChatLines::ChatLines(ByteSource& source)
    : m_source(source),
      m_size(source.size()),
      m_buffer(static_cast<std::size_t>(std::min<std::uint64_t>(std::max<std::uint64_t>(m_size, 1), kUsual))) {}

void ChatLines::restart() {
  m_begin = m_end = 0;
  m_offset = 0;
  m_kept.reset();
}

std::string_view ChatLines::kept(std::uint64_t begin, std::uint64_t end) const {
  const auto size = static_cast<std::size_t>(end - begin);
  if (!m_long.empty()) return std::string_view(m_long).substr(static_cast<std::size_t>(begin - m_long_begin), size);
  return as_text(ByteView(m_buffer).subspan(place_of(begin), size));
}

// Moves what is kept and what is left to the beginning of the buffer, and reads more behind it, where there is room.
Result<void> ChatLines::fill() {
  const std::size_t from = m_kept ? place_of(*m_kept) : m_begin;
  DAYBOOK_ASSERT(from <= m_begin && m_begin - from <= kMostKept);
  std::memmove(m_buffer.data(), m_buffer.data() + from, m_end - from);
  m_end -= from;
  m_begin -= from;
  const std::uint64_t left = m_size - m_offset - (m_end - m_begin);
  // Where little room is left, much would be moved for it again and again.
  if (left > m_buffer.size() - m_end && m_end > m_buffer.size() / 2)
    m_buffer.resize(static_cast<std::size_t>(std::min<std::uint64_t>({m_end + left, 2 * m_buffer.size(), kMost})));
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left, m_buffer.size() - m_end));
  TRY(m_source.read_at(m_offset + (m_end - m_begin), MutableByteView(m_buffer).subspan(m_end, size)));
  m_end += size;
  return {};
}

Result<void> ChatLines::skip_to_end(ChatLine& line) {
  m_long_begin = m_kept ? *m_kept : line.begin;
  const std::size_t from = place_of(m_long_begin), most = m_begin - from + kMostOfLine;
  m_long = as_text(ByteView(m_buffer).subspan(from, std::min(m_end - from, most)));
  line.text = std::string_view(m_long).substr(m_begin - from);
  line.is_whole = false;
  m_kept.reset();
  for (;;) {
    const bool has_return = m_buffer[m_end - 1] == '\r';
    m_offset += m_end - m_begin;
    m_begin = m_end;
    if (m_offset == m_size) return {};
    TRY(fill());
    const std::size_t found = find_end(m_begin);
    if (found == m_end) continue;
    line.has_return = found > m_begin ? m_buffer[found - 1] == '\r' : has_return;
    m_offset += found + 1 - m_begin;
    m_begin = found + 1;
    return {};
  }
}

// A line that does not end in the buffer as it is, or that is not whole.
bool ChatLines::next_otherwise(ChatLine& line) {
  if (m_offset >= m_size || !m_error.ok()) return false;
  std::size_t found = find_end(m_begin);
  for (std::size_t seen = 0; found == m_end && m_offset + (m_end - m_begin) < m_size;) {
    const std::size_t before = std::exchange(seen, m_end - m_begin);
    if (seen > 0 && before == seen) break;  // the buffer is full
    m_error = fill();
    if (!m_error.ok()) return false;
    found = find_end(m_begin + seen);
  }
  if (found == m_end && m_offset + (m_end - m_begin) < m_size) {
    line = {};
    line.begin = m_offset;
    m_error = skip_to_end(line);
    line.end = m_offset;
    return m_error.ok();
  }
  set(line, found, std::min(found + 1, m_end));
  return true;
}

}  // namespace daybook::vault
