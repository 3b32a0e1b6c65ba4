#include "vault/record/calendar.h"

#include <date/date.h>

#include <chrono>

namespace daybook::vault {

std::optional<std::int32_t> day_number(const CivilDay& day) {
  const date::year_month_day said{date::year(day.year), date::month(day.month), date::day(day.day)};
  if (day.year < kFirstYear || day.year > kLastYear || !said.ok()) return std::nullopt;
  return date::sys_days(said).time_since_epoch().count();
}

CivilDay civil_day(std::int32_t day) {
  const date::year_month_day civil{date::sys_days(date::days(day))};
  return {int(civil.year()), unsigned(civil.month()), unsigned(civil.day())};
}

std::int32_t day_of_seconds(std::int64_t seconds) {
  return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds)).count());
}

// The encoding of ISO 8601 has Monday as 1 and Sunday as 7.
unsigned weekday_of(std::int32_t day) { return date::weekday(date::sys_days(date::days(day))).iso_encoding() - 1; }

Days days_of_months(int year, unsigned first, unsigned last) {
  const date::year_month_day begin{date::year(year), date::month(first), date::day(1)};
  const date::year_month_day_last end{date::year(year), date::month_day_last(date::month(last))};
  return {date::sys_days(begin).time_since_epoch().count(), date::sys_days(end).time_since_epoch().count()};
}

}  // namespace daybook::vault
