#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace daybook::ui {

/// A text as code points.
struct CodePoints {
  std::vector<char32_t> values;
  std::vector<std::uint32_t> offsets;  // the byte where each begins, and at the end the length of the text
};
/// Decodes UTF-8. Each byte that is not part of UTF-8 becomes U+FFFD.
CodePoints code_points_of(std::string_view text);

/// For each code point, whether a character as a person sees it begins there (UAX 29). One more value, true, stands for
/// the end of the text.
std::vector<bool> character_starts(const std::vector<char32_t>& values);

/// Whether a character is shown as a coloured picture where no selector follows it (Emoji_Presentation of UTS 51).
bool is_emoji_by_default(char32_t value);

}  // namespace daybook::ui
