#include "crypto/typed_text.h"

#include <algorithm>

#include "crypto/encoding.h"

namespace daybook::crypto {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

enum class Encoding { utf8, utf16_little, utf16_big };

// UTF-8 text has no zero bytes. UTF-16 has one for each Latin letter, always on the same side of the pair, which tells
// the order of the bytes.
Encoding encoding_without_mark(ByteView file) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < file.size(); ++i) zeros[i % 2] += file[i] == 0;
  if (zeros[0] + zeros[1] < file.size() / 4 || zeros[0] == zeros[1]) return Encoding::utf8;
  return zeros[1] > zeros[0] ? Encoding::utf16_little : Encoding::utf16_big;
}

// The encoding of a file, by the byte order mark at its beginning, which is taken off, or else by its bytes.
Encoding take_encoding(ByteView& file) {
  const auto begins_with = [&](std::initializer_list<std::uint8_t> mark) {
    return file.size() >= mark.size() && std::equal(mark.begin(), mark.end(), file.begin());
  };
  const auto marked = [&](std::size_t size, Encoding encoding) {
    file = file.subspan(size);
    return encoding;
  };
  if (begins_with({0xFF, 0xFE})) return marked(2, Encoding::utf16_little);
  if (begins_with({0xFE, 0xFF})) return marked(2, Encoding::utf16_big);
  if (begins_with({0xEF, 0xBB, 0xBF})) return marked(3, Encoding::utf8);
  return encoding_without_mark(file);
}

std::size_t put_utf8(char32_t point, MutableByteView target) {
  const auto byte = [](char32_t value) { return static_cast<std::uint8_t>(value); };
  if (point < 0x80) {
    target[0] = byte(point);
    return 1;
  }
  const std::size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  constexpr std::uint8_t kLead[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (std::size_t i = length - 1; i > 0; --i, point >>= 6) target[i] = byte(0x80 | (point & 0x3F));
  target[0] = byte(kLead[length] | point);
  return length;
}

SecretBuffer from_utf16(ByteView file, bool is_big) {
  // One unit of two bytes becomes at most three bytes of UTF-8, and a pair of units becomes four.
  SecretBuffer text(file.size() / 2 * 3);
  std::size_t size = 0;
  const auto unit = [&](std::size_t at) {
    return static_cast<char32_t>(is_big ? file[at] << 8 | file[at + 1] : file[at + 1] << 8 | file[at]);
  };
  for (std::size_t at = 0; at + 1 < file.size(); at += 2) {
    char32_t point = unit(at);
    if (point >= 0xD800 && point < 0xDC00 && at + 3 < file.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    } else if (point >= 0xD800 && point < 0xE000) {
      point = kReplacement;
    }
    size += put_utf8(point, text.expose_mutable().subspan(size));
  }
  text.truncate(size);
  return text;
}

// Makes every CRLF and CR an LF, in place, so that no second buffer holds what may be a secret key.
void unify_line_ends(SecretBuffer& text) {
  const MutableByteView bytes = text.expose_mutable();
  std::size_t size = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
    bytes[size++] = bytes[i] == '\r' ? std::uint8_t{'\n'} : bytes[i];
  }
  text.truncate(size);
}

}  // namespace

char32_t take_code_point(std::string_view& text) {
  const auto lead = static_cast<std::uint8_t>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  const std::string_view bytes = text.substr(0, length);
  const bool is_good = bytes.size() == length && is_utf8(bytes);
  text.remove_prefix(is_good ? length : 1);
  if (!is_good) return kReplacement;
  if (length == 1) return lead;
  char32_t point = lead & (0x7Fu >> length);
  for (const char c : bytes.substr(1)) point = point << 6 | (static_cast<std::uint8_t>(c) & 0x3Fu);
  return point;
}

bool is_blank(char32_t point) {
  return (point >= 0x09 && point <= 0x0D) || point == ' ' || point == 0x85 || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200F) || (point >= 0x2028 && point <= 0x202F) ||
         (point >= 0x205F && point <= 0x206F) || point == 0x3000 || point == 0xFEFF;
}

std::string_view trim_blanks(std::string_view text) {
  const char* begin = text.data();
  const char* end = text.data();
  bool has_begun = false;
  while (!text.empty()) {
    const char* at = text.data();
    if (is_blank(take_code_point(text))) continue;
    if (!has_begun) begin = at;
    has_begun = true;
    end = text.data();
  }
  return has_begun ? std::string_view(begin, static_cast<std::size_t>(end - begin)) : std::string_view();
}

bool begins_like(std::string_view text, std::string_view beginning) {
  if (text.size() < beginning.size()) return false;
  return std::equal(beginning.begin(), beginning.end(), text.begin(), [](char expected, char c) {
    return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  });
}

SecretBuffer text_of_file(ByteView file) {
  const Encoding encoding = take_encoding(file);
  SecretBuffer text =
      encoding == Encoding::utf8 ? SecretBuffer::copy_of(file) : from_utf16(file, encoding == Encoding::utf16_big);
  unify_line_ends(text);
  return text;
}

}  // namespace daybook::crypto
