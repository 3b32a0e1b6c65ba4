#include <cstdlib>

#include "ui/model/settings.h"

namespace daybook::ui {
namespace {

// A variable that holds a relative path counts as unset (XDG Base Directory Specification).
vault::Path folder_from(const char* variable, const char* below_home) {
  if (const char* given = std::getenv(variable); given != nullptr && *given == '/') return vault::from_utf8(given);
  const char* home = std::getenv("HOME");
  return vault::from_utf8(home != nullptr ? home : ".") / below_home;
}

}  // namespace

vault::Path default_settings_path() { return folder_from("XDG_CONFIG_HOME", ".config") / "notes" / "settings.json"; }

vault::Path default_record_path() { return folder_from("XDG_DATA_HOME", ".local/share") / "notes"; }

vault::Path languages_path() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "languages";
}

}  // namespace daybook::ui
