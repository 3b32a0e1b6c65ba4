#include "vault/record/search_numbers.h"

#include <algorithm>
#include <set>

namespace daybook::vault {
namespace {

constexpr std::size_t kMostGroups = 6, kFewestFigures = 5, kMostFigures = 15;
// A number with its country, or one that is long enough to be told from an account of eight figures without its zero.
constexpr std::size_t kFewestWithCountry = 11, kFewestWithZero = 10;
constexpr std::size_t kMostBetween = 6;  // bytes: a bracket, a blank and a hyphen of three bytes fit

bool is_figures(const SearchWord& word) {
  if (word.points.front() > U'9') return false;
  return std::all_of(word.points.begin(), word.points.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

// Whether two groups with this between them may be one number.
bool joins(std::string_view between) {
  if (between.empty() || between.size() > kMostBetween) return false;
  while (!between.empty()) {
    std::size_t length = 0;
    for (const std::string_view sign : {" ", "(", ")", "-", ".", "+", "\xC2\xA0", "\xE2\x80\x90", "\xE2\x80\x91",
                                        "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x89", "\xE2\x80\xAF"}) {
      if (between.starts_with(sign)) length = sign.size();
    }
    if (length == 0) return false;
    between.remove_prefix(length);
  }
  return true;
}

bool has_plus_before(std::string_view text, const SearchWord& word) {
  std::size_t at = word.begin;
  if (at > 0 && text[at - 1] == '(') --at;
  return at > 0 && text[at - 1] == '+';
}

}  // namespace

std::vector<FigureGroups> figure_groups(std::string_view text, std::span<const SearchWord> words) {
  std::vector<FigureGroups> rows;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_figures(words[i])) continue;
    const bool goes_on = !rows.empty() && joins(text.substr(words[rows.back().words.back()].end(),
                                                            words[i].begin - words[rows.back().words.back()].end()));
    if (!goes_on) rows.emplace_back();
    rows.back().words.push_back(i);
  }
  return rows;
}

std::string number_of(std::string_view text, std::span<const SearchWord> words, std::span<const std::size_t> groups) {
  std::string figures;
  for (const std::size_t group : groups) {
    if (figures.size() + words[group].points.size() > kMostFigures) return "";
    for (const char32_t figure : words[group].points) figures += static_cast<char>(figure);
  }
  if (figures.size() < kFewestFigures) return "";
  const bool has_zeros = figures.starts_with("0044");
  if (has_zeros) figures.erase(0, 2);
  const bool has_country = has_zeros || has_plus_before(text, words[groups.front()]);
  if (!figures.starts_with("44") || (!has_country && figures.size() < kFewestWithCountry)) return figures;
  figures.erase(0, 2);
  return figures.starts_with('0') ? figures : "0" + figures;  // people write +44 (0)7700 as well
}

std::vector<NamedNumber> named_numbers(std::string_view text, std::span<const SearchWord> words) {
  std::vector<NamedNumber> named;
  for (const FigureGroups& row : figure_groups(text, words)) {
    const std::span<const std::size_t> groups = row.words;
    for (std::size_t first = 0; first < groups.size(); ++first) {
      for (std::size_t count = 1; count <= std::min(kMostGroups, groups.size() - first); ++count) {
        const std::size_t last = groups[first + count - 1];
        const std::string number = number_of(text, words, groups.subspan(first, count));
        if (number.empty()) continue;
        named.push_back({number, groups[first], last});
        if (number[0] == '0' && number.size() >= kFewestWithZero)
          named.push_back({number.substr(1), groups[first], last});
      }
    }
  }
  return named;
}

std::vector<std::string> numbers_for_search(std::string_view text, std::span<const SearchWord> words) {
  std::set<std::string> numbers;
  for (NamedNumber& named : named_numbers(text, words)) {
    const std::u32string& word = words[named.first].points;
    const bool is_word =
        named.first == named.last && std::equal(word.begin(), word.end(), named.number.begin(), named.number.end(),
                                                [](char32_t a, char b) { return a == static_cast<unsigned char>(b); });
    if (!is_word) numbers.insert(std::move(named.number));
  }
  return {numbers.begin(), numbers.end()};
}

}  // namespace daybook::vault
