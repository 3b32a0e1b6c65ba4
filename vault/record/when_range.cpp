#include "vault/record/when_range.h"

#include <algorithm>

#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

using Tokens = std::vector<WhenToken>;

constexpr int kYearsBack = 28, kMostYears = 3;  // weekdays come back to the same dates within 28 years

/// One phrase, or the two ends of a range.
struct Ends {
  WhenPhrase first;
  std::optional<WhenPhrase> last;
  bool share_date = false;  // "3 May 2025, 22:00 to 02:00"
};

void take_date(WhenPhrase& to, const WhenPhrase& from) {
  to.day = from.day, to.month = from.month, to.year = from.year, to.weekday = from.weekday;
  to.season = from.season, to.third = from.third;
  to.dates = from.dates, to.relative = from.relative;
  to.is_later_today = from.is_later_today;
}

// What one end leaves out it has in common with the other: "between 3 and 5 May 2025".
void share_parts(WhenPhrase& to, const WhenPhrase& from) {
  const bool is_in_words = to.dates.empty() && !to.relative && from.dates.empty() && !from.relative;
  if (!is_in_words) return;
  if (to.day && !to.month) to.month = from.month;
  if (!to.year && (to.month || to.season)) to.year = from.year;
}

std::optional<Ends> with_shared_parts(WhenPhrase first, WhenPhrase last, bool share_date) {
  if (first.day_may_be_year || last.day_may_be_year) return std::nullopt;
  // A bare number beside a time of day may be an hour as well: "between 1 and 11 pm on 3 May 2025".
  if (last.is_bare_number && first.has_time()) return std::nullopt;
  if (first.is_bare_number && last.has_time()) {
    first.clock = last.begins_with_clock ? clock_hour(static_cast<int>(*first.day)) : std::nullopt;
    if (!first.clock) return std::nullopt;
    first.day.reset();
  }
  if (!first.has_date() && !last.has_date()) return std::nullopt;
  share_date |= !first.has_date() || !last.has_date();
  if (!first.has_date()) take_date(first, last);
  if (!last.has_date()) take_date(last, first);
  const WhenPhrase written = first;
  share_parts(first, last);
  share_parts(last, written);
  if (first.clock && first.clock->half_is_open && !first.part_of_day) first.part_of_day = last.part_of_day;
  return Ends{std::move(first), std::move(last), share_date};
}

bool is_opener(const WhenToken& token) { return token.is("between") || token.is("from"); }
bool is_middle(const WhenToken& token) {
  return token.kind == WhenToken::Kind::dash || token.is("to") || token.is("until") || token.is("till") ||
         token.is("and");
}

Tokens joined(Tokens::const_iterator begin, Tokens::const_iterator end, Tokens::const_iterator more,
              Tokens::const_iterator more_end) {
  Tokens tokens(begin, end);
  tokens.insert(tokens.end(), more, more_end);
  return tokens;
}

std::optional<Ends> ends_of(const Tokens& tokens) {
  const auto middle = std::find_if(tokens.begin(), tokens.end(), is_middle);
  if (middle == tokens.end()) {
    auto phrase = when_phrase(tokens);
    return phrase ? std::optional(Ends{std::move(*phrase), std::nullopt, false}) : std::nullopt;
  }
  auto opener = std::find_if(tokens.begin(), middle, is_opener);
  const bool has_opener = opener != middle;
  if (!has_opener && middle->is("and")) return std::nullopt;  // two times, not what lies between
  if (!has_opener) opener = tokens.begin();
  const auto begin = has_opener ? opener + 1 : opener;
  if (begin == middle || middle + 1 == tokens.end()) return std::nullopt;
  // What stands before "between" belongs to both ends: "3 May 2025 between 10 pm and 11 pm".
  auto first = when_phrase(joined(tokens.begin(), opener, begin, middle));
  auto last = when_phrase(joined(tokens.begin(), opener, middle + 1, tokens.end()));
  if (!first || !last) return std::nullopt;
  return with_shared_parts(std::move(*first), std::move(*last), opener != tokens.begin());
}

std::optional<SaidTime> meaning(const Ends& ends, const WhenChoice& choice, const std::optional<LocalMoment>& said_at) {
  const auto first = when_span(ends.first, choice, said_at);
  if (!first) return std::nullopt;
  if (!ends.last) return SaidTime{first->first, first->last, first->minute, first->minute, first->first};
  const auto last = when_span(*ends.last, choice, said_at);
  if (!last || last->first < first->first) return std::nullopt;
  SaidTime said{first->first, std::max(first->last, last->last), first->minute, last->minute, last->first};
  const bool turns_back = said.first == said.last && said.from && said.until && *said.until <= *said.from;
  if (!turns_back) return said;
  // From 22:00 to 02:00 is a night of which the day was named on which it began, or the one on which it ended.
  if (!ends.share_date || said.from == said.until) return std::nullopt;
  if (choice.takes_other_night)
    --said.first;
  else
    ++said.last;
  return said;
}

// A time that has no day outside of the years in which days are read, so that what is kept of it can be read again.
bool can_be_written(const SaidTime& said) {
  return said.first >= days_of_months(kFirstYear, 1, 1).first && said.last <= days_of_months(kLastYear, 12, 12).last;
}

bool needs_year(const WhenPhrase& phrase) {
  return (phrase.month || phrase.season) && !phrase.year && !phrase.relative && phrase.dates.empty();
}

/// What the words leave open, so that only these choices are tried.
struct Open {
  bool order = false, day_begin = false, half = false, days = false, night = false;

  void look_at(const WhenPhrase& phrase) {
    order |= std::any_of(phrase.dates.begin(), phrase.dates.end(),
                         [](const FigureDate& date) { return date.order != FigureOrder::sole; });
    day_begin |= phrase.relative.has_value();
    half |= phrase.clock && phrase.clock->half_is_open;
    days |= phrase.relative || phrase.day_may_be_year || phrase.season == Season::winter;
    night |= phrase.is_midnight || phrase.part_of_day == PartOfDay::night;
  }
};

class Readings {
 public:
  Readings(const Ends& ends, const std::optional<LocalMoment>& said_at) : m_ends(ends), m_said_at(said_at) {
    m_open.look_at(ends.first);
    if (ends.last) m_open.look_at(*ends.last), m_open.night |= ends.share_date;
  }

  std::vector<SaidTime> all() {
    const bool adds_year = needs_year(m_ends.first) || (m_ends.last && needs_year(*m_ends.last));
    if (!adds_year) {
      add_under(0, false);
    } else if (m_said_at) {
      const int this_year = civil_day(m_said_at->day).year;
      int years = 0;
      for (int year = this_year; year >= std::max(kFirstYear, this_year - kYearsBack) && years < kMostYears; --year)
        years += add_under(year, true) ? 1 : 0;
    }
    return std::move(m_found);
  }

 private:
  // Adds every reading in which `year` stands where none is written. Returns whether there was a new one.
  bool add_under(int year, bool only_past) {
    const std::size_t before = m_found.size();
    std::vector orders = {FigureOrder::day_first, FigureOrder::month_first, FigureOrder::year_first};
    if (!m_open.order) orders.resize(1);
    for (const FigureOrder order : orders) {
      for (unsigned bits = 0; bits < 16; ++bits) {
        const bool evening = bits & 1, half = bits & 2, days = bits & 4, night = bits & 8;
        if ((evening && !m_open.day_begin) || (half && !m_open.half) || (days && !m_open.days) ||
            (night && !m_open.night))
          continue;
        const auto said = meaning(m_ends, {order, year, evening, half, days, night}, m_said_at);
        if (!said || !can_be_written(*said) || (only_past && is_ahead(*said, *m_said_at))) continue;
        if (std::find(m_found.begin(), m_found.end(), *said) == m_found.end()) m_found.push_back(*said);
      }
    }
    return m_found.size() > before;
  }

  const Ends& m_ends;
  const std::optional<LocalMoment>& m_said_at;
  Open m_open;
  std::vector<SaidTime> m_found;
};

// A weekday that does not fit its date: the date may be right, the weekday nearest to it, or that date in a year
// beside.
std::vector<SaidTime> without_weekday(Ends ends, const LocalMoment& said_at) {
  const WhenPhrase& phrase = ends.first;
  if (ends.last || !phrase.weekday || phrase.relative || !phrase.has_date()) return {};
  const auto weekday = static_cast<std::int32_t>(*phrase.weekday);
  ends.first.weekday.reset();
  std::vector<SaidTime> readings = Readings(ends, said_at).all();
  if (readings.size() != 1 || readings[0].first != readings[0].last) return {};
  const SaidTime written = readings[0];
  const auto add = [&](std::int32_t day) {
    const SaidTime said{day, day, written.from, written.until, day};
    if (can_be_written(said)) readings.push_back(said);
  };
  const std::int32_t later = (weekday - static_cast<std::int32_t>(weekday_of(written.first)) + 7) % 7;
  add(written.first + (later <= 3 ? later : later - 7));
  const CivilDay civil = civil_day(written.first);
  for (const int year : {civil.year - 1, civil.year + 1}) {
    const auto day = day_number({year, civil.month, civil.day});
    if (day && static_cast<std::int32_t>(weekday_of(*day)) == weekday) add(*day);
  }
  return readings;
}

}  // namespace

bool is_ahead(const SaidTime& said, const LocalMoment& now) {
  if (said.named_last != now.day) return said.named_last > now.day;
  const bool is_today = said.last == now.day;
  return (said.first == now.day && said.from && *said.from > now.minute) ||
         (is_today && said.until && *said.until > now.minute);
}

std::vector<SaidTime> when_readings(std::string_view words, const std::optional<LocalMoment>& said_at) {
  const Tokens tokens = when_tokens(words);
  const auto ends = tokens.empty() ? std::nullopt : ends_of(tokens);
  if (!ends) return {};
  std::vector<SaidTime> readings = Readings(*ends, said_at).all();
  if (readings.empty() && said_at) readings = without_weekday(*ends, *said_at);
  if (said_at) {
    // What has not happened is not what she means, unless it is all that the words can mean.
    const auto ahead = [&](const SaidTime& said) { return is_ahead(said, *said_at); };
    if (!std::all_of(readings.begin(), readings.end(), ahead)) std::erase_if(readings, ahead);
  }
  return readings.size() <= kMostReadings ? std::move(readings) : std::vector<SaidTime>();
}

}  // namespace daybook::vault
