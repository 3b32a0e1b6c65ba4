#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include "ui/model/plugged_in.h"

namespace daybook::ui {
namespace {

using vault::Path;

// A name in the table has a blank as \040, and three other signs likewise.
std::string unescaped(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    unsigned value = 0;
    const char* const figures = name.data() + i + 1;
    if (name[i] != '\\' || i + 3 >= name.size() || std::from_chars(figures, figures + 3, value, 8).ptr != figures + 3) {
      text += name[i];
      continue;
    }
    text += static_cast<char>(value);
    i += 3;
  }
  return text;
}

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

std::vector<Path> plugged_in() {
  std::ifstream table("/proc/self/mountinfo");
  std::stringstream text;
  text << table.rdbuf();
  return plugged_in_of(text.str(), is_taken_out);
}

std::vector<Path> plugged_in_of(std::string_view mounts,
                                const std::function<bool(unsigned major, unsigned minor)>& is_taken_out) {
  std::vector<Path> found;
  std::istringstream lines{std::string(mounts)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string number, parent, root, folder, options;
    unsigned major = 0, minor = 0;
    char colon = 0;
    if (!(fields >> number >> parent >> major >> colon >> minor >> root >> folder >> options)) continue;
    const bool is_writable = options == "rw" || options.starts_with("rw,");
    const Path place = unescaped(folder);
    if (is_writable && is_place_of_media(place) && is_taken_out(major, minor)) found.push_back(place);
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
