#pragma once

#include "vault/backup/backup.h"

namespace daybook::vault {

// Salvage is for a record whose database is torn or no longer opens. Everything that can still be read goes into a new
// record. The damaged record is only read and never changed, so that salvage can be tried again.

/// What salvage brought back.
struct SalvageReport {
  std::size_t items = 0;                // items that came back, those in part too
  std::size_t in_part = 0;              // of these, items that lack a version or have zeros where nothing could be read
  std::size_t nameless = 0;             // stored files that no readable row names: items without name and answers
  std::vector<ItemNumber> lost;         // items that could not be brought back, by their old numbers
  std::vector<std::string> lost_files;  // stored files that could not be read at all
  std::size_t facts = 0;                // facts of the case that stand in the new record
  std::size_t people = 0;               // people who are described in the new record
  std::size_t unread_facts = 0;         // versions of facts that cannot be read, or whose letter was lost
  std::size_t unread_people = 0;        // descriptions of people that cannot be read
  std::size_t copies = 0;               // copies that were made of the damaged record, finished or not
  bool lacks_copies = false;            // not all that the damaged record knew of copies could be read
  bool lacks_statements = false;        // facts or people may be missing, so what came back last may not be the newest
  bool database_opened = false;
  bool has_older_header = false;  // it was opened by an older header, with the passphrase or sheet of its time
};

/// What is salvaged.
struct SalvageSource {
  Path folder;                 // of the damaged record
  std::optional<Path> header;  // a header file from elsewhere (a backup), where those in the folder are lost
};

/// Brings all that can be read into `into`, a new record. Its log gets a `branch` entry that names the damaged log's
/// last head, where that can be read. `scratch` is a folder for a copy of the database, which stays encrypted; it must
/// not exist, and is removed. `wrong_passphrase`; `not_found` without any header, because nothing can be unlocked
/// without one; `cancelled`.
Result<SalvageReport> salvage_record(const Surroundings& surroundings, const SalvageSource& source,
                                     const TypedSecret& typed, const Path& scratch, Record& into,
                                     const Progress& progress = {});

}  // namespace daybook::vault
