#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace daybook::vault {

// Dates and times of day that are written in figures.

/// In which order a date in figures is read. `sole` has the year first in four figures, which has one order everywhere.
enum class FigureOrder { sole, day_first, month_first, year_first };

struct FigureDate {
  FigureOrder order = FigureOrder::sole;
  int year = 0;
  unsigned month = 0, day = 0;  // `day` is 0 for a whole month
};

/// Everything that a date in figures can mean, in small letters: `2025-05-03`, `5.5.2025`, `12/05/25`, `05/2025`,
/// `20250503`. Only days that the calendar has; empty when the word is no date. Two figures for a year are read as
/// POSIX reads them (strptime, %y): 69 and above lie in the twentieth century.
std::vector<FigureDate> figure_dates(std::string_view word);
/// The year that two figures stand for.
int year_of_two_figures(int figures);

/// A time of day as it was written.
struct ClockTime {
  int minute = 0;             // after midnight; in the first half of the day when `half_is_open`
  bool half_is_open = false;  // it may be 12 hours later just as well: "at 11"
};

/// A time of day in figures: `22:41`, `22.41`, `22:41:30`, `10:41pm`, `11pm`, `22h41`. An hour of one figure without am
/// or pm leaves open which half of the day is meant.
std::optional<ClockTime> clock_time(std::string_view word);
/// An hour that stands for itself, from 0 to 24: what is above 12 can only be of the second half of the day.
std::optional<ClockTime> clock_hour(int hour);
/// The time in the half of the day that was written beside it. Nothing where that cannot be: 14:00 am.
std::optional<ClockTime> in_half(ClockTime time, bool is_afternoon);

}  // namespace daybook::vault
