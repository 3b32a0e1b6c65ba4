#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace daybook::vault {

/// A place in a text, in bytes.
struct TextPlace {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const TextPlace&) const = default;
};

/// Every place in `text`, which is UTF-8, where `words` stand: whatever their case, with or without the accents of
/// Latin, Greek and Cyrillic letters, and with any blanks and line ends between them. Places do not overlap. None when
/// there is nothing to look for.
std::vector<TextPlace> find_in_text(std::string_view text, std::string_view words);

}  // namespace daybook::vault
