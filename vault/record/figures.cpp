#include "vault/record/figures.h"

#include <utf8proc.h>

#include <algorithm>

namespace daybook::vault {

// The ten figures of a script stand in a row, from a place on that ends in 0 or 6.
std::optional<unsigned> figure_of(std::int32_t point) {
  if (point >= '0' && point <= '9') return static_cast<unsigned>(point - '0');
  if (point < 0x80 || utf8proc_category(point) != UTF8PROC_CATEGORY_ND) return std::nullopt;
  const std::int32_t row = point & ~0xF;
  const bool is_from_0 = utf8proc_category(row) == UTF8PROC_CATEGORY_ND;
  return static_cast<unsigned>(std::clamp((point & 0xF) - (is_from_0 ? 0 : 6), 0, 9));
}

std::optional<FigureAt> figure_at(std::string_view text) {
  utf8proc_int32_t point = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (size <= 0) return std::nullopt;
  const auto figure = figure_of(point);
  if (!figure) return std::nullopt;
  return FigureAt{*figure, static_cast<std::size_t>(size)};
}

}  // namespace daybook::vault
