#pragma once

#include <optional>
#include <string_view>

namespace daybook::vault {

struct HalfDay {
  bool is_after_noon;
  std::size_t bytes;  // that the word takes
};
/// The word at the beginning of a text that says which half of the day a time of twelve hours is in, as telephones of
/// many languages write it, or nothing. "12" of the half before noon is midnight.
std::optional<HalfDay> half_day_at(std::string_view text);

}  // namespace daybook::vault
