#pragma once

#include <string>

#include "vault/store/file_system.h"

namespace daybook::ui {

/// What has to be known before the record is open, in one small file that anybody at this computer can read: nothing of
/// what is kept, and not what the program is for.
struct Settings {
  vault::Path record;           // its folder; empty: there is none yet
  std::string name = "Notes";   // what the window is called
  std::string language = "en";  // of the window
  int text_percent = 100;       // 100 to 300
};

constexpr int kLeastTextPercent = 100, kMostTextPercent = 300;

/// Defaults where there is no file or it cannot be read: a damaged settings file never stands in the way.
Settings load_settings(vault::FileSystem& files, const vault::Path& path);
Result<void> save_settings(vault::FileSystem& files, const vault::Path& path, const Settings& settings);

/// Where the file lies and where a new record is made, when nothing else is said. Neutral names.
vault::Path default_settings_path();
vault::Path default_record_path();

}  // namespace daybook::ui
