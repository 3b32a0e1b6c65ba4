#include "vault/store/place_linux.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace daybook::vault {
namespace {

constexpr std::array kNetworkKinds = {
    "nfs",  "nfs4",       "cifs",        "smb3",       "smbfs",           "afs",
    "ceph", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.glusterfs"};

// A field of mountinfo as plain text. Blanks, tabs, line ends and backslashes stand in it as `\` and three octal digits
// (proc(5)).
std::string unescape(std::string_view field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const bool is_escape = field[i] == '\\' && i + 3 < field.size() &&
                           std::all_of(&field[i + 1], &field[i + 1] + 3, [](char c) { return c >= '0' && c <= '7'; });
    if (!is_escape) {
      text += field[i];
      continue;
    }
    text += static_cast<char>((field[i + 1] - '0') * 64 + (field[i + 2] - '0') * 8 + (field[i + 3] - '0'));
    i += 3;
  }
  return text;
}

bool leads_to(const Path& mount, const Path& folder) {
  return std::mismatch(mount.begin(), mount.end(), folder.begin(), folder.end()).first == mount.end();
}

}  // namespace

std::vector<Mount> mounts_in(std::string_view mountinfo) {
  std::vector<Mount> mounts;
  std::istringstream lines{std::string(mountinfo)};
  for (std::string line; std::getline(lines, line);) {
    // A line has: number, parent, device, root, where it is mounted, options, any number of fields, "-", kind, ...
    std::istringstream fields(line);
    std::string field, folder;
    char colon = 0;
    Mount mount;
    fields >> field >> field >> mount.major >> colon >> mount.minor >> field >> folder >> mount.options;
    while (fields >> field && field != "-") {
    }
    if (!(fields >> mount.kind)) continue;
    mount.folder = unescape(folder);
    mounts.push_back(std::move(mount));
  }
  return mounts;
}

std::string mountinfo() {
  std::ifstream file("/proc/self/mountinfo");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::optional<std::string> network_mount_in(std::string_view mountinfo, const Path& folder) {
  std::optional<std::string> kind;
  std::size_t longest = 0;
  for (const Mount& mount : mounts_in(mountinfo)) {
    // The longest place that leads to the folder is the one it lies on. Of two mounts on one place the later counts,
    // because it covers the earlier.
    const std::size_t size = mount.folder.native().size();
    if (size < longest || !leads_to(mount.folder, folder)) continue;
    longest = size;
    const bool is_network = std::find(kNetworkKinds.begin(), kNetworkKinds.end(), mount.kind) != kNetworkKinds.end();
    kind = is_network ? std::optional(mount.kind) : std::nullopt;
  }
  return kind;
}

std::optional<std::string> network_file_system_of(const Path& folder) {
  std::error_code error;
  const Path whole = std::filesystem::weakly_canonical(std::filesystem::absolute(folder, error), error);
  return network_mount_in(mountinfo(), error ? folder : whole);
}

bool has_other_names(const Path& file) {
  struct stat status;
  return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink > 1;
}

}  // namespace daybook::vault
