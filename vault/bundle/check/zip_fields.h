#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::vault {

/// The fields that local and central headers of a ZIP both have, in the same order (APPNOTE 4.3.7, 4.3.12).
struct Common {
  std::uint64_t flags, method, crc, packed, size, name_size, extra_size;
};
/// Reads the common fields. `header` begins at the flags.
Common common_fields(ByteView header);

/// Replaces each of `fields` that is all ones by its value in the ZIP64 extra field, in the order of APPNOTE 4.5.3.
/// False when a value is needed and not there.
bool apply_zip64(ByteView extra, std::initializer_list<std::uint64_t*> fields);

/// Whether no extra field of a header says anything of name, kind or content (format.md 3.5). A name in an extra field
/// (0x7075) that is not `name` goes to `other_name`.
bool is_harmless(ByteView extra, std::string_view name, std::string& other_name);

/// Whether the signature of an end record, a ZIP64 end record or its locator stands anywhere in the bytes.
bool has_end_mark(std::string_view bytes);

}  // namespace daybook::vault
