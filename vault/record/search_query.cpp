#include "vault/record/search_query.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "vault/record/search_numbers.h"

namespace daybook::vault {
namespace {

constexpr std::size_t kFewestLetters = 3;  // of a word that may be the beginning of a longer one

bool is_hangul(char32_t point) { return point >= 0xAC00 && point <= 0xD7A3; }

bool may_go_on(const SearchWord& word, bool is_last) {
  if (word.is_unspaced) return true;  // the index has it at the beginning of a pair
  return is_last && (word.points.size() >= kFewestLetters || is_hangul(word.points.front()));
}

// The query in pieces, as blanks part it: the indexes of the words of each.
std::vector<std::vector<std::size_t>> pieces_of(std::string_view query, std::span<const SearchWord> words) {
  std::vector<std::vector<std::size_t>> pieces;
  std::size_t end = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view between = query.substr(end, std::max<std::size_t>(words[i].begin, end) - end);
    if (pieces.empty() || between.find_first_of(" \t\r\n") != std::string_view::npos) pieces.emplace_back();
    pieces.back().push_back(i);
    end = words[i].end();
  }
  return pieces;
}

SearchPhrase phrase_of(std::span<const SearchWord> words, const std::vector<std::size_t>& piece) {
  SearchPhrase phrase;
  for (const std::size_t word : piece) phrase.words.push_back(words[word]);
  phrase.is_beginning = may_go_on(phrase.words.back(), piece.back() + 1 == words.size());
  return phrase;
}

std::string quoted(const std::string& words) { return "\"" + words + "\""; }

}  // namespace

std::string fold_for_search(std::string_view text) {
  const std::vector<SearchWord> words = words_for_search(text);
  std::string folded = index_words(words);
  for (const std::string& number : numbers_for_search(text, words)) folded += number + ' ';
  return folded;
}

std::vector<SearchTerm> parse_search(std::string_view query) {
  const std::vector<SearchWord> words = words_for_search(query);
  const std::vector<FigureGroups> rows = figure_groups(query, words);
  std::vector<SearchTerm> terms;
  std::size_t row = 0;
  bool is_within_row = false;  // the last group of the row has not come yet
  for (const std::vector<std::size_t>& piece : pieces_of(query, words)) {
    if (!is_within_row) terms.emplace_back();
    SearchTerm& term = terms.back();
    term.phrases.push_back(phrase_of(words, piece));
    while (row < rows.size() && rows[row].words.front() <= piece.back()) {
      const std::vector<std::size_t>& groups = rows[row].words;
      is_within_row = groups.back() > piece.back();
      if (is_within_row) break;
      const std::string number = number_of(query, words, groups);
      if (!number.empty()) {
        term.number = number;
        term.is_beginning_of_number = groups.back() + 1 == words.size();
      }
      ++row;
    }
  }
  return terms;
}

std::string_view up_to_second_term(std::string_view query) {
  const std::vector<SearchTerm> terms = parse_search(query);
  return terms.size() < 2 ? query : query.substr(0, terms.front().phrases.back().words.back().end());
}

std::string match_expression(const SearchTerm& term) {
  std::string phrases;
  for (const SearchPhrase& phrase : term.phrases) {
    phrases += (phrases.empty() ? "" : " AND ") + quoted(index_words(phrase.words));
    if (phrase.is_beginning) phrases += " *";
  }
  if (term.number.empty()) return "folded : (" + phrases + ")";
  return "folded : ((" + phrases + ") OR " + quoted(term.number) + (term.is_beginning_of_number ? " *)" : ")");
}

std::string match_filters(const std::vector<std::string>& filters) {
  std::string expression;
  for (const std::string& filter : filters)
    expression += (expression.empty() ? "filters : " : " AND filters : ") + quoted(filter);
  return expression;
}

std::string kind_term(std::string_view kind) { return "kind_" + std::string(kind); }

// A tag may hold any character, but a term is one word of the index: so the tag stands in it in hexadecimal.
std::string tag_term(std::string_view tag) { return "tag_" + crypto::to_hex(as_bytes(fold_for_search(tag))); }

std::string sender_term(std::string_view sender) { return "from_" + crypto::to_hex(as_bytes(sender)); }

std::string month_term(const LocalTime& time) {
  const std::string text = to_text(time);
  return "month_" + text.substr(0, 4) + text.substr(5, 2);
}

}  // namespace daybook::vault
