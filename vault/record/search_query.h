#pragma once

#include <optional>

#include "vault/record/message.h"
#include "vault/record/search_text.h"

namespace daybook::vault {

/// A text as the search index holds it: index_words(), and behind them the numbers that it names (search_numbers.h).
std::string fold_for_search(std::string_view text);

/// Words that have to stand one after the other. Where `is_beginning`, more letters may follow the last one.
struct SearchPhrase {
  std::vector<SearchWord> words;
  bool is_beginning = false;
};

/// One thing that is searched for: every phrase of it has to be in the text, or else the number that they are when they
/// are read as one (search_numbers.h).
struct SearchTerm {
  std::vector<SearchPhrase> phrases;
  std::string number;  // empty: they are no number
  bool is_beginning_of_number = false;
};

/// What a query asks for: what blanks part, each for itself, but the groups of a number together. The last word may be
/// the beginning of a longer one from its third letter on; from the first where a character is a syllable or a word
/// (Hangul, and scripts without blanks between words). Empty when there is nothing to search for.
std::vector<SearchTerm> parse_search(std::string_view query);
/// The beginning of a query up to the end of the first thing that it asks for: all of it where it asks for one. For
/// inside a text, where several things may stand far from each other.
std::string_view up_to_second_term(std::string_view query);

/// The MATCH expression of SQLite's FTS5 that a row of the search index fulfils when it has what the term asks for.
std::string match_expression(const SearchTerm& term);
/// The expression that a row fulfils when all of `filters`, which kind_term() and tag_term() make, are among its own.
/// There must be one.
std::string match_filters(const std::vector<std::string>& filters);

/// The term in the index by which items of this kind, or with this tag, are found.
std::string kind_term(std::string_view kind);
std::string tag_term(std::string_view tag);
/// The terms by which messages are found of this sender, as written, and of the month of a time.
std::string sender_term(std::string_view sender);
std::string month_term(const LocalTime& time);

}  // namespace daybook::vault
