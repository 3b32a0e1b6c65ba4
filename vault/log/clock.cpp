#include "vault/log/clock.h"

#include <date/date.h>
#include <fmt/format.h>

#include <cstdlib>

namespace daybook::vault {
namespace {

struct CivilTime {
  date::year_month_day day;
  date::hh_mm_ss<std::chrono::seconds> time;
};

CivilTime civil(std::int64_t seconds) {
  const date::sys_seconds instant{std::chrono::seconds(seconds)};
  const auto day = date::floor<date::days>(instant);
  return {date::year_month_day(day), date::hh_mm_ss<std::chrono::seconds>(instant - day)};
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::int32_t local_day(std::int64_t utc_seconds) {
  const std::chrono::seconds local{utc_seconds + std::int64_t{60} * local_offset_minutes(utc_seconds)};
  return date::floor<date::days>(local).count();
}

bool is_usable_time(std::int64_t utc_seconds) {
  constexpr std::int64_t kFirstOf0000 = -62'167'219'200, kLastOf9999 = 253'402'300'799;
  return utc_seconds >= kFirstOf0000 && utc_seconds <= kLastOf9999;
}

std::string format_utc(std::int64_t utc_seconds) {
  const CivilTime t = civil(utc_seconds);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", int(t.day.year()), unsigned(t.day.month()),
                     unsigned(t.day.day()), t.time.hours().count(), t.time.minutes().count(), t.time.seconds().count());
}

std::optional<std::int64_t> parse_utc(std::string_view text) {
  if (text.size() != 20) return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
  const auto hour = digits(text.substr(11, 2)), minute = digits(text.substr(14, 2)),
             second = digits(text.substr(17, 2));
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  const date::year_month_day date{date::year(*year), date::month(static_cast<unsigned>(*month)),
                                  date::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  const std::int64_t seconds =
      date::sys_days(date).time_since_epoch().count() * std::int64_t{86400} + *hour * 3600 + *minute * 60 + *second;
  if (format_utc(seconds) != text) return std::nullopt;
  return seconds;
}

std::string format_for_people(std::int64_t utc_seconds, int offset_minutes) {
  static constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};
  const CivilTime t = civil(utc_seconds + offset_minutes * 60);
  return fmt::format("{} {} {}, {:02}:{:02}:{:02} ({}{:02}:{:02})", unsigned(t.day.day()),
                     kMonths[unsigned(t.day.month()) - 1], int(t.day.year()), t.time.hours().count(),
                     t.time.minutes().count(), t.time.seconds().count(), offset_minutes < 0 ? '-' : '+',
                     std::abs(offset_minutes) / 60, std::abs(offset_minutes) % 60);
}

}  // namespace daybook::vault
