#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// The text of READ-ME.txt, for somebody who keeps a backup and may not know what it is. It is the same in every backup
/// of a release.
std::string backup_read_me();
/// The time in the names of backups, in UTC: `20261121-222400Z`.
std::string backup_stamp(const Instant& now);
/// The text of made.txt: `2026-11-21T22:24:00Z`, in UTC.
std::string made_text(const Instant& now);
/// Remembers in the record when the newest backup was made.
Result<void> note_backup(Record& record, const Instant& now);

}  // namespace daybook::vault
