#include "vault/record/when_days.h"

#include <algorithm>

#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

using Kind = Relative::Kind;

constexpr int kDawn = 4 * 60, kNoon = 12 * 60;  // minutes after midnight

std::int32_t monday_of(std::int32_t day) { return day - static_cast<std::int32_t>(weekday_of(day)); }
std::int32_t sunday_of(std::int32_t day) { return day - static_cast<std::int32_t>((weekday_of(day) + 1) % 7); }

// A winter lies in two years. It is named here by the later one.
Days season_ending_in(Season season, int year) {
  switch (season) {
    case Season::spring:
      return days_of_months(year, 3, 5);
    case Season::summer:
      return days_of_months(year, 6, 8);
    case Season::autumn:
      return days_of_months(year, 9, 11);
    case Season::winter:
      return {days_of_months(year - 1, 12, 12).first, days_of_months(year, 1, 2).last};
  }
  return {};
}

Days named_in(const WhenPhrase& phrase, int year) {
  if (phrase.season) return season_ending_in(*phrase.season, year);
  return days_of_months(year, *phrase.month, *phrase.month);
}

// The month that many months before the month of a day, as months since the year 0.
int months_before(std::int32_t day, int count) {
  const CivilDay civil = civil_day(day);
  return civil.year * 12 + static_cast<int>(civil.month) - 1 - count;
}

// "Last May", "last summer": the latest that is over. Where that was in this calendar year, the one before it is meant
// just as often.
std::optional<Days> last_named(const WhenPhrase& phrase, std::int32_t today, bool other) {
  const int year = civil_day(today).year;
  Days days = named_in(phrase, year);
  int latest = year;
  if (days.last >= today) days = named_in(phrase, --latest);
  return other && latest == year ? named_in(phrase, latest - 1) : days;
}

// "This summer" is that of this calendar year. "This winter" is only clear while it lasts.
std::optional<Days> this_named(const WhenPhrase& phrase, std::int32_t today) {
  const CivilDay civil = civil_day(today);
  const bool is_winter = phrase.season == Season::winter;
  const Days days = named_in(phrase, civil.year + (is_winter && civil.month == 12 ? 1 : 0));
  if (days.first > today || (is_winter && days.last < today)) return std::nullopt;
  return Days{days.first, std::min(days.last, today)};
}

// "Last Tuesday", said on a Friday, is three days ago for some and ten for others. Which days are of the same week is
// another thing where weeks begin on a Sunday.
Days last_weekday(unsigned weekday, std::int32_t today, bool other) {
  const auto back = static_cast<std::int32_t>((weekday_of(today) + 7 - weekday + 6) % 7 + 1);
  std::int32_t day = today - back;
  if (other && day >= std::min(monday_of(today), sunday_of(today))) day -= 7;
  return {day, day};
}

// "Last week" is the week before this one for some, and seven days for others. A weekday in it lies in the week before,
// whatever day weeks begin on.
Days last_week(const std::optional<unsigned>& weekday, std::int32_t today, bool other) {
  if (!weekday) return other ? Days{today - 7, today - 1} : Days{monday_of(today) - 7, monday_of(today) - 1};
  const std::int32_t day = other ? sunday_of(today) - 7 + static_cast<std::int32_t>((*weekday + 1) % 7)
                                 : monday_of(today) - 7 + static_cast<std::int32_t>(*weekday);
  return {day, day};
}

std::optional<Days> some_time_ago(const Relative& said, std::int32_t today, bool other) {
  const CivilDay civil = civil_day(today);
  if (said.kind == Kind::weeks_ago) {
    const std::int32_t day = today - 7 * said.count;
    return other && !said.is_exact ? Days{monday_of(day), monday_of(day) + 6} : Days{day, day};
  }
  if (said.kind == Kind::years_ago) {
    const int year = civil.year - said.count;
    if (year < kFirstYear) return std::nullopt;
    return other ? days_of_months(year, 1, 12) : days_of_months(year, civil.month, civil.month);
  }
  const int months = months_before(today, said.count);
  const int year = months / 12;
  const auto month = static_cast<unsigned>(months % 12 + 1);
  if (year < kFirstYear) return std::nullopt;
  if (other) return days_of_months(year, month, month);
  const auto day = day_number({year, month, civil.day});
  return day ? std::optional(Days{*day, *day}) : std::nullopt;
}

std::optional<Days> relative_days(const WhenPhrase& phrase, const WhenChoice& choice, const LocalMoment& said_at) {
  const Relative& said = *phrase.relative;
  const bool is_named = said.kind == Kind::last_named || said.kind == Kind::this_named;
  const bool takes_weekday = said.kind == Kind::last_weekday || said.kind == Kind::weekday ||
                             said.kind == Kind::last_week || said.kind == Kind::days_ago;
  if (phrase.day || phrase.year || (!is_named && (phrase.month || phrase.season))) return std::nullopt;
  if (phrase.weekday && !takes_weekday) return std::nullopt;
  const std::int32_t today = said_at.day - (choice.from_evening_before && said_at.minute < kDawn ? 1 : 0);
  const bool other = choice.takes_other_days;
  switch (said.kind) {
    case Kind::days_ago:
      if (phrase.is_later_today && today == said_at.day && said_at.minute < kNoon) return std::nullopt;
      return Days{today - said.count, today - said.count};
    case Kind::weeks_ago:
    case Kind::months_ago:
    case Kind::years_ago:
      return some_time_ago(said, said_at.day, other);
    case Kind::last_week:
      return last_week(phrase.weekday, said_at.day, other);
    case Kind::last_month: {
      const int months = months_before(said_at.day, 1);
      return days_of_months(months / 12, static_cast<unsigned>(months % 12 + 1),
                            static_cast<unsigned>(months % 12 + 1));
    }
    case Kind::last_year:
      return days_of_months(civil_day(said_at.day).year - 1, 1, 12);
    case Kind::this_week:
      return Days{other ? sunday_of(said_at.day) : monday_of(said_at.day), said_at.day};
    case Kind::this_month:
      return Days{said_at.day - static_cast<std::int32_t>(civil_day(said_at.day).day) + 1, said_at.day};
    case Kind::this_year:
      return Days{days_of_months(civil_day(said_at.day).year, 1, 1).first, said_at.day};
    case Kind::last_weekday:
      return last_weekday(*phrase.weekday, today, other);
    case Kind::weekday: {
      if (weekday_of(today) == *phrase.weekday && !other) return Days{today, today};
      return last_weekday(*phrase.weekday, today, false);
    }
    case Kind::last_named:
      return last_named(phrase, said_at.day, other);
    case Kind::this_named:
      return this_named(phrase, said_at.day);
  }
  return std::nullopt;
}

std::optional<Days> figure_days(const std::vector<FigureDate>& dates, FigureOrder order) {
  for (const FigureDate& date : dates) {
    if (date.order != FigureOrder::sole && date.order != order) continue;
    if (date.day == 0) return days_of_months(date.year, date.month, date.month);
    const auto day = day_number({date.year, date.month, date.day});
    return day ? std::optional(Days{*day, *day}) : std::nullopt;
  }
  return std::nullopt;
}

// Day, month, season and year as they are written.
std::optional<Days> written_days(const WhenPhrase& phrase, const WhenChoice& choice) {
  const bool is_year = phrase.day_may_be_year && choice.takes_other_days;
  const int year = is_year ? year_of_two_figures(static_cast<int>(*phrase.day)) : phrase.year.value_or(choice.year);
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  if (phrase.season) {
    if (phrase.day) return std::nullopt;
    const bool is_next = *phrase.season == Season::winter && phrase.year && choice.takes_other_days;
    return season_ending_in(*phrase.season, year + (is_next ? 1 : 0));
  }
  if (!phrase.month) return phrase.day || !phrase.year ? std::nullopt : std::optional(days_of_months(year, 1, 12));
  if (!phrase.day || is_year) return days_of_months(year, *phrase.month, *phrase.month);
  const auto day = day_number({year, *phrase.month, *phrase.day});
  return day ? std::optional(Days{*day, *day}) : std::nullopt;
}

std::optional<Days> days_of(const WhenPhrase& phrase, const WhenChoice& choice,
                            const std::optional<LocalMoment>& said_at) {
  const bool is_written = phrase.day || phrase.month || phrase.year || phrase.season;
  if (!phrase.dates.empty()) {
    if (is_written || phrase.relative) return std::nullopt;
    return figure_days(phrase.dates, choice.order);
  }
  if (phrase.relative) return said_at ? relative_days(phrase, choice, *said_at) : std::nullopt;
  return is_written ? written_days(phrase, choice) : std::nullopt;
}

// Fewer than three days have no thirds.
std::optional<Days> third_of(Days whole, Third third) {
  if (whole.last - whole.first < 2) return std::nullopt;
  const std::int32_t days = (whole.last - whole.first + 1) / 3;
  if (third == Third::early) return Days{whole.first, whole.first + days - 1};
  if (third == Third::middle) return Days{whole.first + days, whole.last - days};
  return Days{whole.last - days + 1, whole.last};
}

// The moment in which a day has the time that was written, in minutes after the day's beginning. One of 24 hours or
// more is a moment of the day after.
std::optional<int> minute_of(const WhenPhrase& phrase, const WhenChoice& choice) {
  constexpr int kHalfDay = 12 * 60, kDay = 2 * kHalfDay, kNightEnds = 6 * 60;
  if (phrase.is_midnight) {
    if (phrase.clock) return std::nullopt;
    // The midnight of a night that began on this day is its end.
    const bool is_of_night = phrase.part_of_day.has_value() && *phrase.part_of_day != PartOfDay::morning;
    return is_of_night || choice.takes_other_night ? kDay : 0;
  }
  int minute = phrase.clock->minute;
  if (!phrase.part_of_day) return minute + (phrase.clock->half_is_open && choice.is_afternoon ? kHalfDay : 0);
  switch (*phrase.part_of_day) {
    case PartOfDay::morning:
      return minute < kHalfDay ? std::optional(minute) : std::nullopt;
    case PartOfDay::afternoon:
    case PartOfDay::evening:
      return minute < kHalfDay ? minute + kHalfDay : minute;
    case PartOfDay::night:
      if (minute >= kHalfDay) return minute;
      if (minute >= kNightEnds) return minute + kHalfDay;
      return minute + (choice.takes_other_night ? kDay : 0);
  }
  return std::nullopt;
}

}  // namespace

std::optional<WhenSpan> when_span(const WhenPhrase& phrase, const WhenChoice& choice,
                                  const std::optional<LocalMoment>& said_at) {
  auto days = days_of(phrase, choice, said_at);
  if (!days) return std::nullopt;
  const bool is_one_day = days->first == days->last;
  // A weekday that does not fit its day says that one of the two is wrong.
  if (phrase.weekday && is_one_day && weekday_of(days->first) != *phrase.weekday) return std::nullopt;
  // "Late at night" names no third of a day.
  if (phrase.third && !(is_one_day && phrase.part_of_day)) days = third_of(*days, *phrase.third);
  if (!days) return std::nullopt;
  if (phrase.has_time()) {
    const auto minute = is_one_day ? minute_of(phrase, choice) : std::nullopt;
    if (!minute) return std::nullopt;
    constexpr int kDay = 24 * 60;
    const std::int32_t day = days->first + *minute / kDay;
    return WhenSpan{day, day, *minute % kDay};
  }
  // A night ends on the day after.
  const bool is_night = is_one_day && phrase.part_of_day == PartOfDay::night;
  return WhenSpan{days->first, days->last + (is_night ? 1 : 0), std::nullopt};
}

}  // namespace daybook::vault
