#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daybook::vault {

/// A word of a text as the search has it. Two words that a reader takes for the same one have the same letters here,
/// and no others have.
struct SearchWord {
  std::u32string points;            // folded; one point where the script puts no blanks between words, and for a symbol
  std::uint32_t begin = 0;          // where the word begins in the text, in bytes
  std::vector<std::uint32_t> ends;  // for each of `points`, where its character ends in the text, with its marks
  bool is_unspaced = false;         // of a script that puts no blanks between words: a character and not a word
  bool goes_on = false;             // nothing stands between this and the unspaced character before it
  std::uint32_t end() const { return ends.back(); }
};

/// The words of a text, in its order. Letters are compared without case and in their compatible forms (Unicode NFKD and
/// case folding). Marks are left aside where a reader takes the letter for the same: accents of Latin, Greek and
/// Cyrillic, vowel signs of Arabic, points of Hebrew. Vowel signs and viramas of other scripts stay, because they make
/// another word. Characters that are not seen go (U+200B to U+200D, U+00AD, U+2060, U+FE0F and their like). Symbols and
/// emoji are words, and figures of all scripts are the same. Bytes that are not UTF-8 are left out.
std::vector<SearchWord> words_for_search(std::string_view text);

/// Words as the search index holds them, each with a blank behind it. Characters of scripts without blanks become
/// overlapping pairs, and the last one of a row stands once more for itself, so that every one of them begins a word of
/// the index.
std::string index_words(std::span<const SearchWord> words);

/// Whether a search leaves this character aside, where it stands behind a letter: it changes nothing for a reader.
bool is_mark_left_aside(std::int32_t point);

}  // namespace daybook::vault
