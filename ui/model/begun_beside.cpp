#include "ui/model/begun_beside.h"

#include <algorithm>

namespace daybook::ui {
namespace {

// A name without the number that free_folder() puts behind it: notes-2.
std::string without_number(const vault::Path& folder) {
  std::string name = vault::to_utf8(folder.filename());
  const std::size_t dash = name.rfind('-');
  const bool has_number = dash != std::string::npos && dash > 0 && dash + 1 < name.size() &&
                          name.find_first_not_of("0123456789", dash + 1) == std::string::npos;
  return has_number ? name.substr(0, dash) : name;
}

}  // namespace

std::vector<vault::Path> begun_beside(const Settings& settings) {
  std::vector<vault::Path> beside;
  for (const vault::Path& folder : settings.left) {
    const bool is_beside = folder.parent_path() == settings.record.parent_path() && folder != settings.record &&
                           without_number(folder) == without_number(settings.record);
    if (is_beside && std::find(beside.begin(), beside.end(), folder) == beside.end()) beside.push_back(folder);
  }
  return beside;
}

}  // namespace daybook::ui
