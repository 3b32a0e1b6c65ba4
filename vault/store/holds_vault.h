#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// Whether a folder holds the header of a record, or the file that stands in for it. Says nothing of whether it opens.
bool holds_vault(FileSystem& files, const Path& folder);

}  // namespace daybook::vault
