#pragma once

#include <array>
#include <optional>
#include <string>

#include "crypto/bytes.h"

namespace daybook::vault {

/// How the bytes of a text stand for characters. The last ones are code pages of Windows, in which most texts are that
/// are neither UTF-8 nor UTF-16.
enum class TextEncoding {
  utf8,
  utf16_little,
  utf16_big,
  western,           // 1252
  central_european,  // 1250
  cyrillic,          // 1251
  greek,             // 1253
  turkish,           // 1254
  hebrew,            // 1255
  arabic,            // 1256
  baltic             // 1257
};
inline constexpr std::array kTextEncodings = {TextEncoding::utf8,
                                              TextEncoding::utf16_little,
                                              TextEncoding::utf16_big,
                                              TextEncoding::western,
                                              TextEncoding::central_european,
                                              TextEncoding::cyrillic,
                                              TextEncoding::greek,
                                              TextEncoding::turkish,
                                              TextEncoding::hebrew,
                                              TextEncoding::arabic,
                                              TextEncoding::baltic};

/// The bytes that one unit of the encoding takes: 1, or 2 for UTF-16.
std::size_t unit_bytes(TextEncoding encoding);

/// The encoding of a text by its beginning.
struct FoundEncoding {
  TextEncoding encoding = TextEncoding::utf8;
  std::size_t mark_bytes = 0;  // of the byte order mark, which is no part of the text
  bool is_certain = false;     // false: another code page would fit as well
};
/// How many bytes of the beginning find_encoding() should be given, when there are so many.
constexpr std::size_t kEncodingBytes = 64 * 1024;
/// The encoding of a file by its beginning: its byte order mark, or that it is well-formed UTF-8, or that it has the
/// zeros of UTF-16. What else holds no control characters is taken for the code page of Western Europe, and the person
/// has to be told. Nothing when it is no text. `is_all` says that the beginning is the whole file.
std::optional<FoundEncoding> find_encoding(ByteView beginning, bool is_all);

/// Whether UTF-8 is what the beginning of a file is, whose last character may be cut off unless `is_all`.
bool begins_as_utf8(ByteView beginning, bool is_all);

/// The text as UTF-8. What is no character becomes U+FFFD, and nothing is left out. `bytes` begin and end between two
/// characters.
std::string to_utf8(ByteView bytes, TextEncoding encoding);

}  // namespace daybook::vault
