#pragma once

#include <string>
#include <vector>

#include "ui/model/preferences.h"
#include "vault/store/file_system.h"

namespace daybook::ui {

/// What has to be known before the record is open. It stands in a small file that anybody at this computer can read, so
/// it says nothing of what is kept and not what the program is for.
struct Settings {
  vault::Path record;             // its folder; empty: there is none yet
  std::string name = "Notes";     // what the window is called
  std::string language = "en";    // of the window
  int text_percent = 100;         // size of the text, kLeastTextPercent to kMostTextPercent
  Theme theme = Theme::light;     // of the last record that was open, for what is shown before one is
  std::vector<vault::Path> left;  // records that another was begun beside, the last first
  bool has_hidden = false;        // first run was hidden or closed once, after it had shown how that is done
};

constexpr int kLeastTextPercent = 100, kMostTextPercent = 300;

/// Gives defaults for whatever the file at `path` lacks or holds in a damaged form, and moves a number that is out of
/// its bounds to the nearest: a damaged settings file never stands in the way.
Settings load_settings(vault::FileSystem& files, const vault::Path& path);
/// Writes the file, and makes its folder where there is none. Errors are those of the file system.
Result<void> save_settings(vault::FileSystem& files, const vault::Path& path, const Settings& settings);

/// Where the settings file of this user lies, and where a new record is made. The names are neutral, so that who sees
/// the folders does not learn what the program is for.
vault::Path default_settings_path();
vault::Path default_record_path();
/// Where the catalogues of other languages lie: the folder `languages` beside the program.
vault::Path languages_path();

}  // namespace daybook::ui
