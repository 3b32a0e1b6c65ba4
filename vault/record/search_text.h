#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook::vault {

/// Text as the search index holds it: Unicode NFKD without marks, case-folded, and dotless i as i. Scripts that put no
/// blanks between words (Han, Kana, Thai, Lao, Khmer, Burmese) become overlapping pairs of characters. Bytes that are
/// not UTF-8 are left out.
std::string fold_for_search(std::string_view text);

/// The same as code points, before the pairs are made.
std::vector<std::int32_t> folded_points(std::string_view text);
/// Whether a code point is of a script that puts no blanks between words.
bool is_unspaced(std::int32_t point);
/// Whether a folded code point is part of a word: a letter or a digit.
bool is_in_word(std::int32_t point);

/// A MATCH expression for SQLite's FTS5. Every word of the query must be in the text, and the last one may be the
/// beginning of a word. Every one of `terms`, which kind_term() and tag_term() make, must be among the filters. Nothing
/// when there is nothing to search for.
std::optional<std::string> search_expression(std::string_view query, const std::vector<std::string>& terms);

/// The term in the index by which items of this kind, or with this tag, are found.
std::string kind_term(std::string_view kind);
std::string tag_term(std::string_view tag);

}  // namespace daybook::vault
