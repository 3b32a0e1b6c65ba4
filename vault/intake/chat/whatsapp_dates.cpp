#include "vault/intake/chat/whatsapp_dates.h"

#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

using Calendar = WhatsappStamp::Calendar;

constexpr int kFirstBuddhist = 2552, kLastBuddhist = 2642;  // the years 2009 to 2099: no chat is older
// Later years of a calendar of 14 centuries are of the lunar one, which is not reckoned in one way everywhere. They say
// no day here, and stand as they are written.
constexpr int kFirstJalali = 1388, kLastJalali = 1429;

int year_of(const WhatsappStamp& stamp, std::size_t year_at) {
  constexpr int kFirstOfReiwa = 2019, kFirstOfHeisei = 1989, kBuddhist = 543;
  const int year = static_cast<int>(stamp.fields[year_at]);
  if (stamp.calendar == Calendar::reiwa) return kFirstOfReiwa + year - 1;
  if (stamp.calendar == Calendar::heisei) return kFirstOfHeisei + year - 1;
  // From 52 on, two figures are of a year of the Buddhist calendar: no chat is older than 2009, or of 2052 already.
  if (!stamp.has_long_year) return year >= kFirstBuddhist % 100 ? 2500 + year - kBuddhist : 2000 + year;
  if (stamp.calendar == Calendar::buddhist || (year >= kFirstBuddhist && year <= kLastBuddhist))
    return year - kBuddhist;
  return year;
}

bool is_jalali_leap(int year) {
  const int place = year % 33;  // in the cycle that holds for these years
  return place == 1 || place == 5 || place == 9 || place == 13 || place == 17 || place == 22 || place == 26 ||
         place == 30;
}

// The day of a date of the Persian calendar, whose months have 31 days up to the sixth and 30 then, and whose last one
// has 29 unless the year is long.
std::optional<std::int32_t> jalali_day(int year, unsigned month, unsigned day) {
  if (month < 1 || month > 12 || day < 1) return std::nullopt;
  const unsigned most = month <= 6 ? 31 : month < 12 || is_jalali_leap(year) ? 30 : 29;
  if (day > most) return std::nullopt;
  std::int32_t first = *day_number({2021, 3, 21});  // of 1400
  for (int y = 1400; y < year; ++y) first += is_jalali_leap(y) ? 366 : 365;
  for (int y = year; y < 1400; ++y) first -= is_jalali_leap(y) ? 366 : 365;
  const unsigned before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return first + static_cast<std::int32_t>(before + day) - 1;
}

std::optional<std::int32_t> day_in_calendar(int year, unsigned month, unsigned day) {
  if (year >= kFirstJalali && year <= kLastJalali) return jalali_day(year, month, day);
  return day_number({year, month, day});
}

}  // namespace

std::optional<std::int32_t> day_of(const WhatsappStamp& stamp, DateOrder order) {
  if (stamp.calendar == Calendar::hijri) return std::nullopt;
  const std::size_t year_at = order == DateOrder::year_month_day && may_have_year_first(stamp) ? 0 : stamp.year_at;
  const std::size_t first = year_at == 0 ? 1 : 0, second = year_at == 2 ? 1 : 2;
  const bool has_month_first = year_at == 0 || order == DateOrder::month_day_year;
  const unsigned month = stamp.fields[has_month_first ? first : second];
  const unsigned day = stamp.fields[has_month_first ? second : first];
  return day_in_calendar(year_of(stamp, year_at), month, day);
}

bool may_have_year_first(const WhatsappStamp& stamp) {
  return !stamp.has_long_year && stamp.year_at == 2 && stamp.calendar == Calendar::ours;
}

std::optional<LocalTime> time_of(const WhatsappStamp& stamp, DateOrder order) { return WhatsappTimes(order).of(stamp); }

void WhatsappTimes::reckon(const WhatsappStamp& stamp) {
  m_day = day_of(stamp, m_order);
  m_date = stamp;
}

bool is_order_clear(const WhatsappStamp& stamp) {
  if (stamp.year_at == 0) return true;
  const unsigned one = stamp.fields[0], other = stamp.fields[stamp.year_at == 2 ? 1 : 2];
  return one > 12 || other > 12 || one == other;
}

}  // namespace daybook::vault
