#pragma once

#include <vector>

#include "vault/store/file_system.h"

namespace daybook::ui {

/// Where looking for a file begins: her own folder.
vault::Path first_place();

/// Her own folder and what is plugged in, in that order.
std::vector<vault::Path> places(vault::FileSystem& files);

/// What this system's own windows do not show.
bool is_hidden(const vault::Path& entry);

}  // namespace daybook::ui
