#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

/// Appends an entry that says in the log only that something was said: what it was stands in an opening of these
/// members, which belongs to no item. Returns the number of the entry.
Result<EntryNumber> append_opened(Database& database, LogWriter& log, EntryDraft draft, const Json& members);

}  // namespace daybook::vault
