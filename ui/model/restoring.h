#pragma once

#include "ui/model/job_progress.h"
#include "vault/backup/restore.h"
#include "vault/backup/salvage.h"
#include "vault/record/record_access.h"

namespace daybook::ui {

/// The first of the names `notes`, `notes-2`, `notes-3` and so on that nothing has yet, beside `wanted`.
vault::Path free_folder(vault::FileSystem& files, const vault::Path& wanted);
/// The records in folders that free_folder() has given before, the last first.
std::vector<vault::Path> folders_found(vault::FileSystem& files, const vault::Path& wanted);

// The functions that bring a record back run from top to bottom on the long worker (jobs.h). outcome_of() tells people
// what came of each.

/// Adds to the open record what it lacks and a backup has. The backup is first made into a record of its own beside
/// `record`, the folder of the open one, and is removed afterwards. What the keeper saves meanwhile waits only while
/// items are added. `secret` is the passphrase or the recovery code of the backup. Errors are those of
/// vault::find_locked_files(), vault::restore_backup() and vault::add_missing().
Result<vault::MergeReport> add_from_backup(vault::RecordAccess& access, const vault::Surroundings& surroundings,
                                           const vault::Path& backup, const vault::Path& record,
                                           const crypto::SecretBuffer& secret, const vault::Progress& progress);

/// A record that was made from a backup, and the folder that it lies in.
struct Restored {
  vault::Path folder;
  vault::RestoreReport report;
};
/// Makes a record from a backup, on a computer that has no record or a damaged one. It lies at `wanted` or, where
/// something is there already, beside it under the next free name (`notes-2`): nothing is ever written over. `secret`
/// is the passphrase or the recovery code of the backup. Errors are those of vault::find_locked_files() and
/// vault::restore_backup().
Result<Restored> restore_from_backup(const vault::Surroundings& surroundings, const vault::Path& backup,
                                     const vault::Path& wanted, const crypto::SecretBuffer& secret,
                                     const vault::Progress& progress);

/// A new record with what could be read of a damaged one.
struct Salvaged {
  vault::Path folder;
  crypto::SecretBuffer code;  // the recovery code for the sheet of the new record
  vault::SalvageReport report;
};
/// Brings what can be read of a damaged record into a new one, at `wanted` or under the next free name. The damaged
/// record is only read: `secret` is its passphrase or recovery code, `next` the passphrase of the new record. Errors
/// are those of vault::Record::create() and vault::salvage_record(); after an error of the latter the new record is
/// removed.
Result<Salvaged> salvage_to_new_record(const vault::Surroundings& surroundings, const vault::Path& damaged,
                                       const vault::Path& wanted, const crypto::SecretBuffer& secret,
                                       const crypto::SecretBuffer& next, const vault::Progress& progress);

/// What came of bringing a record back, in sentences for people: the result, and what more there is to say.
struct Outcome {
  std::string text, more;
};
Outcome outcome_of(const vault::MergeReport& report);
std::string outcome_of(const vault::RestoreReport& report);
std::string outcome_of(const vault::SalvageReport& report);

}  // namespace daybook::ui
