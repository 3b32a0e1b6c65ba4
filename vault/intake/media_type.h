#pragma once

#include <string>

#include "crypto/bytes.h"

namespace daybook::vault {

/// How many bytes of a file's beginning media_type_of() takes at most.
constexpr std::size_t kMediaTypeBytes = 4096;

/// The media type that the content of a file has by its beginning: the whole file, or its first kMediaTypeBytes. The
/// name of the file does not count, because anybody can choose it. Only bytes at fixed places are compared and nothing
/// is parsed, so that a hostile file has nothing to attack. `text/plain; charset=utf-8` when the beginning has no known
/// mark and is text, else `application/octet-stream`.
std::string media_type_of(ByteView beginning);

/// Whether files of a media type are plain text, which people can read as it stands.
bool is_text(std::string_view media_type);

/// The ending that files of a media type usually have, of [a-z0-9] and without the dot. `bin` for a type without one.
std::string ending_for(std::string_view media_type);
/// The ending under which a file is handed to others: that of the name under which it was kept, in small letters, where
/// such files can have this content, else ending_for(). An ending that some system would run or open as a program or a
/// page is never taken over, whatever the file was called.
std::string handed_over_ending(std::string_view media_type, std::string_view name);

}  // namespace daybook::vault
