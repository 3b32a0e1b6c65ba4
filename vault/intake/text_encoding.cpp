#include "vault/intake/text_encoding.h"

#include <utf8proc.h>

#include <algorithm>
#include <map>

#include "crypto/encoding.h"
#include "vault/intake/code_page.h"

namespace daybook::vault {
namespace {

constexpr char32_t kUnknown = U'\ufffd';

void append_character(std::string& text, char32_t value) {
  utf8proc_uint8_t bytes[4];
  const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

int code_page_of(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf8:
    case TextEncoding::utf16_little:
    case TextEncoding::utf16_big:
      return 0;
    case TextEncoding::western:
      return 1252;
    case TextEncoding::central_european:
      return 1250;
    case TextEncoding::cyrillic:
      return 1251;
    case TextEncoding::greek:
      return 1253;
    case TextEncoding::turkish:
      return 1254;
    case TextEncoding::hebrew:
      return 1255;
    case TextEncoding::arabic:
      return 1256;
    case TextEncoding::baltic:
      return 1257;
  }
  return 0;
}

// Where the system does not know a code page, no byte of its upper half means anything.
const std::array<char32_t, 128>& upper_half(TextEncoding encoding) {
  static const std::map<TextEncoding, std::array<char32_t, 128>> halves = [] {
    std::map<TextEncoding, std::array<char32_t, 128>> made;
    for (const TextEncoding one : kTextEncodings) {
      std::array<char32_t, 128> nothing;
      nothing.fill(kUnknown);
      if (const int page = code_page_of(one); page != 0) made[one] = upper_half_of(page).value_or(nothing);
    }
    return made;
  }();
  return halves.at(encoding);
}

std::string from_code_page(ByteView bytes, TextEncoding encoding) {
  const std::array<char32_t, 128>& half = upper_half(encoding);
  std::string text;
  text.reserve(bytes.size());
  for (const std::uint8_t byte : bytes) {
    if (byte < 0x80)
      text += static_cast<char>(byte);
    else
      append_character(text, half[byte - 0x80]);
  }
  return text;
}

std::string from_utf16(ByteView bytes, bool is_big) {
  const auto unit = [&](std::size_t at) -> char32_t {
    return is_big ? char32_t{bytes[at]} << 8 | bytes[at + 1] : char32_t{bytes[at + 1]} << 8 | bytes[at];
  };
  std::string text;
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    const char32_t first = unit(at);
    const bool is_high = first >= 0xD800 && first < 0xDC00, is_low = first >= 0xDC00 && first < 0xE000;
    const char32_t second = is_high && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (is_high && second >= 0xDC00 && second < 0xE000) {
      append_character(text, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
      at += 2;
    } else {
      append_character(text, is_high || is_low ? kUnknown : first);
    }
  }
  if (at < bytes.size()) append_character(text, kUnknown);
  return text;
}

std::string from_utf8(ByteView bytes) {
  if (crypto::is_utf8(as_text(bytes))) return std::string(as_text(bytes));
  std::string text;
  while (!bytes.empty()) {
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(bytes.data(), static_cast<utf8proc_ssize_t>(bytes.size()), &value);
    append_character(text, length > 0 ? static_cast<char32_t>(value) : kUnknown);
    bytes = bytes.subspan(length > 0 ? static_cast<std::size_t>(length) : 1);
  }
  return text;
}

// Bell, backspace and escape stand in what was copied out of a terminal, and are told as unknown characters.
bool holds_control_characters(ByteView bytes) {
  constexpr std::string_view kInTexts = "\t\n\r\f\a\b\x1b";
  return std::any_of(bytes.begin(), bytes.end(), [&](std::uint8_t byte) {
    return (byte < 0x20 && kInTexts.find(static_cast<char>(byte)) == std::string_view::npos) || byte == 0x7F;
  });
}

// Whether most of the bytes on the side of the zeros are letters of ASCII, as they are where single zeros stand in an
// ordinary text. There the letters of UTF-16 have the number of their block, and those of ASCII have the zeros.
bool is_ascii_with_zeros(ByteView bytes, std::size_t side) {
  std::size_t zeros = 0, letters = 0;
  for (std::size_t i = side; i < bytes.size(); i += 2) {
    zeros += bytes[i] == 0 ? 1 : 0;
    letters += (bytes[i] >= 0x20 && bytes[i] < 0x7F) || bytes[i] == '\n' || bytes[i] == '\r' ? 1 : 0;
  }
  std::size_t beside = 0;
  for (std::size_t i = 1 - side; i < bytes.size(); i += 2) beside += bytes[i] < 0x7F ? 1 : 0;
  return letters > zeros && (letters + zeros) * 20 > bytes.size() / 2 * 19 && beside * 20 > bytes.size() / 2 * 19;
}

// Of text in UTF-16 without a mark, Latin letters, blanks and line ends have their zero on one side of each pair. Both
// sides of other files have some.
std::optional<TextEncoding> utf16_without_mark(ByteView bytes, bool is_all) {
  if (is_all && bytes.size() % 2 != 0) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
  const std::size_t enough = bytes.size() / 32 + 1;
  const bool is_little = zeros[0] == 0 && zeros[1] >= enough, is_big = zeros[1] == 0 && zeros[0] >= enough;
  if (!is_little && !is_big) return std::nullopt;
  if (is_ascii_with_zeros(bytes, is_big ? 0 : 1)) return std::nullopt;
  const std::string text = from_utf16(bytes.first(bytes.size() / 2 * 2), is_big);
  if (holds_control_characters(as_bytes(text))) return std::nullopt;
  return is_big ? TextEncoding::utf16_big : TextEncoding::utf16_little;
}

}  // namespace

std::size_t unit_bytes(TextEncoding encoding) {
  return encoding == TextEncoding::utf16_little || encoding == TextEncoding::utf16_big ? 2 : 1;
}

bool begins_as_utf8(ByteView beginning, bool is_all) {
  for (std::size_t cut = 0; cut < (is_all ? 1u : 4u) && cut <= beginning.size(); ++cut) {
    if (crypto::is_utf8(as_text(beginning.first(beginning.size() - cut)))) return true;
  }
  return false;
}

std::optional<FoundEncoding> find_encoding(ByteView beginning, bool is_all) {
  const auto begins_with = [&](std::initializer_list<std::uint8_t> mark) {
    return beginning.size() >= mark.size() && std::equal(mark.begin(), mark.end(), beginning.begin());
  };
  if (begins_with({0xEF, 0xBB, 0xBF}) && begins_as_utf8(beginning, is_all))
    return FoundEncoding{TextEncoding::utf8, 3, true};
  if (begins_with({0xFF, 0xFE, 0, 0})) return std::nullopt;  // the mark of UTF-32
  if (begins_with({0xFF, 0xFE})) return FoundEncoding{TextEncoding::utf16_little, 2, true};
  if (begins_with({0xFE, 0xFF})) return FoundEncoding{TextEncoding::utf16_big, 2, true};
  if (const auto utf16 = utf16_without_mark(beginning, is_all)) return FoundEncoding{*utf16, 0, true};
  if (holds_control_characters(beginning)) return std::nullopt;
  if (begins_as_utf8(beginning, is_all)) return FoundEncoding{TextEncoding::utf8, 0, true};
  return FoundEncoding{TextEncoding::western, 0, false};
}

std::string to_utf8(ByteView bytes, TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf8:
      return from_utf8(bytes);
    case TextEncoding::utf16_little:
      return from_utf16(bytes, false);
    case TextEncoding::utf16_big:
      return from_utf16(bytes, true);
    case TextEncoding::western:
    case TextEncoding::central_european:
    case TextEncoding::cyrillic:
    case TextEncoding::greek:
    case TextEncoding::turkish:
    case TextEncoding::hebrew:
    case TextEncoding::arabic:
    case TextEncoding::baltic:
      return from_code_page(bytes, encoding);
  }
  return {};
}

}  // namespace daybook::vault
