#include <algorithm>
#include <fstream>

#include "ui/model/plugged_in.h"
#include "vault/store/place_linux.h"

namespace daybook::ui {
namespace {

using vault::Path;

// Where desktops put what is plugged in. A system that runs from a stick has its own folders elsewhere.
bool is_place_of_media(const Path& folder) {
  const std::string text = folder.native();
  return text.starts_with("/media/") || text.starts_with("/run/media/") || text.starts_with("/mnt/");
}

bool is_taken_out_at(const Path& device) {
  const std::string text = device.native();
  for (const char* bus : {"/usb", "/mmc_host/", "/firewire"}) {
    if (text.find(bus) != std::string::npos) return true;
  }
  char removable = '0';
  for (const Path& place : {device, device.parent_path()}) {  // of a disk, and of that of a part
    if (std::ifstream file(place / "removable"); file >> removable && removable == '1') return true;
  }
  // An encrypted medium is a device over another one.
  std::error_code error;
  const std::filesystem::directory_iterator below(device / "slaves", error);
  return !error && std::any_of(begin(below), end(below), [](const auto& entry) {
    std::error_code fault;
    const Path other = std::filesystem::canonical(entry.path(), fault);
    return !fault && is_taken_out_at(other);
  });
}

bool is_taken_out(unsigned major, unsigned minor) {
  std::error_code error;
  const Path name = Path("/sys/dev/block") / (std::to_string(major) + ":" + std::to_string(minor));
  const Path device = std::filesystem::canonical(name, error);
  return !error && is_taken_out_at(device);
}

}  // namespace

std::vector<Path> plugged_in() { return plugged_in_of(vault::mountinfo(), is_taken_out); }

std::vector<Path> plugged_in_of(std::string_view mounts,
                                const std::function<bool(unsigned major, unsigned minor)>& is_taken_out) {
  std::vector<Path> found;
  for (const vault::Mount& mount : vault::mounts_in(mounts)) {
    const bool is_writable = mount.options == "rw" || mount.options.starts_with("rw,");
    if (is_writable && is_place_of_media(mount.folder) && is_taken_out(mount.major, mount.minor))
      found.push_back(mount.folder);
  }
  return found;
}

bool is_named_on(const std::vector<Path>& media, const Path& folder) {
  return std::any_of(media.begin(), media.end(), [&](const Path& medium) {
    const Path inside = folder.lexically_normal().lexically_relative(medium);
    return !inside.empty() && *inside.begin() != "..";
  });
}

bool lies_on(const std::vector<Path>& media, const Path& folder) {
  std::error_code error;
  const Path real = std::filesystem::weakly_canonical(folder, error);
  return !error && is_named_on(media, real);
}

}  // namespace daybook::ui
