#pragma once

#include <cstdint>

namespace daybook::vault {

/// How many of the files that the messages of a conversation name are in its exports. It is counted, and never judged:
/// an export is often made without media.
struct AttachmentCounts {
  std::uint64_t named = 0;           // messages that name a file. Of these:
  std::uint64_t of_text_alone = 0;   // their export is the text alone, which holds no file
  std::uint64_t not_there = 0;       // the ZIP of their export has no such file
  std::uint64_t unclear = 0;         // it has several of that name, and nothing says which is meant
  std::uint64_t unreadable = 0;      // it has the file, encrypted, damaged, or packed in an unknown way
  std::uint64_t without_export = 0;  // their export was removed, or is a ZIP that cannot be listed
  std::uint64_t left_out = 0;        // messages whose picture, film or sound the telephone left out of the export
  std::uint64_t unnamed = 0;         // files in the ZIPs that no message names

  /// Messages whose file cannot be looked at.
  std::uint64_t not_here() const { return of_text_alone + not_there + unclear + unreadable + without_export; }
  bool operator==(const AttachmentCounts&) const = default;
};

}  // namespace daybook::vault
