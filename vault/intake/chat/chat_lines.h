#pragma once

#include <cstring>
#include <optional>
#include <string>

#include "crypto/bytes.h"

namespace daybook::vault {

/// A line of an export. Only LF ends one: what other programs take for ends of lines too (CR alone, U+0085, U+2028) is
/// text that people wrote.
struct ChatLine {
  std::uint64_t begin = 0, end = 0;  // in the export, with the end of the line
  std::string_view text;             // without the end of the line; of a line that is not whole its beginning
  bool has_return = false;           // it ends with CR LF
  bool is_whole = true;
};

/// Reads an export line by line, in memory that does not grow with it.
class ChatLines {
 public:
  /// `source` must outlive this object.
  explicit ChatLines(ByteSource& source);
  /// Sets the next line, whose text is good until the next call. False at the end, and where the source fails: error()
  /// says which.
  bool next(ChatLine& line) {
    m_long.clear();
    const std::size_t found = find_end(m_begin);
    if (found >= m_end || found - m_begin > kMostOfLine) return next_otherwise(line);
    set(line, found, found + 1);
    return true;
  }
  /// What the source failed with, or success.
  const Result<void>& error() const { return m_error; }

  /// Goes back to the first line.
  void restart();

  /// Keeps what stands from here on, a place in the line that was read last or in what is kept already. From there to
  /// the end of the line that was read last there must not be more than kMostKept bytes whenever next() is called.
  void keep_from(std::uint64_t begin) { m_kept = begin; }
  void keep_nothing() { m_kept.reset(); }
  /// What is kept, between two places, of which the second lies not behind the text of the line that was read last.
  /// Good until the next call of next().
  std::string_view kept(std::uint64_t begin, std::uint64_t end) const;

  /// A longer line is not whole.
  static constexpr std::size_t kMostOfLine = 1 << 20;
  static constexpr std::size_t kMostKept = 2 * kMostOfLine + 2;

 private:
  std::size_t place_of(std::uint64_t offset) const { return m_begin - static_cast<std::size_t>(m_offset - offset); }
  // The place of the next LF in the buffer, or m_end.
  std::size_t find_end(std::size_t from) const {
    const void* found = std::memchr(m_buffer.data() + from, '\n', m_end - from);
    return found == nullptr ? m_end
                            : static_cast<std::size_t>(static_cast<const std::uint8_t*>(found) - m_buffer.data());
  }
  // The line up to a place in the buffer, behind whose end another one begins.
  void set(ChatLine& line, std::size_t text_end, std::size_t end) {
    const auto* text = reinterpret_cast<const char*>(m_buffer.data()) + m_begin;
    std::size_t size = text_end - m_begin;
    line.has_return = end > text_end && size > 0 && text[size - 1] == '\r';
    if (line.has_return) --size;
    line.is_whole = size <= kMostOfLine;
    line.text = {text, line.is_whole ? size : kMostOfLine};
    line.begin = m_offset;
    m_offset += end - m_begin;
    line.end = m_offset;
    m_begin = end;
  }
  bool next_otherwise(ChatLine& line);
  Result<void> fill();
  Result<void> skip_to_end(ChatLine& line);

  ByteSource& m_source;
  Result<void> m_error;
  std::uint64_t m_size;  // of the source
  Bytes m_buffer;
  std::size_t m_begin = 0, m_end = 0;  // of what is not used yet in the buffer
  std::uint64_t m_offset = 0;          // of m_begin in the source
  std::optional<std::uint64_t> m_kept;
  // What was kept and the beginning of a line that is longer than the buffer, and where it stands in the source.
  std::string m_long;
  std::uint64_t m_long_begin = 0;
};

}  // namespace daybook::vault
