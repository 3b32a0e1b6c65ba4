#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// Whether a path leads to a folder or to something in it, by whatever links either is reached. What does not exist yet
/// counts as what it is going to be. False where that cannot be told.
bool lies_within(const Path& path, const Path& folder);

/// For what is about to be written into a folder that must not be that of the record, or in it: a backup there would be
/// lost with the record, and a copy there would go when the record is removed. `usage` when it is.
Result<void> require_outside(const Path& target, const Path& record);

}  // namespace daybook::vault
