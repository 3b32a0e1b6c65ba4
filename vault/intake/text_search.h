#pragma once

#include <vector>

#include "vault/intake/text_pieces.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// A place in a text, in bytes.
struct TextPlace {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const TextPlace&) const = default;
};

/// Every place in `text`, which is UTF-8, where `words` stand: whatever their case, with or without the marks that
/// is_mark_left_aside() names, and with any blanks and line ends between them; a number however it is grouped. Places
/// do not overlap. None when there is nothing to look for.
std::vector<TextPlace> find_in_text(std::string_view text, std::string_view words);

/// A place where words stand in a text that is read in pieces.
struct FoundInPieces {
  std::size_t piece = 0;
  TextPlace place;                // in that piece
  bool is_around_an_end = false;  // the search went on at the other end of the text
};
/// The next place, or the last one before, where `words` stand in a text of any size, as find_in_text() finds them
/// within a piece. The search begins at byte `from` of `piece`, goes on at the other end of the text, and ends where it
/// began. Nothing when they stand nowhere. `cancelled` when `progress`, which is told the bytes that were searched,
/// answers false. Errors are those of the source.
Result<std::optional<FoundInPieces>> find_in_pieces(const TextPieces& text, std::string_view words, bool forwards,
                                                    std::size_t piece, std::uint32_t from,
                                                    const Progress& progress = {});

}  // namespace daybook::vault
