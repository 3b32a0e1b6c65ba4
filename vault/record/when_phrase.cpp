#include "vault/record/when_phrase.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "vault/record/calendar.h"

namespace daybook::vault {
namespace {

using Kind = WhenToken::Kind;
using Ago = Relative::Kind;

constexpr int kMostAgo = 400;
// Words that leave the time as it is.
constexpr std::array kFillers = {
    "the",   "of",    "on",     "in",       "at",     "about",    "around",  "roughly", "approximately",
    "maybe", "circa", "approx", "sometime", "during", "probably", "perhaps", "possibly"};

template <class Value>
bool set(std::optional<Value>& place, Value value) {
  if (place) return false;
  place = value;
  return true;
}

std::optional<Season> season_named(const WhenToken& token) {
  if (token.is("spring")) return Season::spring;
  if (token.is("summer")) return Season::summer;
  if (token.is("autumn") || token.is("fall")) return Season::autumn;
  if (token.is("winter")) return Season::winter;
  return std::nullopt;
}

std::optional<PartOfDay> part_of_day(const WhenToken& token) {
  if (token.is("morning")) return PartOfDay::morning;
  if (token.is("afternoon")) return PartOfDay::afternoon;
  if (token.is("evening")) return PartOfDay::evening;
  if (token.is("night")) return PartOfDay::night;
  return std::nullopt;
}

// Reads the tokens of one phrase from front to back. Each reading function takes the tokens that it understands, and
// none of them when it understands nothing.
class Reader {
 public:
  explicit Reader(const std::vector<WhenToken>& tokens) : m_tokens(tokens) {}

  std::optional<WhenPhrase> read() {
    while (m_at < m_tokens.size()) {
      if (!take_ago() && !take_named_day() && !take_last_or_this() && !take_third() && !take_filler() && !take_value())
        return std::nullopt;
    }
    if (m_phrase.weekday && !m_phrase.has_date()) m_phrase.relative = Relative{Ago::weekday};
    m_phrase.is_bare_number = m_values == 1 && m_last_value == Kind::number && m_phrase.day;
    m_phrase.day_may_be_year =
        m_day_may_be_year && !m_phrase.year && !m_phrase.weekday && !m_phrase.has_time() && !m_phrase.part_of_day;
    return m_phrase;
  }

 private:
  const WhenToken* ahead(std::size_t by) const { return m_at + by < m_tokens.size() ? &m_tokens[m_at + by] : nullptr; }
  bool is_ahead(std::size_t by, const char* word) const { return ahead(by) != nullptr && ahead(by)->is(word); }
  bool was(const char* word) const { return m_at > 0 && m_tokens[m_at - 1].is(word); }
  bool take(std::size_t count, bool was_understood = true) {
    m_at += count;
    return was_understood;
  }
  bool set_relative(Relative relative) { return set(m_phrase.relative, relative); }

  // "two days ago", "a week ago today"
  bool take_ago() {
    const WhenToken& first = m_tokens[m_at];
    const bool is_one = first.is("a") || first.is("an");
    if ((first.kind != Kind::number && !is_one) || ahead(1) == nullptr || !is_ahead(2, "ago")) return false;
    const int count = is_one ? 1 : first.value;
    std::string unit = ahead(1)->text;
    if (unit.ends_with('s')) unit.pop_back();
    if (count < 1 || count > kMostAgo) return false;
    if (unit == "day") return set_relative({Ago::days_ago, count}) && take(3);
    if (unit == "month") return set_relative({Ago::months_ago, count}) && take(3);
    if (unit == "year") return set_relative({Ago::years_ago, count}) && take(3);
    if (unit != "week" && unit != "fortnight") return false;
    const bool is_exact = is_ahead(3, "today");
    return set_relative({Ago::weeks_ago, unit == "week" ? count : 2 * count, is_exact}) && take(is_exact ? 4 : 3);
  }

  bool take_named_day() {
    if (is_ahead(0, "earlier") && is_ahead(1, "today")) return take(1);
    if (is_ahead(0, "today")) return set_relative({Ago::days_ago, 0}) && take(1);
    if (is_ahead(0, "yesterday")) return set_relative({Ago::days_ago, 1}) && take(1);
    if (is_ahead(0, "day") && is_ahead(1, "before") && is_ahead(2, "yesterday"))
      return set_relative({Ago::days_ago, 2}) && take(3);
    if (!is_ahead(0, "tonight")) return false;
    m_phrase.is_later_today = true;
    return set_relative({Ago::days_ago, 0}) && set(m_phrase.part_of_day, PartOfDay::night) && take(1);
  }

  // "last week", "this morning". "The last week" is another time, and nobody can say exactly which.
  bool take_last_or_this() {
    const bool is_last = is_ahead(0, "last"), is_this = is_ahead(0, "this");
    if ((!is_last && !is_this) || ahead(1) == nullptr || was("the")) return false;
    const WhenToken& what = *ahead(1);
    if (what.is("week")) return set_relative({is_last ? Ago::last_week : Ago::this_week}) && take(2);
    if (what.is("month")) return set_relative({is_last ? Ago::last_month : Ago::this_month}) && take(2);
    if (what.is("year")) return set_relative({is_last ? Ago::last_year : Ago::this_year}) && take(2);
    if (what.kind == Kind::month || season_named(what))
      return set_relative({is_last ? Ago::last_named : Ago::this_named}) && take(1);  // the name is read next
    if (what.kind == Kind::weekday) return is_last && set_relative({Ago::last_weekday}) && take(1);
    const auto part = part_of_day(what);
    if (!part || (is_last && (*part == PartOfDay::morning || *part == PartOfDay::afternoon))) return false;
    m_phrase.is_later_today = is_this && *part != PartOfDay::morning;
    return set_relative({Ago::days_ago, is_last ? 1 : 0}) && set(m_phrase.part_of_day, *part) && take(2);
  }

  bool take_third() {
    const WhenToken& word = m_tokens[m_at];
    const bool has_of = is_ahead(1, "of");
    if (word.is("early") || (word.is("beginning") && has_of) || (word.is("start") && has_of))
      return set(m_phrase.third, Third::early) && take(1);
    if (word.is("mid") || word.is("middle")) return set(m_phrase.third, Third::middle) && take(1);
    if (word.is("late") || (word.is("end") && has_of)) return set(m_phrase.third, Third::late) && take(1);
    return false;
  }

  bool take_filler() {
    const WhenToken& word = m_tokens[m_at];
    if (word.kind != Kind::word || std::find(kFillers.begin(), kFillers.end(), word.text) == kFillers.end())
      return false;
    if (word.text == "at") m_hour_is_next = true;
    return take(1);
  }

  bool take_value() {
    const WhenToken& token = m_tokens[m_at];
    const bool hour_is_next = std::exchange(m_hour_is_next, false);
    m_last_value = token.kind;
    if (m_values++ == 0) m_phrase.begins_with_clock = token.kind == Kind::clock;
    switch (token.kind) {
      case Kind::number:
        return take(1, take_number(token, hour_is_next));
      case Kind::ordinal:
        return take(1, take_day(token.value));
      case Kind::short_year:
        return take(1, set(m_phrase.year, token.value));
      case Kind::month:
        return take(1, !m_phrase.season && set(m_phrase.month, static_cast<unsigned>(token.value)));
      case Kind::weekday:
        return take(1, set(m_phrase.weekday, static_cast<unsigned>(token.value)));
      case Kind::dates:
        if (!m_phrase.dates.empty()) return false;
        m_phrase.dates = token.dates;
        return take(1);
      case Kind::clock:
        return take(1, set(m_phrase.clock, token.clock));
      case Kind::dash:
        return false;
      case Kind::word:
        break;
    }
    if (token.is("noon") || token.is("midday")) return take(1, set(m_phrase.clock, ClockTime{12 * 60, false}));
    if (token.is("midnight")) return take(1, !std::exchange(m_phrase.is_midnight, true) && !m_phrase.clock);
    if (const auto season = season_named(token)) return take(1, !m_phrase.month && set(m_phrase.season, *season));
    if (const auto part = part_of_day(token)) return take(1, set(m_phrase.part_of_day, *part));
    return false;
  }

  bool take_day(int value) { return value >= 1 && value <= 31 && set(m_phrase.day, static_cast<unsigned>(value)); }

  // A number is a year, an hour or a day, by its figures and by what stands around it.
  bool take_number(const WhenToken& number, bool hour_is_next) {
    if (number.figures == 4)
      return number.value >= kFirstYear && number.value <= kLastYear && set(m_phrase.year, number.value);
    if (number.figures > 2) return false;
    std::size_t next = 1;
    while (is_ahead(next, "of") || is_ahead(next, "the")) ++next;
    const WhenToken* following = ahead(next);
    const bool names_month_next = following != nullptr && following->kind == Kind::month;
    const bool is_of_month = m_phrase.month && !m_phrase.day && following != nullptr && following->figures == 4;
    if (hour_is_next && !names_month_next && !is_of_month) {
      const auto hour = clock_hour(number.value);
      return hour && set(m_phrase.clock, *hour);
    }
    if (m_phrase.day && m_phrase.month && number.figures == 2)
      return set(m_phrase.year, year_of_two_figures(number.value));
    m_day_may_be_year = m_phrase.month && number.figures == 2;
    if (m_day_may_be_year && number.value > 31) return set(m_phrase.year, year_of_two_figures(number.value));
    return take_day(number.value);
  }

  const std::vector<WhenToken>& m_tokens;
  std::size_t m_at = 0;
  std::size_t m_values = 0;  // words that are no fillers, and said something alone
  Kind m_last_value = Kind::word;
  bool m_hour_is_next = false;  // "at" stands before it
  bool m_day_may_be_year = false;
  WhenPhrase m_phrase;
};

}  // namespace

std::optional<WhenPhrase> when_phrase(const std::vector<WhenToken>& tokens) { return Reader(tokens).read(); }

}  // namespace daybook::vault
