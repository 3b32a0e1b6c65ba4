#pragma once

#include <string>
#include <string_view>

namespace daybook::ui {

/// A text that somebody else chose (a file's name, a number, a purpose, an answer in a list), as one line that cannot
/// look like anything but itself. Line breaks, control characters, characters that turn or hide what stands around
/// them, and bytes that are not UTF-8 are written out, `[U+202E]`, `[byte FF]`. Otherwise a name could print a line
/// that looks like one of this program. Every such text goes through foreign_line() on its way to the terminal, the
/// window, the report and --json. Only the texts of items and messages keep their characters, in a block of their own.
std::string foreign_line(std::string_view text);

}  // namespace daybook::ui
