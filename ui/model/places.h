#pragma once

#include <vector>

#include "vault/store/file_system.h"

namespace daybook::ui {

/// The folder in which choosing a file begins: the home folder of whoever runs the program.
vault::Path first_place();

/// The home folder, then the media that are plugged in. Reads the disk, so it is for a worker.
std::vector<vault::Path> places(vault::FileSystem& files);

/// True for an entry that the file windows of this system do not show.
bool is_hidden(const vault::Path& entry);

}  // namespace daybook::ui
