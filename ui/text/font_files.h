#pragma once

#include <filesystem>
#include <optional>
#include <vector>

struct hb_blob_t;

namespace daybook::ui {

/// Where a font file of this name lies; nothing when it is not on this computer.
std::optional<std::filesystem::path> find_font_file(const char* name);

/// All fonts of the Noto Sans family on this computer in their regular weight, most of which are for one script. They
/// are sorted by path, so that the order is the same everywhere.
std::vector<std::filesystem::path> fonts_for_scripts();

/// Maps a font file into memory; null when it cannot be read. The caller owns the blob and calls hb_blob_destroy().
hb_blob_t* map_font_file(const std::filesystem::path& path);

}  // namespace daybook::ui
