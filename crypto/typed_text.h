#pragma once

#include <string_view>

#include "crypto/secret.h"

namespace daybook::crypto {

// Text as people type it, paste it and get it by mail. Blanks that nobody sees (a byte order mark, a hard blank) are no
// part of what they mean.

/// Takes the first code point off `text`, which must not be empty. A byte that begins no well-formed UTF-8 is taken
/// alone and comes as U+FFFD.
char32_t take_code_point(std::string_view& text);

/// Whether a character shows as a blank or not at all: ASCII blanks, line ends, hard and narrow blanks, the marks
/// without width, the byte order mark.
bool is_blank(char32_t point);

/// `text` without blanks at its ends. Looks into the text given; copies nothing.
std::string_view trim_blanks(std::string_view text);

/// Whether `text` begins with `beginning` (ASCII, in small letters), small letters and capitals being the same.
bool begins_like(std::string_view text, std::string_view beginning);

/// The text of a small file as UTF-8 without a byte order mark, its lines ended by LF: from UTF-8 or UTF-16, as Windows
/// and mail programs leave them (CRLF, a lone CR, a mark at the beginning, UTF-16 without one). In guarded memory from
/// the beginning, because the file may hold a secret key. Half a character becomes U+FFFD; nothing fails.
SecretBuffer text_of_file(ByteView file);

}  // namespace daybook::crypto
