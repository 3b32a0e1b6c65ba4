#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// Keeps words as they were pasted or typed from elsewhere, byte for byte. They never change.
Result<AddOutcome> keep_words(Record& record, std::string_view words, const Answers& answers);

/// Keeps a note of the keeper's own, beside another item or by itself. A note can be rewritten; every version stays.
Result<AddOutcome> keep_note(Record& record, std::string_view text, const std::optional<ItemNumber>& about,
                             const Answers& answers);

}  // namespace daybook::vault
