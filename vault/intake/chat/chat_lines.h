#pragma once

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
  /// The next line, whose text is good until the next call. Nothing at the end. Errors are those of the source.
  Result<std::optional<ChatLine>> next();

  /// A longer line is not whole.
  static constexpr std::size_t kMostOfLine = 1 << 20;

 private:
  Result<void> fill();
  Result<void> skip_to_end(ChatLine& line);

  ByteSource& m_source;
  Bytes m_buffer;
  std::string m_long;                  // the beginning of a line that is longer than the buffer
  std::size_t m_begin = 0, m_end = 0;  // of what is not used yet in the buffer
  std::uint64_t m_offset = 0;          // of m_begin in the source
};

}  // namespace daybook::vault
