#pragma once

#include <string_view>

#include "crypto/secret.h"

namespace daybook::crypto {

// Text as people type it, paste it and get it by mail. Blanks that nobody sees (a byte order mark, a hard blank) are no
// part of what a person meant to give.

/// Takes the first code point off `text`, which must not be empty. A byte that begins no well-formed UTF-8 is taken
/// alone and comes as U+FFFD.
char32_t take_code_point(std::string_view& text);

/// Whether a character shows as a blank or not at all: ASCII blanks, line ends, hard and narrow blanks, marks of
/// direction, marks without width, the byte order mark.
bool is_blank(char32_t point);

/// The part of `text` between the blanks at its ends, as a view into the same memory.
std::string_view trim_blanks(std::string_view text);

/// Whether `text` begins with `beginning` (ASCII, in small letters), small letters and capitals being the same.
bool begins_like(std::string_view text, std::string_view beginning);

/// The text of a small file without a byte order mark, its lines ended by LF. The file is UTF-8 or UTF-16 as Windows
/// and mail programs leave it (CRLF, a lone CR, a mark at the beginning, UTF-16 without one). UTF-16 becomes UTF-8,
/// where half of a pair becomes U+FFFD and half of a unit at the end is dropped. Any other file comes as it is, so that
/// nothing fails. The text is in guarded memory, because the file may hold a secret key.
SecretBuffer text_of_file(ByteView file);

}  // namespace daybook::crypto
