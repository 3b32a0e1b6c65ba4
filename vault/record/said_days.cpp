#include "vault/record/said_days.h"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace daybook::vault {
namespace {

constexpr std::size_t kMostWords = 24;
constexpr int kFirstYear = 1900, kLastYear = 2100;

constexpr std::array kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                "july",    "august",   "september", "october", "november", "december"};
constexpr std::array kWeekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
// Words that leave the days as they are.
constexpr std::array kFillers = {"the", "of", "on", "in", "at", "about", "around", "roughly", "approximately", "maybe"};

bool is_number(const std::string& word) {
  return !word.empty() && word.size() <= 4 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The words of a text, in small letters. Blanks, commas and full stops part words. Hyphens and strokes do not, because
// they hold a date of figures together.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool is_part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/' ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (is_part)
      words.back() += c;
    else if (c == ' ' || c == ',' || c == '\t' || c == '.')
      words.emplace_back();
    else
      words.emplace_back(1, c), words.emplace_back();  // a word that nobody understands, so that nothing is read
  }
  std::erase(words, "");
  return words;
}

std::optional<unsigned> month_named(const std::string& word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view name = kMonths[i];
    if (word == name || (word.size() == 3 && name.starts_with(word)) || (word == "sept" && i == 8))
      return static_cast<unsigned>(i + 1);
  }
  return std::nullopt;
}

// A day of the month: `3` or `3rd`.
std::optional<unsigned> day_named(const std::string& word) {
  std::string digits = word;
  for (const char* ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > 2 && word.ends_with(ending)) digits = word.substr(0, word.size() - 2);
  }
  if (!is_number(digits) || digits.size() > 2) return std::nullopt;
  const int day = std::stoi(digits);
  return day >= 1 && day <= 31 ? std::optional(static_cast<unsigned>(day)) : std::nullopt;
}

std::optional<int> year_named(const std::string& word) {
  if (!is_number(word) || word.size() != 4) return std::nullopt;
  const int year = std::stoi(word);
  return year >= kFirstYear && year <= kLastYear ? std::optional(year) : std::nullopt;
}

std::int32_t number_of(date::year_month_day day) { return date::sys_days(day).time_since_epoch().count(); }

std::optional<DayRange> one_day(int year, unsigned month, unsigned day) {
  const date::year_month_day said{date::year(year), date::month(month), date::day(day)};
  if (!said.ok()) return std::nullopt;
  return DayRange{number_of(said), number_of(said)};
}

DayRange whole_month(int year, unsigned month) {
  const date::year_month_day_last last{date::year(year), date::month_day_last(date::month(month))};
  return {number_of(date::year(year) / static_cast<int>(month) / 1), number_of(last)};
}

// The early, middle or late third of a time, or all of it.
DayRange part_of(DayRange whole, const std::string& part) {
  const std::int32_t third = (whole.last - whole.first + 1) / 3;
  if (part == "early") return {whole.first, whole.first + third - 1};
  if (part == "mid") return {whole.first + third, whole.last - third};
  if (part == "late") return {whole.last - third + 1, whole.last};
  return whole;
}

// A date of figures: `2025-05-03`, `2025-05`, or `25/05/2025` where only one order of day and month gives a day.
std::optional<DayRange> figures(const std::string& word) {
  std::vector<std::string> parts(1);
  for (const char c : word) {
    if (c == '-' || c == '/')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  if (parts.size() < 2 || parts.size() > 3 || !std::all_of(parts.begin(), parts.end(), is_number)) return std::nullopt;
  if (const auto year = year_named(parts[0])) {
    const auto month = day_named(parts[1]);
    if (!month || *month > 12) return std::nullopt;
    if (parts.size() == 2) return whole_month(*year, *month);
    const auto day = day_named(parts[2]);
    return day ? one_day(*year, *month, *day) : std::nullopt;
  }
  if (parts.size() != 3) return std::nullopt;
  const auto year = year_named(parts[2]);
  const auto first = day_named(parts[0]), second = day_named(parts[1]);
  if (!year || !first || !second) return std::nullopt;
  const auto day_first = *second <= 12 ? one_day(*year, *second, *first) : std::nullopt;
  const auto month_first = *first <= 12 ? one_day(*year, *first, *second) : std::nullopt;
  if (day_first && month_first && !(*day_first == *month_first)) return std::nullopt;
  return day_first ? day_first : month_first;
}

std::optional<DayRange> season(const std::string& word, int year) {
  const auto months = [year](unsigned first, unsigned last) {
    return DayRange{whole_month(year, first).first, whole_month(year, last).last};
  };
  if (word == "spring") return months(3, 5);
  if (word == "summer") return months(6, 8);
  if (word == "autumn") return months(9, 11);
  return std::nullopt;  // "winter 2025" is not understood, because a winter lies in two years
}

// The days of one time, such as either end of "between ... and ...".
std::optional<DayRange> one_time(std::vector<std::string> words) {
  std::string part;
  std::vector<std::string> rest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool is_of = i + 1 < words.size() && words[i + 1] == "of";
    if (std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end()) continue;
    if (std::find(kWeekdays.begin(), kWeekdays.end(), word) != kWeekdays.end()) continue;
    const bool is_part = word == "early" || word == "mid" || word == "middle" || word == "late" ||
                         (word == "beginning" && is_of) || (word == "start" && is_of) || (word == "end" && is_of);
    if (is_part && !part.empty()) return std::nullopt;
    if (is_part)
      part = word == "beginning" || word == "start" ? "early"
                                                    : (word == "end" ? "late" : (word == "middle" ? "mid" : word));
    else if (word.starts_with("mid-") && part.empty())
      part = "mid", rest.push_back(word.substr(4));
    else
      rest.push_back(word);
  }
  std::optional<DayRange> days;
  if (rest.size() == 1) {
    if (const auto year = year_named(rest[0]))
      days = DayRange{whole_month(*year, 1).first, whole_month(*year, 12).last};
    else
      days = figures(rest[0]);
  } else if (rest.size() == 2) {
    const auto year = year_named(rest[1]);
    const auto month = month_named(rest[0]);
    if (year) days = month ? std::optional(whole_month(*year, *month)) : season(rest[0], *year);
  } else if (rest.size() == 3) {
    const auto year = year_named(rest[2]);
    const bool is_day_first = day_named(rest[0]).has_value();
    const auto day = day_named(is_day_first ? rest[0] : rest[1]);
    const auto month = month_named(is_day_first ? rest[1] : rest[0]);
    if (year && day && month) days = one_day(*year, *month, *day);
  }
  if (!days || (!part.empty() && days->is_one_day())) return std::nullopt;
  return part_of(*days, part);
}

}  // namespace

std::optional<DayRange> days_said(std::string_view text) {
  std::vector<std::string> words = words_of(text);
  if (words.empty() || words.size() > kMostWords) return std::nullopt;
  const bool says_between = words[0] == "between" || words[0] == "from";
  if (says_between) words.erase(words.begin());
  const auto middle = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return word == "and" || word == "to" || word == "until";
  });
  if (middle == words.end()) return says_between ? std::nullopt : one_time(std::move(words));
  if (!says_between && *middle == "and") return std::nullopt;  // "2023 and 2025" is two times, not what lies between
  const auto first = one_time({words.begin(), middle}), last = one_time({middle + 1, words.end()});
  if (!first || !last || last->first < first->first) return std::nullopt;
  return DayRange{first->first, std::max(first->last, last->last)};
}

}  // namespace daybook::vault
