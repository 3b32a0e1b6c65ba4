#pragma once

#include <string_view>
#include <vector>

#include "vault/store/file_system.h"

namespace daybook::ui {

/// The local files in a list of addresses as programs put it into the clipboard (RFC 2483, text/uri-list; file: as in
/// RFC 8089). An address that is no file of this computer is left out, and so is every file after the first hundred
/// thousand.
std::vector<vault::Path> files_in(std::string_view uri_list);

}  // namespace daybook::ui
