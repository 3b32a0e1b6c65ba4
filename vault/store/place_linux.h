#pragma once

#include "vault/store/place.h"

namespace daybook::vault {

/// The kind of network file system that the absolute path `folder` lies on, by the text of /proc/self/mountinfo
/// (proc(5)), or nothing. Apart from network_file_system_of(), so that tests can give a text of their own.
std::optional<std::string> network_mount_in(std::string_view mountinfo, const Path& folder);

}  // namespace daybook::vault
