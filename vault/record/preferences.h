#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

// How the window is set: colours, when it locks, which key hides. The preferences are kept in the record, because
// outside of it anybody at this computer could read them. They are no part of the log or of a copy, because they say
// nothing of what is kept.

/// The text that keep_preferences() was last given; nothing before that.
Result<std::optional<std::string>> preferences(Record& record);
/// Keeps `text` in place of the preferences that were there. `read_only` where nothing is kept.
Result<void> keep_preferences(Record& record, std::string_view text);

}  // namespace daybook::vault
