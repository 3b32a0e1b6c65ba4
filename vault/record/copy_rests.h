#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// What is left in `folder` of a copy that was never finished: files under names that only unfinished files of this one
/// copy have. Empty too where the folder cannot be read, because it is often on a stick that is no longer there.
std::vector<Path> rests_of_copy(FileSystem& files, const Path& folder, const std::string& bundle);

}  // namespace daybook::vault
