#pragma once

#include "vault/bundle/check/verdict.h"

namespace daybook::vault {

/// Where the directory of a ZIP stands, in bytes from the beginning of the file. Where bytes were put before the ZIP,
/// its own offsets are too small by `shift`.
struct ZipEnd {
  std::uint64_t count = 0;
  std::uint64_t directory_begin = 0, directory_end = 0;
  std::uint64_t record = 0;  // where the end record begins
  std::uint64_t comment_size = 0;
  std::uint64_t shift = 0;
};

/// Fills `target`, with zeros for a chunk of a locked copy that does not decrypt. That is enough for a search for the
/// marks of records. Fails when the medium does.
Result<void> read_what_can_be(ByteSource& source, std::uint64_t offset, MutableByteView target);

/// Finds the end record (format.md 3.2). Nothing where there is none or it does not fit the file; `log` has why. Fails
/// when the medium does.
Result<std::optional<ZipEnd>> find_zip_end(ByteSource& source, FindingLog& log);

}  // namespace daybook::vault
