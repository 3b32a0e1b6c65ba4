#include "vault/intake/chat/reading_lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace daybook::vault {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// How many bytes at the beginning of a text, of which the first is not ASCII, are a character of UTF-8, or 0 (RFC 3629,
// section 4).
std::size_t character_size(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto is_tail = [&](std::size_t i, unsigned first = 0x80, unsigned last = 0xBF) {
    return i < text.size() && at(i) >= first && at(i) <= last;
  };
  const unsigned lead = at(0);
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return is_tail(1) ? 2 : 0;
  if (lead < 0xF0) return is_tail(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && is_tail(2) ? 3 : 0;
  return is_tail(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && is_tail(2) && is_tail(3) ? 4 : 0;
}

// How many bytes at the beginning of a text are UTF-8. Names and times are ASCII mostly, which is seen eight at a time.
std::size_t readable_size(std::string_view text) {
  constexpr std::uint64_t kFirstBits = 0x8080808080808080;
  std::size_t size = 0;
  while (size < text.size()) {
    std::uint64_t bytes = kFirstBits;
    if (text.size() - size >= sizeof bytes) std::memcpy(&bytes, text.data() + size, sizeof bytes);
    if ((bytes & kFirstBits) == 0) {
      size += sizeof bytes;
    } else if (static_cast<unsigned char>(text[size]) < 0x80) {
      ++size;
    } else {
      const std::size_t character = character_size(text.substr(size));
      if (character == 0) break;
      size += character;
    }
  }
  return size;
}

// How many bytes at the beginning of a text stand for themselves, eight at a time: a byte of `found` has its first bit
// set where one of the text is not ASCII, a sign of control, a quotation mark or a backslash, or where one before it is
// (Lamport, Multiple byte processing with full-word instructions, 1975).
std::size_t plain_size(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kFirstBits = 0x8080808080808080;
  const auto has_zero = [](std::uint64_t bytes) { return bytes - kOnes; };
  std::size_t size = 0;
  for (; text.size() - size >= 8; size += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + size, 8);
    const std::uint64_t found =
        bytes | (bytes - kOnes * 0x20) | has_zero(bytes ^ kOnes * '"') | has_zero(bytes ^ kOnes * '\\');
    if ((found & kFirstBits) != 0) break;
  }
  while (size < text.size()) {
    const auto c = static_cast<unsigned char>(text[size]);
    if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') break;
    ++size;
  }
  return size;
}

void append_escaped(unsigned char c, std::string& line) {
  constexpr std::string_view kFigures = "0123456789abcdef";
  switch (c) {
    case '"':
      line += "\\\"";
      return;
    case '\\':
      line += "\\\\";
      return;
    case '\b':
      line += "\\b";
      return;
    case '\t':
      line += "\\t";
      return;
    case '\n':
      line += "\\n";
      return;
    case '\f':
      line += "\\f";
      return;
    case '\r':
      line += "\\r";
      return;
    default:
      line += "\\u00";
      line += kFigures[c >> 4];
      line += kFigures[c & 15];
  }
}

// A text as canonical JSON has it (RFC 8785, 3.2.2.2), written here because a reading has a million lines.
void append_text(std::string_view text, std::string& line) {
  line += '"';
  while (!text.empty()) {
    std::size_t size = plain_size(text);
    while (size < text.size() && static_cast<unsigned char>(text[size]) >= 0x80) {
      const std::size_t character = character_size(text.substr(size));
      if (character == 0) break;
      size += character;
    }
    line += text.substr(0, size);
    text.remove_prefix(size);
    if (text.empty()) break;
    const auto c = static_cast<unsigned char>(text[0]);
    if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') continue;
    if (c >= 0x80)
      line += kReplacement;
    else
      append_escaped(c, line);
    text.remove_prefix(1);
  }
  line += '"';
}

// Adds members in the order in which they are given, which has to be that of their names. Each of these has the
// quotation marks and the colon of its name with it.
class Line {
 public:
  explicit Line(std::string& line) : m_line(line) {}
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    begin(name);
    append_text(value, m_line);
  }
  void number(std::string_view name, std::uint64_t value) {
    begin(name);
    std::array<char, 20> figures;
    const auto end = std::to_chars(figures.data(), figures.data() + figures.size(), value).ptr;
    m_line.append(figures.data(), end);
  }
  void flags(const MessageFlags& flags) {
    const std::vector<std::string_view> names = flag_names(flags);
    if (names.empty()) return;
    begin("\"flags\":");
    m_line += '[';
    for (const std::string_view name : names) {
      append_text(name, m_line);
      m_line += ',';
    }
    m_line.back() = ']';
  }
  void time(std::string_view name, const LocalTime& value) {
    begin(name);
    m_line += '"';
    append_time(value, m_line);
    m_line += '"';
  }
  void end() { m_line += "}\n"; }

 private:
  void begin(std::string_view name) {
    m_line += m_is_empty ? '{' : ',';
    m_line += name;
    m_is_empty = false;
  }
  std::string& m_line;
  bool m_is_empty = true;
};

}  // namespace

std::string as_read(std::string_view text) {
  std::string read;
  while (!text.empty()) {
    const std::size_t size = readable_size(text);
    read += text.substr(0, size);
    if (size == text.size()) break;
    read += kReplacement;
    text.remove_prefix(size + 1);
  }
  return read;
}

void append_message_line(const ChatMessage& message, std::uint64_t number, std::string& lines) {
  Line line(lines);
  line.text("\"at\":", message.at);
  line.number("\"b\":", message.begin);
  line.number("\"e\":", message.end);
  line.text("\"file\":", message.file);
  line.flags(message.flags);
  line.text("\"from\":", message.from);
  line.text("\"how\":", to_text(message.read));
  line.text("\"kind\":", to_text(message.kind));
  line.number("\"n\":", number);
  line.number("\"src\":", message.source);
  line.text("\"text\":", message.text);
  if (message.time) line.time("\"time\":", *message.time);
  line.end();
}

void append_range_line(const ChatRange& range, std::string& lines) {
  Line line(lines);
  line.number("\"b\":", range.begin);
  line.number("\"e\":", range.end);
  if (range.what == RangeKind::same) line.number("\"n\":", range.number);
  line.number("\"src\":", range.source);
  line.text("\"what\":", to_text(range.what));
  line.end();
}

}  // namespace daybook::vault
