#pragma once

#include "vault/record/fact_rows.h"
#include "vault/record/person_rows.h"
#include "vault/record/record.h"

namespace daybook::vault {

// Programs before version 3 of the tables kept case and people as two settings, of which the log knew nothing. Log
// entries are made of them when such a record is first opened where it can be written to. Until then they are read from
// the settings.

/// What the old setting `case` says, as it will be taken over. Nothing when there is no such setting or it cannot be
/// read; a setting that cannot be read stays where it is.
Result<std::optional<std::vector<FactVersion>>> old_facts(Database& database);
/// What the old setting `people` says, as old_facts() tells of `case`.
Result<std::optional<std::vector<PersonVersion>>> old_people(Database& database);

/// Makes log entries of both settings, in one transaction with their removal. The entries say that they were typed
/// earlier, on a day that is not known. Most records have no such settings. Whoever is about to say something of the
/// case or of people calls take_over_old_settings() first, so that the older words come first in the log. `read_only`
/// where nothing is kept.
Result<void> take_over_old_settings(Record& record);

}  // namespace daybook::vault
