#include "ui/words/date_text.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "ui/words/translate.h"
#include "vault/log/clock.h"

namespace daybook::ui {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;

std::int64_t local_seconds(std::int64_t utc_seconds) {
  return utc_seconds + std::int64_t{60} * vault::local_offset_minutes(utc_seconds);
}

struct Date {
  std::string year, month, day, weekday;
};

Date date_of(std::int64_t day) {
  static constexpr std::array kDays = {tr_later("Thursday"), tr_later("Friday"), tr_later("Saturday"),
                                       tr_later("Sunday"),   tr_later("Monday"), tr_later("Tuesday"),
                                       tr_later("Wednesday")};
  static constexpr std::array kMonths = {tr_later("January"), tr_later("February"), tr_later("March"),
                                         tr_later("April"),   tr_later("May"),      tr_later("June"),
                                         tr_later("July"),    tr_later("August"),   tr_later("September"),
                                         tr_later("October"), tr_later("November"), tr_later("December")};
  const std::string date = vault::format_utc(day * kSecondsOfDay);   // YYYY-MM-DDT...
  const auto weekday = static_cast<std::size_t>((day % 7 + 7) % 7);  // 1 January 1970 was a Thursday
  const auto month = static_cast<std::size_t>(std::stoi(date.substr(5, 2)) - 1);
  return {date.substr(0, 4), tr(kMonths[month]), std::to_string(std::stoi(date.substr(8, 2))), tr(kDays[weekday])};
}

std::string text_of(const Date& date) {
  return fmt::format("{} {} {} {}", date.weekday, date.day, date.month, date.year);
}

}  // namespace

std::string day_text(std::int64_t utc_seconds) { return text_of(date_of(vault::local_day(utc_seconds))); }

std::string day_text(std::int64_t utc_seconds, int offset_minutes) {
  const std::int64_t local = utc_seconds + std::int64_t{60} * offset_minutes;
  // The day before the first year and the one after the last cannot be written.
  const std::int64_t shown = vault::parse_utc(vault::format_utc(local)) ? local : utc_seconds;
  return text_of(date_of(std::chrono::floor<std::chrono::days>(std::chrono::seconds(shown)).count()));
}

std::string days_text(const vault::DayRange& days) {
  const Date first = date_of(days.first), last = date_of(days.last);
  if (days.is_one_day()) return text_of(first);
  std::string from = first.day;
  if (first.month != last.month || first.year != last.year) from += " " + first.month;
  if (first.year != last.year) from += " " + first.year;
  return fmt::format(fmt::runtime(tr("{} to {}")), from, fmt::format("{} {} {}", last.day, last.month, last.year));
}

std::string time_text(std::int64_t utc_seconds) { return vault::format_utc(local_seconds(utc_seconds)).substr(11, 5); }

std::string size_text(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format(fmt::runtime(tr("{} bytes")), bytes);
  const double value = static_cast<double>(bytes);
  if (bytes < 1'000'000) return fmt::format("{:.0f} kB", value / 1e3);
  if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", value / 1e6);
  return fmt::format("{:.1f} GB", value / 1e9);
}

}  // namespace daybook::ui
