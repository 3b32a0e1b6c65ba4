#include "vault/record/found_places.h"

#include <algorithm>

#include "vault/record/search_numbers.h"
#include "vault/record/search_query.h"

namespace daybook::vault {
namespace {

bool begins_with(const SearchWord& word, const SearchWord& beginning) {
  return word.points.starts_with(beginning.points);
}

// Whether the phrase stands at word `at`.
bool stands_at(const std::vector<SearchWord>& words, std::size_t at, const SearchPhrase& phrase) {
  if (at + phrase.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const SearchWord &word = words[at + i], &wanted = phrase.words[i];
    const bool may_go_on = phrase.is_beginning && i + 1 == phrase.words.size();
    if (may_go_on ? !begins_with(word, wanted) : word.points != wanted.points) return false;
    if (wanted.goes_on && !word.goes_on) return false;
  }
  return true;
}

void find_phrase(const std::vector<SearchWord>& words, const SearchPhrase& phrase, std::vector<FoundPlace>& found) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!stands_at(words, at, phrase)) continue;
    const SearchWord& last = words[at + phrase.words.size() - 1];
    found.push_back({words[at].begin, last.ends[phrase.words.back().points.size() - 1]});
  }
}

void find_number(const std::vector<SearchWord>& words, const std::vector<NamedNumber>& numbers, const SearchTerm& term,
                 std::vector<FoundPlace>& found) {
  if (term.number.empty()) return;
  for (const NamedNumber& named : numbers) {
    const bool is_found =
        term.is_beginning_of_number ? named.number.starts_with(term.number) : named.number == term.number;
    if (is_found) found.push_back({words[named.first].begin, words[named.last].end()});
  }
}

std::vector<FoundPlace> made_apart(std::vector<FoundPlace> found) {
  std::sort(found.begin(), found.end(), [](const FoundPlace& a, const FoundPlace& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::vector<FoundPlace> apart;
  for (const FoundPlace& place : found) {
    if (!apart.empty() && place.begin < apart.back().end)
      apart.back().end = std::max(apart.back().end, place.end);
    else
      apart.push_back(place);
  }
  return apart;
}

}  // namespace

std::vector<FoundPlace> find_places(std::string_view text, std::string_view query) {
  const std::vector<SearchTerm> terms = parse_search(query);
  std::vector<FoundPlace> found;
  if (terms.empty()) return found;
  const std::vector<SearchWord> words = words_for_search(text);
  const std::vector<NamedNumber> numbers = named_numbers(text, words);
  for (const SearchTerm& term : terms) {
    for (const SearchPhrase& phrase : term.phrases) find_phrase(words, phrase, found);
    find_number(words, numbers, term, found);
  }
  return made_apart(std::move(found));
}

}  // namespace daybook::vault
