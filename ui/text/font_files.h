#pragma once

#include <filesystem>
#include <optional>
#include <vector>

struct hb_blob_t;

namespace daybook::ui {

/// The program's font of that file name; nothing when it is not on this computer.
std::optional<std::filesystem::path> find_font_file(const char* name);

/// The plain fonts for one script each that are there besides, in the order of their names.
std::vector<std::filesystem::path> fonts_for_scripts();

/// The bytes of a font, mapped; null when they cannot be read. The caller destroys it.
hb_blob_t* map_font_file(const std::filesystem::path& path);

}  // namespace daybook::ui
