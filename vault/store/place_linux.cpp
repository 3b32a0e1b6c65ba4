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

std::optional<std::string> network_mount_in(std::string_view mountinfo, const Path& folder) {
  std::optional<std::string> kind;
  std::size_t longest = 0;
  std::istringstream lines{std::string(mountinfo)};
  for (std::string line; std::getline(lines, line);) {
    // A line has: number, parent, device, root, where it is mounted, options, any number of fields, "-", kind, ...
    std::istringstream fields(line);
    std::string field, mount;
    for (int i = 0; i < 5; ++i) fields >> mount;
    while (fields >> field && field != "-") {
    }
    if (!(fields >> field)) continue;
    mount = unescape(mount);
    // The longest place that leads to the folder is the one it lies on. Of two mounts on one place the later counts,
    // because it covers the earlier.
    if (mount.size() < longest || !leads_to(Path(mount), folder)) continue;
    longest = mount.size();
    const bool is_network = std::find(kNetworkKinds.begin(), kNetworkKinds.end(), field) != kNetworkKinds.end();
    kind = is_network ? std::optional(field) : std::nullopt;
  }
  return kind;
}

std::optional<std::string> network_file_system_of(const Path& folder) {
  std::error_code error;
  const Path whole = std::filesystem::weakly_canonical(std::filesystem::absolute(folder, error), error);
  std::ifstream file("/proc/self/mountinfo");
  std::ostringstream text;
  text << file.rdbuf();
  return network_mount_in(text.str(), error ? folder : whole);
}

bool has_other_names(const Path& file) {
  struct stat status;
  return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink > 1;
}

}  // namespace daybook::vault
