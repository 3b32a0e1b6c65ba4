#include "vault/record/when_tokens.h"

#include <algorithm>
#include <array>

namespace daybook::vault {
namespace {

using Kind = WhenToken::Kind;

constexpr std::size_t kMostWords = 40, kLongestWord = 60;
constexpr std::array kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                "july",    "august",   "september", "october", "november", "december"};
constexpr std::array kWeekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array kNumbers = {"one",   "two",   "three", "four", "five",   "six",
                                 "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
// Signs that stand for a plain one: dashes of several lengths, a curved apostrophe, and blanks that do not break.
constexpr std::array<std::pair<std::string_view, char>, 9> kSameAs = {{{"\xe2\x80\x90", '-'},
                                                                       {"\xe2\x80\x91", '-'},
                                                                       {"\xe2\x80\x93", '-'},
                                                                       {"\xe2\x80\x94", '-'},
                                                                       {"\xe2\x88\x92", '-'},
                                                                       {"\xe2\x80\x99", '\''},
                                                                       {"\xe2\x80\x98", '\''},
                                                                       {"\xc2\xa0", ' '},
                                                                       {"\xe2\x80\xaf", ' '}}};

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string plain(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto same =
        std::find_if(kSameAs.begin(), kSameAs.end(), [&](const auto& one) { return text.starts_with(one.first); });
    char c = same == kSameAs.end() ? text[0] : same->second;
    text.remove_prefix(same == kSameAs.end() ? 1 : same->first.size());
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    plain += c;
  }
  return plain;
}

// What stands between blanks and commas. Any sign that no date has is a word of its own, which nobody understands, so
// that nothing is read.
std::vector<std::string> lumps_of(const std::string& text) {
  std::vector<std::string> lumps(1);
  for (const char c : text) {
    const bool is_part = is_letter(c) || is_figure(c) || c == '-' || c == '/' || c == '.' || c == ':' || c == '\'' ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (is_part)
      lumps.back() += c;
    else if (c == ' ' || c == ',' || c == '\t')
      lumps.emplace_back();
    else
      lumps.emplace_back(1, c), lumps.emplace_back();
  }
  for (std::string& lump : lumps) {
    while (lump.ends_with('.')) lump.pop_back();
    lump.erase(0, std::min(lump.find_first_not_of('.'), lump.size()));
  }
  std::erase(lumps, "");
  return lumps;
}

// A number of up to four figures, alone, as a day of the month (`3rd`) or as a year ('25).
std::optional<WhenToken> numeral(std::string_view lump) {
  const bool is_short_year = lump.starts_with('\'');
  if (is_short_year) lump.remove_prefix(1);
  const auto end = static_cast<std::size_t>(std::find_if_not(lump.begin(), lump.end(), is_figure) - lump.begin());
  if (end == 0 || end > 4) return std::nullopt;
  const std::string_view ending = lump.substr(end);
  WhenToken token{Kind::number, std::string(lump), std::stoi(std::string(lump.substr(0, end))), end};
  if (is_short_year) {
    if (end != 2 || !ending.empty()) return std::nullopt;
    token.kind = Kind::short_year, token.value = year_of_two_figures(token.value);
  } else if (!ending.empty()) {
    if (end > 2 || (ending != "st" && ending != "nd" && ending != "rd" && ending != "th")) return std::nullopt;
    token.kind = Kind::ordinal;
  }
  return token;
}

std::optional<WhenToken> named(const std::string& lump) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view name = kMonths[i];
    if (lump == name || (lump.size() == 3 && name.starts_with(lump)) || (lump == "sept" && i == 8))
      return WhenToken{Kind::month, lump, static_cast<int>(i + 1)};
  }
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const std::string_view name = kWeekdays[i];
    const bool is_short = lump.size() == 3 || lump == "tues" || lump == "thur" || lump == "thurs";
    if (lump == name || (is_short && name.starts_with(lump)) || (lump == "weds" && i == 2))
      return WhenToken{Kind::weekday, lump, static_cast<int>(i)};
  }
  for (std::size_t i = 0; i < kNumbers.size(); ++i)
    if (lump == kNumbers[i]) return WhenToken{Kind::number, lump, static_cast<int>(i + 1), 1};
  return std::nullopt;
}

void add_lump(const std::string& lump, std::vector<WhenToken>& tokens, int depth);

// The parts between `sign`, each a token of its own, with a dash between them where that is what the sign says.
void add_parts(const std::string& lump, char sign, bool with_dash, std::vector<WhenToken>& tokens, int depth) {
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = std::min(lump.find(sign, begin), lump.size());
    add_lump(lump.substr(begin, end - begin), tokens, depth + 1);
    if (end == lump.size()) return;
    if (with_dash) tokens.push_back({Kind::dash, "-"});
    begin = end + 1;
  }
}

// Whether hyphens hold one date together, as in 3-May-2025 and May-2025. Else they mean "to".
bool is_one_date(const std::string& lump) {
  std::size_t names = 0, parts = 0;
  for (std::size_t begin = 0; begin <= lump.size(); ++parts) {
    const std::size_t end = std::min(lump.find('-', begin), lump.size());
    const std::string part = lump.substr(begin, end - begin);
    if (const auto name = named(part); name && name->kind == Kind::month)
      ++names;
    else if (!numeral(part))
      return false;
    begin = end + 1;
  }
  return names == 1 && (parts == 2 || parts == 3);
}

// Letters and figures without a blank between them, as in `3May2025`; each must be understood alone.
bool add_runs(const std::string& lump, std::vector<WhenToken>& tokens) {
  std::vector<WhenToken> runs;
  for (std::size_t begin = 0; begin < lump.size();) {
    std::size_t end = begin + 1;
    while (end < lump.size() && is_figure(lump[end]) == is_figure(lump[begin])) ++end;
    const std::string run = lump.substr(begin, end - begin);
    auto token = is_figure(run[0]) ? numeral(run) : named(run);
    if (!token || (token->kind != Kind::number && token->kind != Kind::month)) return false;
    runs.push_back(std::move(*token));
    begin = end;
  }
  tokens.insert(tokens.end(), runs.begin(), runs.end());
  return true;
}

void add_lump(const std::string& lump, std::vector<WhenToken>& tokens, int depth) {
  constexpr int kDeepest = 3;
  if (lump.empty() || depth > kDeepest || tokens.size() > 2 * kMostWords) {
    tokens.push_back({Kind::word, "?"});  // nobody understands it
  } else if (lump == "-") {
    tokens.push_back({Kind::dash, lump});
  } else if (auto name = named(lump)) {
    tokens.push_back(std::move(*name));
  } else if (auto dates = figure_dates(lump); !dates.empty()) {
    tokens.push_back({Kind::dates, lump, 0, 0, std::move(dates)});
  } else if (const auto clock = clock_time(lump)) {
    tokens.push_back({Kind::clock, lump, 0, 0, {}, *clock});
  } else if (auto number = numeral(lump)) {
    tokens.push_back(std::move(*number));
  } else if (lump.size() > 11 && lump[10] == 't' && !figure_dates(lump.substr(0, 10)).empty()) {
    add_parts(lump, 't', false, tokens, depth);  // ISO 8601; with the name of a zone behind it, it is not understood
  } else if (lump.starts_with("mid-")) {
    tokens.push_back({Kind::word, "mid"});
    add_lump(lump.substr(4), tokens, depth + 1);
  } else if (lump.find('-') != std::string::npos) {
    add_parts(lump, '-', !is_one_date(lump), tokens, depth);
  } else if (lump != "a.m" && lump != "p.m" && lump.find('.') != std::string::npos) {
    add_parts(lump, '.', false, tokens, depth);
  } else if (std::all_of(lump.begin(), lump.end(), [](char c) { return is_figure(c) || is_letter(c); }) &&
             std::any_of(lump.begin(), lump.end(), is_figure)) {
    if (!add_runs(lump, tokens)) tokens.push_back({Kind::word, lump});
  } else {
    tokens.push_back({Kind::word, lump});
  }
}

std::optional<ClockTime> hour_of(const WhenToken& token) {
  if (token.kind == Kind::clock) return token.clock;
  return token.kind == Kind::number && token.figures <= 2 ? clock_hour(token.value) : std::nullopt;
}

// Puts a time of day in the place of `count` tokens.
void join(std::vector<WhenToken>& tokens, std::size_t at, std::size_t count, const std::optional<ClockTime>& clock) {
  WhenToken joined{Kind::clock, "", 0, 0, {}, clock.value_or(ClockTime())};
  if (!clock) joined = {Kind::word, "?"};
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at),
               tokens.begin() + static_cast<std::ptrdiff_t>(at + count));
  tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(at), std::move(joined));
}

// "half past 10" and its like become a time of day.
void join_quarters(std::vector<WhenToken>& tokens) {
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const bool is_to = tokens[i].is("quarter") && tokens[i + 1].is("to");
    const bool is_past = (tokens[i].is("quarter") || tokens[i].is("half")) && tokens[i + 1].is("past");
    auto hour = hour_of(tokens[i + 2]);
    if ((!is_to && !is_past) || !hour || hour->minute % 60 != 0) continue;
    constexpr int kHalfDay = 12 * 60;
    hour->minute += is_to ? -15 : tokens[i].is("half") ? 30 : 15;
    if (hour->minute < 0) hour->minute += hour->half_is_open ? kHalfDay : 2 * kHalfDay;
    join(tokens, i, 3, hour);
  }
}

// Am and pm, o'clock, noon behind a 12, and hours behind four figures belong to what stands before them.
void join_halves(std::vector<WhenToken>& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const WhenToken &before = tokens[i - 1], &word = tokens[i];
    const bool is_am = word.is("am") || word.is("a.m"), is_pm = word.is("pm") || word.is("p.m");
    if (is_am || is_pm) {
      const auto hour = hour_of(before);
      join(tokens, i - 1, 2, hour ? in_half(*hour, is_pm) : std::nullopt);
    } else if (word.is("o'clock") || word.is("oclock")) {
      join(tokens, i - 1, 2, hour_of(before));
    } else if ((word.is("hrs") || word.is("hours")) && before.kind == Kind::number && before.figures == 4) {
      const bool is_time = before.value % 100 < 60 && before.value < 2400;
      const ClockTime time{before.value / 100 * 60 + before.value % 100, false};
      join(tokens, i - 1, 2, is_time ? std::optional(time) : std::nullopt);
    } else if ((word.is("noon") || word.is("midday")) && before.kind == Kind::number && before.value == 12 &&
               (i < 2 || tokens[i - 2].kind != Kind::month)) {
      join(tokens, i - 1, 2, ClockTime{12 * 60, false});
    } else {
      continue;
    }
    --i;
  }
}

}  // namespace

std::vector<WhenToken> when_tokens(std::string_view text) {
  std::vector<WhenToken> tokens;
  const auto lumps = lumps_of(plain(text));
  const auto is_long = [](const std::string& lump) { return lump.size() > kLongestWord; };
  if (lumps.size() > kMostWords || std::any_of(lumps.begin(), lumps.end(), is_long)) return {};
  for (const std::string& lump : lumps) add_lump(lump, tokens, 0);
  if (tokens.size() > kMostWords) return {};
  join_halves(tokens);
  join_quarters(tokens);
  return tokens;
}

}  // namespace daybook::vault
