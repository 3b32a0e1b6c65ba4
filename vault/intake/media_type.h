#pragma once

#include <string>

#include "crypto/bytes.h"

namespace daybook::vault {

/// Bytes of a file's beginning that media_type_of() needs at most.
constexpr std::size_t kMediaTypeBytes = 4096;

/// The media type as the content tells it, by its first bytes; the name is not asked, for names lie. Looks at fixed
/// places only and never parses. `text/plain; charset=utf-8` when all of the beginning is text, else
/// `application/octet-stream`.
std::string media_type_of(ByteView beginning);

/// The ending that files of a media type usually have, without the dot: [a-z0-9] only.
std::string ending_for(std::string_view media_type);

}  // namespace daybook::vault
