#include "vault/intake/chat/whatsapp_stamp.h"

#include "vault/intake/chat/half_days.h"
#include "vault/record/calendar.h"
#include "vault/record/figures.h"

namespace daybook::vault {
namespace {

using Half = WhatsappStamp::Half;
using Calendar = WhatsappStamp::Calendar;
using Close = WhatsappStamp::Close;

// Goes through a line from its beginning. Each take...() says whether it was there, and stands behind it then.
class Cursor {
 public:
  explicit Cursor(std::string_view line) : m_line(line) {}
  std::size_t at() const { return m_at; }
  std::string_view rest() const { return m_line.substr(m_at); }
  void go_to(std::size_t at) { m_at = at; }
  bool take(std::string_view text) {
    if (!rest().starts_with(text)) return false;
    m_at += text.size();
    return true;
  }
  void skip_marks() {
    while (const std::size_t size = mark_size(rest())) m_at += size;
  }
  bool take_blank() {
    const std::size_t size = blank_size(rest());
    m_at += size;
    return size > 0;
  }
  void skip_blanks() {
    while (take_blank()) {
    }
  }
  // A whole number of at most four figures. Stands behind the last one.
  bool take_number(unsigned& value, unsigned& figures) {
    value = figures = 0;
    while (figures < 5) {
      const auto figure = take_figure();
      if (!figure) break;
      value = value * 10 + *figure;
      ++figures;
    }
    return figures > 0 && figures < 5;
  }

 private:
  std::optional<unsigned> take_figure() {
    const std::string_view left = rest();
    if (left.empty()) return std::nullopt;
    const auto first = static_cast<unsigned char>(left[0]);
    if (first >= '0' && first <= '9') {
      ++m_at;
      return first - '0';
    }
    if (first < 0x80) return std::nullopt;
    const auto figure = figure_at(left);
    if (!figure) return std::nullopt;
    m_at += figure->bytes;
    return figure->value;
  }

  std::string_view m_line;
  std::size_t m_at = 0;
};

// The era of Japan before a year, which counts from its own beginning.
void take_era(Cursor& cursor, std::size_t field, WhatsappStamp& stamp) {
  const Calendar era = cursor.take("R") ? Calendar::reiwa : cursor.take("H") ? Calendar::heisei : Calendar::ours;
  if (era == Calendar::ours) return;
  stamp.calendar = era;
  stamp.year_at = field;
}

bool take_date(Cursor& cursor, WhatsappStamp& stamp) {
  std::array<unsigned, 3> figures{};
  for (std::size_t i = 0; i < 3; ++i) {
    cursor.skip_marks();
    if (i != 1) take_era(cursor, i, stamp);
    if (!cursor.take_number(stamp.fields[i], figures[i])) return false;
    cursor.skip_marks();
    if (figures[i] >= 3) stamp.year_at = i;
    if (i == 2) break;
    const std::string_view rest = cursor.rest();
    const char separator = rest.empty() ? '\0' : rest[0];
    if ((separator != '/' && separator != '.' && separator != '-') || (i == 1 && separator != stamp.separator))
      return false;
    stamp.separator = separator;
    cursor.take({&separator, 1});
    cursor.take_blank();
  }
  stamp.has_long_year = figures[stamp.year_at] >= 3;
  if (stamp.separator == '.') (void)cursor.take(".");
  const std::size_t behind = cursor.at();
  if (cursor.take_blank() && (cursor.take("BE") || cursor.take("B.E.")))
    stamp.calendar = Calendar::buddhist;
  else
    cursor.go_to(behind);
  return true;
}

bool take_half(Cursor& cursor, Half& half) {
  const auto found = half_day_at(cursor.rest());
  if (!found) return false;
  half = found->is_after_noon ? Half::after_noon : Half::before_noon;
  cursor.go_to(cursor.at() + found->bytes);
  return true;
}

bool take_time(Cursor& cursor, WhatsappStamp& stamp) {
  cursor.skip_marks();
  if (take_half(cursor, stamp.half)) cursor.skip_blanks();
  unsigned figures = 0;
  if (!cursor.take_number(stamp.hour, figures) || figures > 2) return false;
  const char separator = cursor.rest().empty() ? '\0' : cursor.rest()[0];
  if (separator != ':' && separator != '.') return false;
  cursor.take({&separator, 1});
  if (!cursor.take_number(stamp.minute, figures) || figures != 2) return false;
  const std::size_t behind = cursor.at();
  if (cursor.take({&separator, 1}) && cursor.take_number(stamp.second, figures) && figures == 2) {
    stamp.has_seconds = true;
  } else {
    cursor.go_to(behind);
    stamp.second = 0;
  }
  const std::size_t end = cursor.at();
  cursor.skip_marks();
  cursor.skip_blanks();
  if (stamp.half != Half::none || !take_half(cursor, stamp.half)) cursor.go_to(end);
  return stamp.hour < 25 && stamp.minute < 60 && stamp.second < 61;
}

// What stands between the date and the time.
bool take_between(Cursor& cursor, WhatsappStamp& stamp) {
  cursor.skip_marks();
  stamp.has_comma = cursor.take(",") || cursor.take("\xd8\x8c") || cursor.take("\xe3\x80\x81");
  const bool has_blank = cursor.take_blank();
  cursor.skip_blanks();
  if (cursor.take("klo") || cursor.take("kl.") || cursor.take("at")) cursor.skip_blanks();
  return stamp.has_comma || has_blank;
}

bool take_parts(Cursor& cursor, WhatsappStamp& stamp) {
  const WhatsappStamp clean = stamp;
  const std::size_t begin = cursor.at();
  if (take_date(cursor, stamp) && take_between(cursor, stamp) && take_time(cursor, stamp)) return true;
  stamp = clean;
  cursor.go_to(begin);
  stamp.is_time_first = true;
  return take_time(cursor, stamp) && cursor.take(",") && cursor.take_blank() && take_date(cursor, stamp);
}

bool take_close(Cursor& cursor, bool has_bracket, WhatsappStamp& stamp) {
  cursor.skip_marks();
  if (has_bracket) {
    stamp.close = Close::bracket;
    return cursor.take("]") && cursor.take_blank();
  }
  const std::size_t begin = cursor.at();
  stamp.close = Close::colon;
  if (cursor.take(": ")) return true;
  const bool has_blank = cursor.take_blank();
  stamp.close = Close::dash;
  if ((cursor.take("-") || cursor.take("\xe2\x80\x93")) && (cursor.take_blank() || cursor.rest().empty())) return true;
  cursor.go_to(begin);
  stamp.close = Close::blank;
  return has_blank && cursor.take_blank();
}

constexpr int kFirstBuddhist = 2552, kLastBuddhist = 2642;  // the years 2009 to 2099: no chat is older
constexpr int kFirstJalali = 1388, kLastJalali = 1478;

int year_of(const WhatsappStamp& stamp) {
  constexpr int kFirstOfReiwa = 2019, kFirstOfHeisei = 1989, kBuddhist = 543;
  const int year = static_cast<int>(stamp.fields[stamp.year_at]);
  if (stamp.calendar == Calendar::reiwa) return kFirstOfReiwa + year - 1;
  if (stamp.calendar == Calendar::heisei) return kFirstOfHeisei + year - 1;
  if (!stamp.has_long_year) return 2000 + year;
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

constexpr unsigned kYearBit = 20;

}  // namespace

std::uint32_t WhatsappStamp::form() const {
  const auto kind = [](auto value, unsigned at) { return static_cast<std::uint32_t>(value) << at; };
  return kind(close, 0) | kind(is_time_first, 2) | kind(has_comma, 3) | kind(has_seconds, 4) |
         kind(half != Half::none, 5) | kind(static_cast<unsigned char>(separator), 8) | kind(year_at, 16) |
         kind(has_long_year, kYearBit);
}

bool WhatsappStamp::differs_only_in_year(const WhatsappStamp& other) const {
  return (form() ^ other.form()) == 1u << kYearBit;
}

std::optional<WhatsappStamp> read_whatsapp_stamp(std::string_view line) {
  Cursor cursor(line);
  cursor.skip_marks();
  const bool has_bracket = cursor.take("[");
  if (has_bracket) cursor.skip_marks();
  WhatsappStamp stamp;
  stamp.at_begin = cursor.at();
  if (!take_parts(cursor, stamp)) return std::nullopt;
  stamp.at_end = cursor.at();
  if (!take_close(cursor, has_bracket, stamp)) return std::nullopt;
  stamp.size = cursor.at();
  return stamp;
}

std::optional<std::int32_t> day_of(const WhatsappStamp& stamp, DateOrder order) {
  const std::size_t year_at = stamp.year_at;
  const std::size_t first = year_at == 0 ? 1 : 0, second = year_at == 2 ? 1 : 2;
  const bool has_month_first = year_at == 0 || order == DateOrder::month_day_year;
  const unsigned month = stamp.fields[has_month_first ? first : second];
  const unsigned day = stamp.fields[has_month_first ? second : first];
  return day_in_calendar(year_of(stamp), month, day);
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

std::string_view without_marks(std::string_view text) {
  while (const std::size_t size = mark_size(text)) text.remove_prefix(size);
  return text;
}

}  // namespace daybook::vault
