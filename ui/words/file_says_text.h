#pragma once

#include <string>
#include <vector>

#include "vault/record/file_facts.h"

namespace daybook::ui {

/// What a file says of itself, in the parts of one line: its size in pixels, when it was taken or made, that it holds a
/// place. Empty when it says none of these.
std::vector<std::string> file_says_parts(const vault::FileSays& facts);
/// Why a picture is not drawn, or what is missing of one that is. Empty when all of it is drawn.
std::string drawn_text(const vault::FileSays& facts);

}  // namespace daybook::ui
