#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace daybook::vault {

/// Days since 1970 by the calendar, both ends in it. A person's words about a time, never finer than a day.
struct DayRange {
  std::int32_t first = 0, last = 0;
  bool is_one_day() const { return first == last; }
  bool meets(const DayRange& other) const { return first <= other.last && other.first <= last; }
  bool operator==(const DayRange&) const = default;
};

/// The days that somebody's words name: `3 May 2025`, `May 2025`, `early May 2025`, `2025-05-03`, `summer 2025`,
/// `between 3 May 2025 and the end of June 2025`. Every word has to be understood and every year to be written:
/// otherwise nothing. 03/05/2025 is two days in two countries: nothing, unless only one of them exists.
std::optional<DayRange> days_said(std::string_view words);

}  // namespace daybook::vault
