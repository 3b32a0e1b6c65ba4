#pragma once

#include <string>
#include <string_view>

namespace daybook::ui {

/// A text that somebody else chose (a file's name, a number, a purpose, an answer in a list), as one line that can show
/// nothing but itself: line breaks, control characters, characters that turn or hide what stands around them, and bytes
/// that are no UTF-8 are written out, `[U+202E]`, `[byte FF]`. Without this a name could write a line of ours. Every such
/// text goes through here on its way to the terminal, the window, the report and --json. Texts of items and messages keep
/// their characters and stand in a block of their own.
std::string foreign_line(std::string_view text);

}  // namespace daybook::ui
