#pragma once

#include "vault/backup/backup.h"

namespace daybook::vault {

/// What came back, in words that a person can act on: which items lack their content.
struct RestoreReport {
  std::uint64_t items = 0;
  std::optional<std::string> made;          // when the backup was made
  std::vector<BackupFault> faults;          // files of the backup that are missing or differ from its list
  std::vector<ItemNumber> items_not_whole;  // whose content lies in one of those
};

/// What it is restored for: to be gone on with, so that its log starts a branch; or only to be read by add_missing()
/// and thrown away.
enum class RestoreFor { going_on, reading };

/// Makes a new record in `folder`, which must not exist or be empty, from a backup or from a copy of a record's folder.
/// It opens with the passphrase or sheet that the backup has. Whoever compares its log with that of the record that the
/// backup was made from learns that both continue one record. Nothing that is there is changed.
/// `wrong_passphrase`, `already_exists`; `damaged` when the stored records do not open: see salvage_record().
Result<RestoreReport> restore_backup(const Surroundings& surroundings, LockedFiles& backup, const Path& folder,
                                     const TypedSecret& typed, RestoreFor purpose = RestoreFor::going_on,
                                     const Progress& progress = {});

/// What add_missing() did.
struct MergeReport {
  std::size_t items_added = 0;
  std::size_t notes_added = 0;    // other versions of notes that both have: kept as notes of their own beside them
  std::size_t answers_added = 0;  // to questions that had no answer here
  std::vector<ItemNumber> answers_differ;  // both have an answer and they differ: nothing was changed
  std::vector<ItemNumber> unreadable;      // numbers in `from` of what could not be read
  std::size_t facts_added = 0;             // about the case, that were never said here
  std::size_t people_added = 0;            // who are not described here
  std::vector<std::string> facts_differ;   // both say something and it differs: nothing was changed
  std::vector<std::string> people_differ;  // names, likewise
};

/// Adds what another continuation of the same record has and this one lacks. Nothing is removed or replaced, and an
/// item that was removed here on purpose does not come back. May be stopped and called again. `from` is best opened
/// unsettled: what that would write belongs to no log that goes on. `usage` when it is not a continuation of the same
/// record.
Result<MergeReport> add_missing(Record& into, Record& from, const Progress& progress = {});

}  // namespace daybook::vault
