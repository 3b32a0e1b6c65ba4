#pragma once

#include "vault/backup/locked_files.h"

namespace daybook::vault {

// A backup is the record's encrypted files as they are, with a list of their fingerprints. It opens with the same
// passphrase or sheet as the record did when it was made, and anyone can hold and check it without being able to open
// it: with check_backup(), or with unzip and sha256sum.

enum class BackupStage { reading, writing, reading_back };
using BackupProgress = std::function<bool(BackupStage stage, std::uint64_t bytes_done, std::uint64_t bytes_total)>;

struct BackupMade {
  std::vector<Path> files;  // what was written: the file or its parts; for a folder, the folder of the state
  std::uint64_t bytes = 0;  // of the whole backup
  std::size_t locked_files = 0;
  std::size_t copied = 0;               // into a folder: those that were not there yet
  std::vector<std::string> unreadable;  // files of the record that could not be read and are not in the backup
};

/// Writes one file (or its parts) into `folder`, which must exist, reads all of it back past the system's cache, and
/// only then gives it its name: backup-20261121-1a2b3c4d.zip. Constant memory. On failure nothing is left behind.
Result<BackupMade> make_backup_file(Record& record, const Path& folder, const PartLimits& parts = {},
                                    const BackupProgress& progress = {});

/// Brings a folder, made when absent, up to date: stored files that are there already are not copied again. What is
/// copied is read back. The last two states are kept; of older ones goes what no kept state lists. A crash leaves the
/// older states as they were.
Result<BackupMade> update_backup_folder(Record& record, const Path& folder, const BackupProgress& progress = {});

/// When the newest backup was made, UTC, if ever.
Result<std::optional<std::string>> last_backup(Record& record);

struct BackupFault {
  enum class Kind { missing, changed, unreadable } kind;
  std::string path;
};

struct BackupReport {
  std::optional<std::string> made;
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  std::vector<BackupFault> faults;
};

/// Holds every file against the list. Needs no key and changes nothing.
Result<BackupReport> check_backup(LockedFiles& backup, const Progress& progress = {});

}  // namespace daybook::vault
