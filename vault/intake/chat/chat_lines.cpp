#include "vault/intake/chat/chat_lines.h"

#include <algorithm>

namespace daybook::vault {
namespace {

constexpr std::size_t kBuffer = 4 << 20;

}  // namespace

ChatLines::ChatLines(ByteSource& source)
    : m_source(source),
      m_buffer(static_cast<std::size_t>(std::min<std::uint64_t>(std::max<std::uint64_t>(source.size(), 1), kBuffer))) {}

// Moves what is left to the beginning of the buffer, and reads more behind it.
Result<void> ChatLines::fill() {
  std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
            m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
  m_end -= m_begin;
  m_begin = 0;
  const std::uint64_t left = m_source.size() - m_offset - m_end;
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left, m_buffer.size() - m_end));
  TRY(m_source.read_at(m_offset + m_end, MutableByteView(m_buffer).subspan(m_end, size)));
  m_end += size;
  return {};
}

Result<void> ChatLines::skip_to_end(ChatLine& line) {
  line.is_whole = false;
  while (line.end < m_source.size()) {
    m_offset = line.end;
    m_begin = m_end = 0;
    TRY(fill());
    const std::string_view more = as_text(ByteView(m_buffer).first(m_end));
    const std::size_t found = more.find('\n');
    const std::size_t used = found == std::string_view::npos ? more.size() : found + 1;
    line.end += used;
    m_begin = used;
    m_offset += used;
    if (found != std::string_view::npos) return {};
  }
  return {};
}

Result<std::optional<ChatLine>> ChatLines::next() {
  if (m_offset >= m_source.size()) return std::optional<ChatLine>();
  const auto seen = [&] { return as_text(ByteView(m_buffer).subspan(m_begin, m_end - m_begin)); };
  std::size_t found = seen().find('\n');
  if (found == std::string_view::npos && m_offset + (m_end - m_begin) < m_source.size()) {
    TRY(fill());
    found = seen().find('\n');
  }
  const bool is_last = m_offset + (m_end - m_begin) == m_source.size();
  ChatLine line;
  line.begin = m_offset;
  if (found == std::string_view::npos && !is_last) {
    // The beginning is kept elsewhere while the rest passes through the buffer.
    m_long.assign(seen().substr(0, kMostOfLine));
    line.end = m_offset + (m_end - m_begin);
    TRY(skip_to_end(line));
    line.text = m_long;
    return std::optional(line);
  }
  const std::size_t size = found == std::string_view::npos ? seen().size() : found + 1;
  line.text = seen().substr(0, found);
  line.end = line.begin + size;
  line.has_return = found != std::string_view::npos && line.text.ends_with('\r');
  if (line.has_return) line.text.remove_suffix(1);
  if (line.text.size() > kMostOfLine) {
    line.text = line.text.substr(0, kMostOfLine);
    line.is_whole = false;
  }
  m_begin += size;
  m_offset += size;
  return std::optional(line);
}

}  // namespace daybook::vault
