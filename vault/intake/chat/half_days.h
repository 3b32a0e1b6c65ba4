#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace daybook::vault {

/// The bytes of a blank of any kind that telephones write in a time, at the beginning of a text; 0 where there is none.
inline std::size_t blank_size(std::string_view text) {
  if (text.empty() || (static_cast<unsigned char>(text[0]) < 0x80 && text[0] != ' ')) return 0;
  for (const std::string_view blank : {" ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89"}) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

/// The bytes of the letter, with the signs that stand on it, at the beginning of a text; 0 where there is none.
std::size_t letter_size(std::string_view text);

struct HalfDay {
  enum class Half { none, before, after, night };  // of noon; the night goes on behind midnight, up to six
  Half half = Half::none;
  std::uint8_t language = 0;  // words of one telephone have the same
  std::size_t bytes = 0;      // that the word takes
};
/// The word at the beginning of a text that says which half of the day a time of twelve hours is in, as telephones of
/// many languages write it, in small letters or capitals; or nothing. "12" of the half before noon is midnight.
std::optional<HalfDay> half_day_at(std::string_view text);

}  // namespace daybook::vault
