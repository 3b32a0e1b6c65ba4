#include "ui/model/places.h"

#include <algorithm>
#include <cstdlib>

namespace daybook::ui {

vault::Path first_place() {
  const char* home = std::getenv("HOME");
  return home != nullptr ? home : "/";
}

std::vector<vault::Path> places(vault::FileSystem& files) {
  std::vector<vault::Path> found;
  const char* home = std::getenv("HOME");
  if (home != nullptr) found.emplace_back(home);
  std::vector<vault::Path> above{"/media", "/mnt"};
  for (const char* base : {"/media", "/run/media"}) {
    if (const char* user = std::getenv("USER")) above.push_back(vault::Path(base) / user);
  }
  for (const vault::Path& folder : above) {
    const auto names = files.list(folder);
    for (const vault::Path& name : names ? *names : std::vector<vault::Path>()) {
      const vault::Path place = folder / name;
      const auto facts = files.facts(place);
      if (facts && facts->is_folder && std::find(above.begin(), above.end(), place) == above.end())
        found.push_back(place);
    }
  }
  return found;
}

bool is_hidden(const vault::Path& entry) { return entry.filename().native().starts_with('.'); }

}  // namespace daybook::ui
