#include <array>
#include <random>

#include "tests/support/said_table.h"
#include "tests/support/seed.h"
#include "vault/record/calendar.h"

using namespace daybook::test;
using namespace daybook::vault;

namespace {

constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr const char* kWeekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

const char* ordinal_ending(unsigned day) {
  if (day / 10 == 1) return "th";
  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

// Every spelling that is one day whenever it is read.
std::vector<std::string> spellings(std::int32_t number) {
  const CivilDay on = civil_day(number);
  const char *month = kMonths[on.month - 1], *weekday = kWeekdays[weekday_of(number)];
  const std::string abbreviated = std::string(month).substr(0, 3), year = std::to_string(on.year);
  std::vector<std::string> all = {
      fmt::format("{} {} {}", on.day, month, year),
      fmt::format("{}{} of {}, {}", on.day, ordinal_ending(on.day), month, year),
      fmt::format("{} {}, {}", month, on.day, year),
      fmt::format("{} {}{} {}", abbreviated, on.day, ordinal_ending(on.day), year),
      fmt::format("{:02}-{}-{}", on.day, abbreviated, year),
      fmt::format("{:02}{}{}", on.day, abbreviated, year),
      fmt::format("{} {} {} {}", weekday, on.day, month, year),
      fmt::format("{}, {} {}, {}", std::string(weekday).substr(0, 3), abbreviated, on.day, year),
      fmt::format("{}-{:02}-{:02}", year, on.month, on.day),
      fmt::format("{}/{}/{}", year, on.month, on.day),
      fmt::format("{}.{:02}.{:02}.", year, on.month, on.day),
      fmt::format("{}{:02}{:02}", year, on.month, on.day)};
  const bool has_short_year = on.year >= 1969 && on.year < 2069;
  if (has_short_year) all.push_back(fmt::format("{} {} '{:02}", on.day, month, on.year % 100));
  if (on.day > 12 || on.day == on.month) {
    for (const char* form : {"{}/{}/{}", "{}.{}.{}", "{}-{}-{}"}) {
      all.push_back(fmt::format(fmt::runtime(form), on.day, on.month, year));
      all.push_back(fmt::format(fmt::runtime(form), on.month, on.day, year));
    }
    if (has_short_year) all.push_back(fmt::format("{:02}/{:02}/{:02}", on.day, on.month, on.year % 100));
  }
  return all;
}

}  // namespace

TEST_CASE("every day of a century is read from each of its spellings, with and without a time") {
  std::mt19937_64 random(seed());
  const std::int32_t first = *day_number({1990, 1, 1}), last = *day_number({2100, 12, 31});
  std::size_t read = 0;
  for (std::int32_t day = first; day <= last; ++day) {
    const int minute = static_cast<int>(random() % (24 * 60));
    for (const std::string& words : spellings(day)) {
      const SaidTime whole{day, day, {}, {}, day}, timed{day, day, minute, minute, day};
      const std::string with_time = fmt::format("{}, {:02}:{:02}", words, minute / 60, minute % 60);
      const bool is_same = read_when(words, std::nullopt).readings == std::vector{whole} &&
                           read_when(with_time, std::nullopt).readings == std::vector{timed};
      INFO(with_time);
      if (!is_same) CHECK(is_same);
      ++read;
    }
  }
  CHECK(read > 500'000);
}

TEST_CASE("a date that is two days in two countries is always both of them, or the one that there is") {
  for (std::int32_t day = *day_number({1990, 1, 1}); day <= *day_number({2100, 12, 31}); ++day) {
    const CivilDay on = civil_day(day);
    if (on.day > 12 || on.day == on.month) continue;
    const auto read = read_when(fmt::format("{:02}/{:02}/{}", on.day, on.month, on.year), std::nullopt);
    const bool has_both = read.readings.size() == 2 && read.readings[0].first == day &&
                          read.readings[1].first == day_number({on.year, on.day, on.month});
    INFO(on.year << "-" << on.month << "-" << on.day);
    if (!has_both) CHECK(has_both);
  }
}

TEST_CASE("any two moments are written so that they are read back") {
  std::mt19937_64 random(seed());
  const std::int32_t first = *day_number({1990, 1, 1});
  for (int i = 0; i < 20'000; ++i) {
    SaidTime said;
    said.first = first + static_cast<std::int32_t>(random() % 40'000);
    said.last = said.first + static_cast<std::int32_t>(random() % 3 == 0 ? 0 : random() % 1000 % (random() % 400 + 1));
    if (random() % 2 == 0) said.from = static_cast<int>(random() % 1440);
    if (random() % 2 == 0) said.until = static_cast<int>(random() % 1440);
    // On one day a time ends later than it begins, or is one moment.
    if (said.first == said.last && (!said.from || !said.until || *said.until < *said.from)) said.until = said.from;
    if (said.last > *day_number({2100, 12, 31})) continue;
    INFO(said_text(said));
    CHECK(read_when(said_text(said), std::nullopt).readings == std::vector{said});
    CHECK(read_when(kept_when("the week we moved", said), std::nullopt).readings == std::vector{said});
  }
}

TEST_CASE("whatever is written, every reading is a time between the years that can be written, and is kept as it is") {
  std::mt19937_64 random(seed());
  const std::int32_t first = *day_number({kFirstYear, 1, 1}), last = *day_number({kLastYear, 12, 31});
  constexpr const char* pieces[] = {
      "3",       "May",   "2025",     "late",   "of",           "at",       "Saturday", "12/05/25", "2025-05",
      "between", "and",   "to",       "-",      "summer",       "last",     "week",     "ago",      "yesterday",
      "night",   "22:41", "11 pm",    "'24",    "winter",       "until",    "midnight", "noon",     "this",
      "a",       "two",   "morning",  "May 25", "today",        "13",       "days",     "3rd",      "early",
      "half",    "past",  "[read as", "]",      "\xe2\x80\x93", "\xc3\xa9", ".",        ":"};
  for (int i = 0; i < 60'000; ++i) {
    std::string words;
    for (std::size_t parts = random() % 7; parts > 0; --parts) {
      if (random() % 16 == 0)
        words += static_cast<char>(random());
      else
        words += pieces[random() % std::size(pieces)];
      if (random() % 8 != 0) words += ' ';
    }
    const LocalMoment said_at{*day_number({1990, 1, 1}) + static_cast<std::int32_t>(random() % 40'000),
                              static_cast<int>(random() % 1440)};
    const WhenRead read = read_when(words, random() % 2 == 0 ? std::optional(said_at) : std::nullopt);
    INFO(words << " said on " << day_and_minute(said_at.day, said_at.minute));
    CHECK(read.readings.size() <= kMostReadings);
    for (const SaidTime& said : read.readings) {
      CHECK((first <= said.first && said.first <= said.last && said.last <= last));
      const std::string kept = kept_when(words, said);
      if (read_when(kept, std::nullopt).readings != std::vector{said}) CHECK(kept == "read back as it was");
    }
  }
}

TEST_CASE("what is read never lies outside of what was written") {
  std::mt19937_64 random(seed());
  const auto one_of = [&](auto... words) {
    return std::array<const char*, sizeof...(words)>{words...}[random() % sizeof...(words)];
  };
  std::size_t read_at_all = 0;
  for (int i = 0; i < 20'000; ++i) {
    const int year = 1990 + static_cast<int>(random() % 110);
    const auto month = static_cast<unsigned>(random() % 12 + 1);
    const std::string day = random() % 2 == 0 ? "" : std::to_string(random() % 33);
    const std::string words = fmt::format("{} {} {} {} {} {} {}", one_of("", "about", "early", "the end of", "on"),
                                          one_of("", "", "Monday", "Sat"), day, kMonths[month - 1], year,
                                          one_of("", "", "at 11", "3:30", "22:41", "at midnight"),
                                          one_of("", "", "in the evening", "at night", "in the morning"));
    INFO(words);
    const Days written = days_of_months(year, month, month);
    const WhenRead read = read_when(words, LocalMoment{*day_number({kLastYear, 12, 31}), 1439});
    for (const SaidTime& said : read.readings) {
      ++read_at_all;
      // A night ends on the day after. A weekday that does not fit may be right, and the date of another week or year.
      const bool is_asked = read.is_ambiguous() && words.find_first_of("MS") != std::string::npos;
      CHECK((is_asked || (written.first <= said.first && said.last <= written.last + 1)));
    }
  }
  CHECK(read_at_all > 5'000);
}
