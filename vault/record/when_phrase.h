#pragma once

#include "vault/record/when_tokens.h"

namespace daybook::vault {

enum class Season { spring, summer, autumn, winter };
enum class Third { early, middle, late };  // of a month, a season or a year
enum class PartOfDay { morning, afternoon, evening, night };
/// Days that are told from the day on which they are said.
struct Relative {
  enum class Kind {
    days_ago,    // `count` of them: 0 is today
    weeks_ago,   // `count` of them; as many days exactly when `is_exact`
    months_ago,  // `count`
    years_ago,   // `count`
    last_week,
    last_month,
    last_year,
    this_week,
    this_month,
    this_year,
    last_weekday,  // "last Tuesday"
    weekday,       // "Tuesday"
    last_named,    // "last May", "last summer"
    this_named,    // "this summer"
  };
  Kind kind = Kind::days_ago;
  int count = 0;
  bool is_exact = false;
};

/// What one phrase says of a time, such as either end of "between ... and ...". The two ends may leave to each other
/// what they have in common: "between 3 and 5 May 2025".
struct WhenPhrase {
  std::optional<unsigned> day, month;  // from 1
  std::optional<int> year;
  bool day_may_be_year = false;  // "May 25"
  bool is_bare_number = false;   // nothing but one number, which may be a day or an hour
  bool begins_with_clock = false;
  std::optional<unsigned> weekday;  // from 0, Monday
  std::optional<Season> season;
  std::optional<Third> third;
  std::vector<FigureDate> dates;
  std::optional<Relative> relative;
  std::optional<ClockTime> clock;
  bool is_midnight = false;  // which of the two that a day has is not said
  std::optional<PartOfDay> part_of_day;
  bool is_later_today = false;  // "this evening", which has not come in the morning

  bool has_date() const { return day || month || year || season || relative || !dates.empty(); }
  bool has_time() const { return clock.has_value() || is_midnight; }
};

/// Reads one phrase. Nothing unless every word of it is understood.
std::optional<WhenPhrase> when_phrase(const std::vector<WhenToken>& tokens);

}  // namespace daybook::vault
