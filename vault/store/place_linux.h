#pragma once

#include "vault/store/place.h"

namespace daybook::vault {

/// As network_file_system_of(), from the text of /proc/self/mountinfo, for an absolute path.
std::optional<std::string> network_mount_in(std::string_view mountinfo, const Path& folder);

}  // namespace daybook::vault
