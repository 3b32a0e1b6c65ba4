#pragma once

#include <optional>
#include <string_view>

namespace daybook::vault {

/// The bytes of a blank of any kind that telephones write in a time, at the beginning of a text; 0 where there is none.
std::size_t blank_size(std::string_view text);

struct HalfDay {
  bool is_after_noon;
  std::size_t bytes;  // that the word takes
};
/// The word at the beginning of a text that says which half of the day a time of twelve hours is in, as telephones of
/// many languages write it, or nothing. "12" of the half before noon is midnight.
std::optional<HalfDay> half_day_at(std::string_view text);

}  // namespace daybook::vault
