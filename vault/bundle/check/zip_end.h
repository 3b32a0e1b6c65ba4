#pragma once

#include "vault/bundle/check/verdict.h"

namespace daybook::vault {

/// Where the directory of a ZIP stands: places in the file, which are later than the offsets that it gives itself by
/// `shift` when bytes were put before it.
struct ZipEnd {
  std::uint64_t count = 0;
  std::uint64_t directory_begin = 0, directory_end = 0;
  std::uint64_t record = 0;  // of the end record
  std::uint64_t comment_size = 0;
  std::uint64_t shift = 0;
};

/// Reads what can be read; a part of a locked copy that does not decrypt comes as zeros, for who only looks for marks.
Result<void> read_what_can_be(ByteSource& source, std::uint64_t offset, MutableByteView target);

/// Finds the end record (format.md 3.2). Where there is none, or it does not fit the file, `log` is told why. Fails when
/// the medium does.
Result<std::optional<ZipEnd>> find_zip_end(ByteSource& source, FindingLog& log);

}  // namespace daybook::vault
