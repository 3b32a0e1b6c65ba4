#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace daybook::vault {

/// A time as a person puts it in words, which is never finer than a day. `first` and `last` are days since 1 January
/// 1970 by the calendar, and both belong to the range.
struct DayRange {
  std::int32_t first = 0, last = 0;
  bool is_one_day() const { return first == last; }
  bool meets(const DayRange& other) const { return first <= other.last && other.first <= last; }
  bool operator==(const DayRange&) const = default;
};

/// The days that somebody's words name: `3 May 2025`, `May 2025`, `early May 2025`, `2025-05-03`, `summer 2025`,
/// `between 3 May 2025 and the end of June 2025`. Nothing unless every word is understood and every year is written:
/// a wrong day is worse than none. `03/05/2025` is nothing either, because it is two days in two countries;
/// `25/05/2025` can only be one.
std::optional<DayRange> days_said(std::string_view words);

}  // namespace daybook::vault
