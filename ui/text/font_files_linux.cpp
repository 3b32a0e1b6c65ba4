#include "ui/text/font_files.h"

#include <hb.h>

#include <algorithm>
#include <array>

namespace daybook::ui {
namespace {

namespace fs = std::filesystem;

// The folders in which Debian's packages put the fonts that this program depends on.
constexpr std::array kFolders = {"/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/noto",
                                 "/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/dejavu"};

}  // namespace

std::optional<fs::path> find_font_file(const char* name) {
  std::error_code error;
  for (const char* folder : kFolders) {
    const fs::path path = fs::path(folder) / name;
    if (fs::exists(path, error)) return path;
  }
  return std::nullopt;
}

std::vector<fs::path> fonts_for_scripts() {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/usr/share/fonts/truetype/noto", error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("NotoSans") && name.ends_with("-Regular.ttf")) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

hb_blob_t* map_font_file(const fs::path& path) { return hb_blob_create_from_file_or_fail(path.c_str()); }

}  // namespace daybook::ui
