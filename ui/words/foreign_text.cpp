#include "ui/words/foreign_text.h"

#include <fmt/format.h>

#include "crypto/bytes.h"

namespace daybook::ui {
namespace {

struct Range {
  char32_t first, last;
};

// Code points that are written out: controls, characters that turn, join, hide or break what stands around them, and
// code points that show nothing or stand for no character.
constexpr Range kWrittenOut[] = {{0x00, 0x1f},     {0x7f, 0x9f},       {0xad, 0xad},      {0x34f, 0x34f},
                                 {0x61c, 0x61c},   {0x115f, 0x1160},   {0x17b4, 0x17b5},  {0x180b, 0x180f},
                                 {0x200b, 0x200f}, {0x2028, 0x202e},   {0x2060, 0x206f},  {0x2800, 0x2800},
                                 {0x3164, 0x3164}, {0xfdd0, 0xfdef},   {0xfeff, 0xfeff},  {0xffa0, 0xffa0},
                                 {0xfff0, 0xfffb}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};

bool is_written_out(char32_t c) {
  for (const Range& range : kWrittenOut) {
    if (c >= range.first && c <= range.last) return true;
  }
  return (c & 0xfffe) == 0xfffe;
}

// Decodes the code point at the beginning of a text and returns its length in bytes; 0 for bytes that are not UTF-8
// (RFC 3629).
std::size_t decode(std::string_view text, char32_t& c) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const std::size_t size = byte(0) < 0x80 ? 1 : byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : byte(0) >= 0xc2 ? 2 : 0;
  if (size == 0 || size > text.size() || byte(0) > 0xf4) return 0;
  c = size == 1 ? byte(0) : byte(0) & (0xff >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
    c = c << 6 | (byte(i) & 0x3f);
  }
  const bool is_overlong = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
  return is_overlong || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff) ? 0 : size;
}

}  // namespace

std::string foreign_line(std::string_view text) {
  constexpr std::size_t kMostBlanks = 3;  // a long row of blanks would let what follows stand on a line of its own
  std::string line;
  while (!text.empty()) {
    const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
    if (blanks > kMostBlanks) {
      line += fmt::format("[{} blanks]", blanks);
      text.remove_prefix(blanks);
      continue;
    }
    char32_t c = 0;
    const std::size_t size = decode(text, c);
    if (size == 0)
      line += fmt::format("[byte {:02X}]", static_cast<unsigned char>(text[0]));
    else if (is_written_out(c))
      line += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(c));
    else
      line += text.substr(0, size);
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return line;
}

}  // namespace daybook::ui
