#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

// How the window is set: colours, when it locks, which key hides. Kept in the record, because outside of it anybody at
// this computer could read them; no part of the log and of no copy, because they say nothing of what is kept.

/// As the window wrote them; nothing before it did.
Result<std::optional<std::string>> preferences(Record& record);
/// In place of what was there. `read_only` where nothing is kept.
Result<void> keep_preferences(Record& record, std::string_view text);

}  // namespace daybook::vault
