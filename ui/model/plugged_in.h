#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "vault/store/file_system.h"

namespace daybook::ui {

/// The folders of media that are taken out again when they were written: sticks, cards, disks that were plugged in.
/// Told by the tables of the system, so that a folder which a stick left behind, a disk inside of the computer and a
/// medium that cannot be written to are none. Reads the system, so it is for a worker.
std::vector<vault::Path> plugged_in();

/// The same from the text of a table of mounts (proc(5), mountinfo). `is_taken_out` says of a device, by its two
/// numbers, whether it is one that is plugged in.
std::vector<vault::Path> plugged_in_of(std::string_view mounts,
                                       const std::function<bool(unsigned major, unsigned minor)>& is_taken_out);

/// Whether a folder is one of these media or in one, by its name alone.
bool is_named_on(const std::vector<vault::Path>& media, const vault::Path& folder);
/// Whether it lies on one. Links are followed first.
bool lies_on(const std::vector<vault::Path>& media, const vault::Path& folder);

}  // namespace daybook::ui
