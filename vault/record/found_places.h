#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace daybook::vault {

/// A place in a text, in bytes.
struct FoundPlace {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const FoundPlace&) const = default;
};

/// The places in `text` where a word of `query` stands for which a list of items was searched (ListQuery::words), by
/// the rule by which the search index finds it (search_query.h), and the numbers that are searched for, however they
/// are grouped. In the order of the text, apart from each other. None when nothing is searched for.
std::vector<FoundPlace> find_places(std::string_view text, std::string_view query);

}  // namespace daybook::vault
