#pragma once

#include "vault/record/draft.h"
#include "vault/record/record.h"

namespace daybook::ui {

/// Keeps what was written or pasted as what it was going to become: words, a note, or a new version of one. Errors are
/// those of Record::add_text().
Result<vault::AddOutcome> keep_draft(vault::Record& record, const vault::Draft& draft, vault::Answers answers);

}  // namespace daybook::ui
