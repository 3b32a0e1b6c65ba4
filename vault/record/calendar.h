#pragma once

#include <cstdint>
#include <optional>

namespace daybook::vault {

// The calendar in which people say days. A day is a number: days since 1 January 1970.

constexpr int kFirstYear = 1900, kLastYear = 2100;
constexpr std::int64_t kSecondsOfDay = 24 * 60 * 60;

struct CivilDay {
  int year = 0;
  unsigned month = 0, day = 0;  // both from 1
};

/// Days that follow each other. Both ends belong to it.
struct Days {
  std::int32_t first = 0, last = 0;
};

/// The number of a day; nothing where the calendar has no such day, or before kFirstYear and after kLastYear.
std::optional<std::int32_t> day_number(const CivilDay& day);
CivilDay civil_day(std::int32_t day);
/// The day in which a moment lies that is so many seconds after the beginning of 1970, or before it, by one clock.
std::int32_t day_of_seconds(std::int64_t seconds);
/// The day of the week: 0 is Monday, 6 is Sunday.
unsigned weekday_of(std::int32_t day);
/// All days from the first of one month to the last of another in the same year. Months count from 1.
Days days_of_months(int year, unsigned first, unsigned last);

}  // namespace daybook::vault
