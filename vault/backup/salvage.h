#pragma once

#include "vault/backup/backup.h"

namespace daybook::vault {

// What is left of a record whose database no longer opens or is torn: everything that can still be read goes into a new
// record. What is damaged is only read, never changed.

struct SalvageReport {
  std::size_t items = 0;                // brought back whole, with what was known of them
  std::size_t in_part = 0;              // of these: without a version, or with zeros where nothing could be read
  std::size_t nameless = 0;             // files that no readable row names: brought back without name and answers
  std::vector<ItemNumber> lost;         // numbers in the damaged record that are known and could not be brought back
  std::vector<std::string> lost_files;  // stored files that could not be read at all
  std::size_t facts = 0;                // about the case, as they stand now
  std::size_t people = 0;               // who are described now
  std::size_t unread_facts = 0;         // times that something was said of the case and cannot be read any more
  std::size_t unread_people = 0;        // likewise of people
  bool lacks_statements = false;        // any of these, or nobody knows: what stands now may not be the last
  bool database_opened = false;
};

struct SalvageSource {
  Path folder;                 // of the damaged record
  std::optional<Path> header;  // a key file from elsewhere (a backup), where the folder's own are lost
};

/// Brings what can be read into `into`, a new record. Its log gets a `branch` entry that names the old log's last head,
/// where that can be read. `scratch` is a folder for a copy of the database, encrypted as it was; it must not exist and
/// is removed. `wrong_passphrase`, `not_found` (no key file: nothing can be brought back without one), `cancelled`.
Result<SalvageReport> salvage_record(const Surroundings& surroundings, const SalvageSource& source,
                                     const TypedSecret& typed, const Path& scratch, Record& into,
                                     const Progress& progress = {});

}  // namespace daybook::vault
