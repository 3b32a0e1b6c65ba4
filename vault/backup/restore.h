#pragma once

#include "vault/backup/backup.h"

namespace daybook::vault {

/// What came back from a backup. Faults are told as items too, because a person can only act on those.
struct RestoreReport {
  std::uint64_t items = 0;
  std::optional<std::string> made;          // when the backup was made, in UTC
  std::vector<BackupFault> faults;          // files of the backup that are missing or differ from its list
  std::vector<ItemNumber> items_not_whole;  // items with a content in one of those files
};

/// What a backup is restored for. `going_on` is a record to be used, whose log starts a branch. `reading` is only for
/// add_missing() to read from, and is thrown away.
enum class RestoreFor { going_on, reading };

/// Makes a new record in `folder`, which must not exist or be empty, from a backup or from the folder of a closed
/// record. The new record opens with the passphrase or sheet of the backup. The branch that `going_on` starts names the
/// head that it continues, so that the new record is known as the same one. The backup is not changed. Damaged files
/// are restored as they are and named. `wrong_passphrase`, `already_exists`, `cancelled`; `malformed` without a header;
/// `damaged` when the database does not open, where salvage_record() may still help. Nothing has the name `folder`
/// until all of it is there.
Result<RestoreReport> restore_backup(const Surroundings& surroundings, LockedFiles& backup, const Path& folder,
                                     const TypedSecret& typed, RestoreFor purpose = RestoreFor::going_on,
                                     const Progress& progress = {});

/// What add_missing() did. "Here" is the record that was added to.
struct MergeReport {
  std::size_t items_added = 0;
  std::size_t notes_added = 0;    // other versions of notes that both have, which became notes of their own here
  std::size_t answers_added = 0;  // answers to questions that were never answered here
  std::vector<ItemNumber> answers_differ;  // items here with another answer in `from`, which was not taken
  std::vector<ItemNumber> unreadable;      // items in `from` that could not be read, by their numbers there
  std::size_t facts_added = 0;             // facts of the case that were never said here
  std::size_t people_added = 0;            // people who were not described here
  std::vector<std::string> facts_differ;   // names of facts with another value in `from`, which was not taken
  std::vector<std::string> people_differ;  // names of people with another description in `from`, which was not taken
};

/// Adds to `into` what another continuation of the same record has and this one lacks. Nothing is removed or replaced,
/// and an item that was removed here on purpose does not come back. The work may be stopped and called again; what was
/// added stays. Open `from` with Record::open_unsettled(): settling it would write entries into a log that does not go
/// on. `usage` when `from` is not a continuation of the same record; `cancelled`.
Result<MergeReport> add_missing(Record& into, Record& from, const Progress& progress = {});

}  // namespace daybook::vault
