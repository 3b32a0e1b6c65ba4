#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "crypto/bytes.h"

namespace daybook::vault {

/// The fields of a local or central header of a ZIP that both have, one after the other (APPNOTE 4.3.7, 4.3.12).
struct Common {
  std::uint64_t flags, method, crc, packed, size, name_size, extra_size;
};
/// `header`: from the flags on.
Common common_fields(ByteView header);

/// Replaces the fields that are all ones by the values in the ZIP64 extra field, in their fixed order (APPNOTE 4.5.3).
/// False when a value is needed and not there.
bool apply_zip64(ByteView extra, std::initializer_list<std::uint64_t*> fields);

/// Whether every extra field says nothing of name, kind or content. A name in one (0x7075) goes to `other_name` when it is
/// another than `name`.
bool is_harmless(ByteView extra, std::string_view name, std::string& other_name);

/// Whether the beginning of an end record is among the bytes, of either kind or of its locator.
bool has_end_mark(std::string_view bytes);

}  // namespace daybook::vault
