#pragma once

#include "vault/intake/archive.h"
#include "vault/record/record.h"

namespace daybook::vault {

/// What a check of attachments found beside findings.
struct AttachmentsChecked {
  std::uint64_t attachments = 0;  // whose bytes are those of the entry that they came out of
  // Items whose export was removed: their bytes are those of the log, and cannot be held against the entry.
  std::vector<ItemNumber> without_export;
};

/// Unpacks the entry of every file that came out of the export of a chat again, and holds the two against each other.
/// What differs becomes a finding of `report`. Behind Record::check(), which looks at the contents themselves.
/// `progress` counts bytes of files; `cancelled` when it says so, `not_found` when the archive-reader is missing.
Result<AttachmentsChecked> check_attachments(Record& record, CheckReport& report, const Progress& progress = {},
                                             const ArchiveReader& archives = ArchiveReader::beside_this_program());

}  // namespace daybook::vault
