#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace daybook::ui {

/// Text as code points, with the byte at which each begins; one more offset at the end. A byte that is no UTF-8 is
/// U+FFFD.
struct CodePoints {
  std::vector<char32_t> values;
  std::vector<std::uint32_t> offsets;
};
CodePoints code_points_of(std::string_view text);

/// For each code point whether a character as a person sees it begins there (UAX 29).
std::vector<bool> character_starts(const std::vector<char32_t>& values);

/// Whether it is shown as a coloured picture when nothing else is said (UTS 51).
bool is_emoji_by_default(char32_t value);

}  // namespace daybook::ui
