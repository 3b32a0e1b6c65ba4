#pragma once

#include "vault/record/fact_rows.h"
#include "vault/record/person_rows.h"
#include "vault/record/record.h"

namespace daybook::vault {

// Programs before version 3 of the tables kept case and people as two settings, past the log. The first opening that
// can write makes entries of them; until then they are read where they stand.

/// What the old setting says, as it will be taken over; nothing when there is none. What cannot be read is none, and
/// stays where it is.
Result<std::optional<std::vector<FactVersion>>> old_facts(Database& database);
Result<std::optional<std::vector<PersonVersion>>> old_people(Database& database);

/// Both, in one transaction with their removal from the settings: typed earlier, on a day that is not known. Nothing to
/// do in most records; asked for again before anything else is said, for then the old must have its place in the order.
/// `read_only` where nothing is kept.
Result<void> take_over_old_settings(Record& record);

}  // namespace daybook::vault
