#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daybook::vault {

/// Text as the search index holds it: NFKD, marks stripped, case-folded, dotless i as i; overlapping pairs of
/// characters for scripts that put no blanks between words (Han, Kana, Thai, Lao, Khmer, Burmese). Bytes that are not
/// UTF-8 are left out.
std::string fold_for_search(std::string_view text);

/// An expression for FTS5: every word of the query must be there, the last one may be a beginning; `terms` (see below)
/// must be there too. Nothing when there is nothing to search for.
std::optional<std::string> search_expression(std::string_view query, const std::vector<std::string>& terms);

/// Filter terms in the index.
std::string kind_term(std::string_view kind);
std::string tag_term(std::string_view tag);

}  // namespace daybook::vault
