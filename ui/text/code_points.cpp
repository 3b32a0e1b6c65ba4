#include "ui/text/code_points.h"

#include <utf8proc.h>

namespace daybook::ui {

CodePoints code_points_of(std::string_view text) {
  CodePoints points;
  points.values.reserve(text.size());
  points.offsets.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t value = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const utf8proc_ssize_t length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    points.offsets.push_back(static_cast<std::uint32_t>(at));
    points.values.push_back(length > 0 ? static_cast<char32_t>(value) : U'\ufffd');
    at += length > 0 ? static_cast<std::size_t>(length) : 1;
  }
  points.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return points;
}

std::vector<bool> character_starts(const std::vector<char32_t>& values) {
  std::vector<bool> starts(values.size() + 1, true);
  utf8proc_int32_t state = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    starts[i] = utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(values[i - 1]),
                                                 static_cast<utf8proc_int32_t>(values[i]), &state) != 0;
  }
  return starts;
}

// The ranges are those of Emoji_Presentation in emoji-data.txt (UTS 51), a property that utf8proc does not have. Older
// symbols stand one by one. The later blocks stand whole, because they hold few other characters.
bool is_emoji_by_default(char32_t value) {
  struct Range {
    char32_t first, last;
  };
  static constexpr Range kRanges[] = {
      {0x231a, 0x231b},   {0x23e9, 0x23ec},   {0x23f0, 0x23f0},   {0x23f3, 0x23f3},   {0x25fd, 0x25fe},
      {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267f, 0x267f},   {0x2693, 0x2693},   {0x26a1, 0x26a1},
      {0x26aa, 0x26ab},   {0x26bd, 0x26be},   {0x26c4, 0x26c5},   {0x26ce, 0x26ce},   {0x26d4, 0x26d4},
      {0x26ea, 0x26ea},   {0x26f2, 0x26f3},   {0x26f5, 0x26f5},   {0x26fa, 0x26fa},   {0x26fd, 0x26fd},
      {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},   {0x274c, 0x274c},   {0x274e, 0x274e},
      {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27b0, 0x27b0},   {0x27bf, 0x27bf},
      {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2b55, 0x2b55},   {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf},
      {0x1f18e, 0x1f18e}, {0x1f191, 0x1f19a}, {0x1f1e6, 0x1f1ff}, {0x1f201, 0x1f201}, {0x1f21a, 0x1f21a},
      {0x1f22f, 0x1f22f}, {0x1f232, 0x1f236}, {0x1f238, 0x1f23a}, {0x1f250, 0x1f251}, {0x1f300, 0x1f320},
      {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c}, {0x1f37e, 0x1f393}, {0x1f3a0, 0x1f3ca}, {0x1f3cf, 0x1f3d3},
      {0x1f3e0, 0x1f3f0}, {0x1f3f4, 0x1f3f4}, {0x1f3f8, 0x1f43e}, {0x1f440, 0x1f440}, {0x1f442, 0x1f4fc},
      {0x1f4ff, 0x1f53d}, {0x1f54b, 0x1f54e}, {0x1f550, 0x1f567}, {0x1f57a, 0x1f57a}, {0x1f595, 0x1f596},
      {0x1f5a4, 0x1f5a4}, {0x1f5fb, 0x1f64f}, {0x1f680, 0x1f6c5}, {0x1f6cc, 0x1f6cc}, {0x1f6d0, 0x1f6d2},
      {0x1f6d5, 0x1f6d7}, {0x1f6dc, 0x1f6df}, {0x1f6eb, 0x1f6ec}, {0x1f6f4, 0x1f6fc}, {0x1f7e0, 0x1f7eb},
      {0x1f7f0, 0x1f7f0}, {0x1f90c, 0x1f93a}, {0x1f93c, 0x1f945}, {0x1f947, 0x1f9ff}, {0x1fa70, 0x1faff}};
  for (const Range& range : kRanges) {
    if (value >= range.first && value <= range.last) return true;
  }
  return false;
}

}  // namespace daybook::ui
