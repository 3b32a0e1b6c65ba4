#include "vault/record/found_places.h"

#include <algorithm>

#include "vault/record/search_text.h"

namespace daybook::vault {
namespace {

// A word as the index has it: folded, and in scripts without blanks each character for itself.
struct Word {
  std::vector<std::int32_t> points;
  std::uint32_t begin = 0;
  std::vector<std::uint32_t> ends;  // for each of `points`, where its character ends in the text
};

std::size_t length_of_character(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
  return length;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool goes_on = false;  // the last word may have more letters
  bool may_be_marked = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = length_of_character(text.substr(at));
    const auto begin = static_cast<std::uint32_t>(at), end = static_cast<std::uint32_t>(at + length);
    const std::vector<std::int32_t> points = folded_points(text.substr(at, length));
    at += length;
    // The index leaves marks out: one belongs to the letter before it.
    if (points.empty() && may_be_marked) words.back().ends.back() = end;
    for (const std::int32_t point : points) {
      may_be_marked = is_unspaced(point) || is_in_word(point) || point == '_';
      if (may_be_marked && (!goes_on || is_unspaced(point))) words.push_back({{}, begin, {}});
      goes_on = may_be_marked && !is_unspaced(point);
      if (!may_be_marked) continue;
      words.back().points.push_back(point);
      words.back().ends.push_back(end);
    }
  }
  return words;
}

// What a blank parts in the query is one phrase each: its words have to stand one after the other in the text.
std::vector<std::vector<Word>> phrases_of(std::string_view query) {
  std::vector<std::vector<Word>> phrases;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find_first_of(" \t\r\n"), query.size());
    std::vector<Word> words = words_of(query.substr(0, end));
    const bool has_letters = std::any_of(words.begin(), words.end(), [](const Word& word) {
      return std::any_of(word.points.begin(), word.points.end(), is_in_word);
    });
    if (has_letters) phrases.push_back(std::move(words));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return phrases;
}

bool begins_with(const Word& word, const Word& beginning) {
  return word.points.size() >= beginning.points.size() &&
         std::equal(beginning.points.begin(), beginning.points.end(), word.points.begin());
}

// Whether the phrase stands at word `at`. `is_last`: its last word may be the beginning of one.
bool stands_at(const std::vector<Word>& words, std::size_t at, const std::vector<Word>& phrase, bool is_last) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const bool may_go_on = is_last && i + 1 == phrase.size();
    const bool is_same = may_go_on ? begins_with(words[at + i], phrase[i]) : words[at + i].points == phrase[i].points;
    if (!is_same) return false;
  }
  return true;
}

}  // namespace

std::vector<FoundPlace> find_places(std::string_view text, std::string_view query) {
  const std::vector<std::vector<Word>> phrases = phrases_of(query);
  std::vector<FoundPlace> found;
  if (phrases.empty()) return found;
  const std::vector<Word> words = words_of(text);
  for (const std::vector<Word>& phrase : phrases) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (!stands_at(words, at, phrase, &phrase == &phrases.back())) continue;
      const Word& last = words[at + phrase.size() - 1];
      found.push_back({words[at].begin, last.ends[phrase.back().points.size() - 1]});
    }
  }
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

}  // namespace daybook::vault
