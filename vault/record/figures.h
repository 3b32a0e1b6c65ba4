#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace daybook::vault {

/// The figure from 0 to 9 that a character is, in whatever script, or nothing.
std::optional<unsigned> figure_of(std::int32_t point);

struct FigureAt {
  unsigned value;
  std::size_t bytes;  // that it takes in UTF-8
};
/// The figure at the beginning of a text in UTF-8, or nothing.
std::optional<FigureAt> figure_at(std::string_view text);

}  // namespace daybook::vault
