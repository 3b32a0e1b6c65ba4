#pragma once

#include "vault/backup/locked_files.h"

namespace daybook::vault {

// A backup is the record's encrypted files as they are, with a list of their fingerprints. It is unlocked by the
// passphrase and the recovery sheet that the record had when the backup was made. Anyone can keep a backup and check it
// without being able to unlock it: with check_backup(), or with unzip and sha256sum.

/// What is being done. A backup file is read once before it is written, because its fingerprints stand at its
/// beginning.
enum class BackupStage { reading, writing, reading_back };
/// False stops the backup with `cancelled`.
using BackupProgress = std::function<bool(BackupStage stage, std::uint64_t bytes_done, std::uint64_t bytes_total)>;

/// A backup that was made.
struct BackupMade {
  std::vector<Path> files;              // what was written: the file or its parts, or the folder of the state
  std::uint64_t bytes = 0;              // of the whole backup
  std::size_t locked_files = 0;         // how many files of the record are in the backup
  std::size_t copied = 0;               // how many of those were written now; others were in the folder already
  std::vector<std::string> unreadable;  // files of the record that could not be read and are not in the backup
  std::vector<std::string> strangers;   // stored files that no key of the record opens, and that are not in it either
};

/// Writes one file (or its parts) into `folder`, reads all of it back past the system's cache, and only then gives it
/// its name: backup-20261121-1a2b3c4d.zip. Memory does not grow with the record. A file of the record that cannot be
/// read is left out and named. `not_found` when there is no such folder, `does_not_match` when the medium gives back
/// other bytes, `cancelled`. After an error nothing is left behind.
Result<BackupMade> make_backup_file(Record& record, const Path& folder, const PartLimits& parts = {},
                                    const BackupProgress& progress = {});

/// Adds the record's present state to a backup folder, which is made when absent. Stored files that a state there lists
/// are not copied again; what is copied is read back. The last two states are kept, and of an older one every file goes
/// that no kept state lists. A crash leaves the older states as they were. `does_not_match` when the medium gives back
/// other bytes, `input_output` when header or database cannot be read, `cancelled`.
Result<BackupMade> update_backup_folder(Record& record, const Path& folder, const BackupProgress& progress = {});

/// When the newest backup of this record was made, `2026-11-21T10:00:00Z`, if ever.
Result<std::optional<std::string>> last_backup(Record& record);

/// A file of a backup that is not what the list says.
struct BackupFault {
  enum class Kind { missing, changed, unreadable } kind;
  std::string path;
};

/// What check_backup() looked at and found. A backup without faults is whole.
struct BackupReport {
  std::optional<std::string> made;  // when, in UTC, by the clock of the computer that made the backup
  std::size_t files = 0;            // how many files were looked at
  std::uint64_t bytes = 0;
  std::vector<BackupFault> faults;
};

/// Compares every file of a backup with the list. This needs no key and changes nothing. What is wrong is a fault and
/// no error; `cancelled` when `progress` says so.
Result<BackupReport> check_backup(LockedFiles& backup, const Progress& progress = {});

}  // namespace daybook::vault
