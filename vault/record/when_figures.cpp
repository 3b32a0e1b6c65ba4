#include "vault/record/when_figures.h"

#include <string>

#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

constexpr int kHalfDay = 12 * 60;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

struct Group {
  int value = 0;
  std::size_t figures = 0;
};

// Groups of figures with one sign between each two of them. Empty where the word is anything else, or a group is longer
// than eight.
std::vector<Group> groups_of(std::string_view word, std::string& signs) {
  std::vector<Group> groups(1);
  for (const char c : word) {
    if (is_figure(c) && groups.back().figures < 8) {
      groups.back().value = groups.back().value * 10 + (c - '0');
      ++groups.back().figures;
    } else if ((c == '-' || c == '/' || c == '.') && groups.back().figures > 0) {
      signs += c;
      groups.emplace_back();
    } else {
      return {};
    }
  }
  return groups.back().figures > 0 ? groups : std::vector<Group>();
}

bool is_year(const Group& group) { return group.figures == 4 && group.value >= kFirstYear && group.value <= kLastYear; }
bool is_short(const Group& group) { return group.figures <= 2; }

void add_if_real(std::vector<FigureDate>& dates, FigureOrder order, int year, int month, int day) {
  if (month < 1 || day < 1) return;
  const FigureDate date{order, year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
  if (day_number({date.year, date.month, date.day})) dates.push_back(date);
}

std::vector<FigureDate> whole_month(const Group& year, const Group& month) {
  if (!is_year(year) || !is_short(month) || month.value < 1 || month.value > 12) return {};
  return {{FigureOrder::sole, year.value, static_cast<unsigned>(month.value), 0}};
}

std::vector<FigureDate> year_last(const Group& first, const Group& second, int year) {
  std::vector<FigureDate> dates;
  add_if_real(dates, FigureOrder::day_first, year, second.value, first.value);
  add_if_real(dates, FigureOrder::month_first, year, first.value, second.value);
  return dates;
}

}  // namespace

int year_of_two_figures(int figures) { return figures < 69 ? 2000 + figures : 1900 + figures; }

std::vector<FigureDate> figure_dates(std::string_view word) {
  std::string signs;
  const std::vector<Group> parts = groups_of(word, signs);
  std::vector<FigureDate> dates;
  if (parts.size() == 1 && parts[0].figures == 8) {  // as a phone names its pictures
    const int value = parts[0].value;
    add_if_real(dates, FigureOrder::sole, value / 10000, value / 100 % 100, value % 100);
    return dates;
  }
  const bool has_points = signs.find('.') != std::string::npos;
  if (has_points && signs.find_first_not_of('.') != std::string::npos) return {};
  if (parts.size() == 2) return is_year(parts[0]) ? whole_month(parts[0], parts[1]) : whole_month(parts[1], parts[0]);
  if (parts.size() != 3 || !is_short(parts[1])) return {};
  if (is_year(parts[0]) && is_short(parts[2])) {
    add_if_real(dates, FigureOrder::sole, parts[0].value, parts[1].value, parts[2].value);
    return dates;
  }
  if (!is_short(parts[0])) return {};
  if (is_year(parts[2])) return year_last(parts[0], parts[1], parts[2].value);
  if (parts[2].figures != 2) return {};
  dates = year_last(parts[0], parts[1], year_of_two_figures(parts[2].value));
  // Hyphens are how a year in front is written. With strokes and points it stands there only where nothing else can be.
  if (parts[0].figures == 2 && (signs == "--" || dates.empty()))
    add_if_real(dates, FigureOrder::year_first, year_of_two_figures(parts[0].value), parts[1].value, parts[2].value);
  return dates;
}

std::optional<ClockTime> clock_hour(int hour) {
  if (hour < 0 || hour > 23) return std::nullopt;
  if (hour == 0 || hour > 12) return ClockTime{hour * 60, false};
  return ClockTime{hour % 12 * 60, true};
}

std::optional<ClockTime> in_half(ClockTime time, bool is_afternoon) {
  if (!time.half_is_open && time.minute < 60 && is_afternoon) return std::nullopt;  // there is no 0:30 pm
  if (time.minute < kHalfDay) return ClockTime{time.minute + (is_afternoon ? kHalfDay : 0), false};
  // 12:30 am is half an hour after midnight. 22:41 pm says the same thing twice, and 14:00 am says two things.
  if (is_afternoon) return ClockTime{time.minute, false};
  return time.minute < kHalfDay + 60 ? std::optional(ClockTime{time.minute - kHalfDay, false}) : std::nullopt;
}

std::optional<ClockTime> clock_time(std::string_view word) {
  std::optional<bool> is_afternoon;
  for (const auto& [ending, afternoon] : {std::pair("am", false), {"a.m", false}, {"pm", true}, {"p.m", true}}) {
    if (!word.ends_with(ending)) continue;
    is_afternoon = afternoon;
    word.remove_suffix(std::string_view(ending).size());
    break;
  }
  int parts[3] = {0, 0, 0};
  std::size_t figures[3] = {0, 0, 0}, count = 0;
  bool says_hours = false;  // 22h41
  for (const char c : word) {
    if (is_figure(c) && figures[count] < 2) {
      parts[count] = parts[count] * 10 + (c - '0');
      ++figures[count];
      continue;
    }
    says_hours |= c == 'h';
    const bool is_sign = c == ':' || c == '.' || (c == 'h' && count == 0);
    if (!is_sign || figures[count] == 0 || count == 2) return std::nullopt;
    ++count;
  }
  const bool ends_with_sign = count > 0 && figures[count] == 0;
  if (figures[0] == 0 || (ends_with_sign && !word.ends_with('h'))) return std::nullopt;
  for (std::size_t i = 1; i <= count && !ends_with_sign; ++i)
    if (figures[i] != 2 || parts[i] > 59) return std::nullopt;
  if (parts[0] > 23 || (count == 0 && !is_afternoon)) return std::nullopt;
  const ClockTime written{parts[0] * 60 + parts[1], false};
  if (is_afternoon) return in_half(written, *is_afternoon);
  const bool is_open = figures[0] == 1 && parts[0] > 0 && !says_hours;
  return ClockTime{written.minute, is_open};
}

}  // namespace daybook::vault
