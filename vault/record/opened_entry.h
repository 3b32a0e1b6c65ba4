#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

/// Appends an entry whose line in the log tells only that something was said, and an opening with these members that
/// tells what it was. The opening belongs to no item, so no removal deletes it. Returns the entry's number.
Result<EntryNumber> append_opened(Database& database, LogWriter& log, EntryDraft draft, const Json& members);

}  // namespace daybook::vault
