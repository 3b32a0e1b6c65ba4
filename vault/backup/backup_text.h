#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// READ-ME.txt: for who holds a backup and may not know what it is. The same bytes in every backup of a release.
std::string backup_read_me();
/// `20261121-222400Z`.
std::string backup_stamp(const Instant& now);
/// made.txt.
std::string made_text(const Instant& now);
/// Remembers in the record when the newest backup was made.
Result<void> note_backup(Record& record, const Instant& now);

}  // namespace daybook::vault
