#pragma once

#include <string>
#include <vector>

#include "vault/store/place.h"

namespace daybook::vault {

/// One line of /proc/self/mountinfo (proc(5)).
struct Mount {
  unsigned major = 0, minor = 0;  // of the device
  Path folder;                    // where it is mounted
  std::string options, kind;
};
/// The lines of the table, in its order. One that is not whole is left out.
std::vector<Mount> mounts_in(std::string_view mountinfo);
/// The text of the table of this process.
std::string mountinfo();

/// The kind of network file system that the absolute path `folder` lies on, by the text of /proc/self/mountinfo
/// (proc(5)), or nothing. Apart from network_file_system_of(), so that tests can give a text of their own.
std::optional<std::string> network_mount_in(std::string_view mountinfo, const Path& folder);

}  // namespace daybook::vault
