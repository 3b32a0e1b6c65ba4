#pragma once

#include "ui/model/job_progress.h"
#include "vault/backup/restore.h"
#include "vault/backup/salvage.h"
#include "vault/record/record_access.h"

namespace daybook::ui {

// What brings a record back, each from top to bottom on the long worker, and what is said of it afterwards.

/// The backup is made into a record of its own beside `record`, which is read and thrown away; what the open record
/// lacks is added. What she keeps meanwhile waits while the items are added, and for nothing else.
Result<vault::MergeReport> add_from_backup(vault::RecordAccess& access, const vault::Surroundings& surroundings,
                                           const vault::Path& backup, const vault::Path& record,
                                           const crypto::SecretBuffer& secret, const vault::Progress& progress);

/// A record that stands where none was.
struct Restored {
  vault::Path folder;
  vault::RestoreReport report;
};
/// On a computer that has no record, or whose record is damaged: the backup becomes one, at `wanted` or, where
/// something is there, beside it under the next free name. What is there is never written over.
Result<Restored> restore_from_backup(const vault::Surroundings& surroundings, const vault::Path& backup,
                                     const vault::Path& wanted, const crypto::SecretBuffer& secret,
                                     const vault::Progress& progress);

struct Salvaged {
  vault::Path folder;
  crypto::SecretBuffer code;  // of the new sheet
  vault::SalvageReport report;
};
/// What can be read of a damaged record, in a new one with a passphrase of its own. The damaged one is only read.
Result<Salvaged> salvage_to_new_record(const vault::Surroundings& surroundings, const vault::Path& damaged,
                                       const vault::Path& wanted, const crypto::SecretBuffer& secret,
                                       const crypto::SecretBuffer& next, const vault::Progress& progress);

/// What came of it, in a sentence; and what more there is to say.
struct Outcome {
  std::string text, more;
};
Outcome outcome_of(const vault::MergeReport& report);
std::string outcome_of(const vault::RestoreReport& report);
std::string outcome_of(const vault::SalvageReport& report);

}  // namespace daybook::ui
