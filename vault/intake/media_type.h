#pragma once

#include <string>

#include "crypto/bytes.h"

namespace daybook::vault {

/// How many bytes of a file's beginning media_type_of() takes at most.
constexpr std::size_t kMediaTypeBytes = 4096;

/// The media type that the content of a file has by its beginning: the whole file, or its first kMediaTypeBytes. The
/// name of the file does not count, because anybody can choose it. Bytes at known places are compared and nothing is
/// parsed, so that a hostile file has nothing to attack. Texts are `text/plain` with the charset `utf-8` or `utf-16`,
/// or with `unknown-8bit` where it can only be guessed. `application/octet-stream` for what is nothing known.
std::string media_type_of(ByteView beginning);

/// Whether files of a media type are plain text, which people can read as it stands.
bool is_text(std::string_view media_type);
/// Whether they are text in UTF-8, as words and notes are.
bool is_utf8_text(std::string_view media_type);

}  // namespace daybook::vault
