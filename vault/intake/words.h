#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// The answer to `how` for words that the keeper typed from somewhere else. Answers are kept in English.
constexpr const char* kTypedOut = "Typed out";
/// And for what came out of the clipboard.
constexpr const char* kPasted = "Pasted";

/// Keeps words that were pasted, or typed from elsewhere, byte for byte. They can never be rewritten. `usage` when
/// there are none, `malformed` when they are not UTF-8.
Result<AddOutcome> keep_words(Record& record, std::string_view words, const Answers& answers);

/// Keeps a note of the keeper's own, about another item or by itself. A note can be rewritten, and every version stays.
/// `usage` when it is empty, `malformed` when it is not UTF-8, `not_found` when there is no item `about`.
Result<AddOutcome> keep_note(Record& record, std::string_view text, const std::optional<ItemNumber>& about,
                             const Answers& answers);

}  // namespace daybook::vault
