#pragma once

#include "vault/record/search_text.h"

namespace daybook::vault {

/// Figures that stand in groups one after the other, as people write the number of a telephone or an account. What may
/// stand between two groups: a blank, brackets, hyphens, a dot, a plus sign.
struct FigureGroups {
  std::vector<std::size_t> words;  // the groups, as indexes into the words of the text
};
/// The longest rows of groups in a text whose words are given.
std::vector<FigureGroups> figure_groups(std::string_view text, std::span<const SearchWord> words);

/// The number that some groups are when they are read as one, in the one form in which numbers are compared: figures
/// only, and 0 in place of +44, 0044 or 44 before a number of the United Kingdom. Empty when they have fewer than 5 or
/// more than 15 figures.
std::string number_of(std::string_view text, std::span<const SearchWord> words, std::span<const std::size_t> groups);

/// A number that a text names, in the form of number_of(), and the groups that it is written in, as indexes of words.
struct NamedNumber {
  std::string number;
  std::size_t first = 0, last = 0;
};
/// Every number that may be meant: up to six groups of a row that stand together, wherever they begin, since a day or a
/// time may stand before a number. A number that begins with 0 is named without it as well.
std::vector<NamedNumber> named_numbers(std::string_view text, std::span<const SearchWord> words);

/// Those of the named numbers that are no words of the text themselves, each once, as they stand in the search index.
std::vector<std::string> numbers_for_search(std::string_view text, std::span<const SearchWord> words);

}  // namespace daybook::vault
