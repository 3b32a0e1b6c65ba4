#pragma once

#include <functional>

#include "vault/backup/statements.h"
#include "vault/record/copies_made.h"

namespace daybook::vault {

/// What stands in `brought` of a new entry, by the old entry's number. Null when nothing is known of that.
using BroughtBy = std::function<Json(EntryNumber)>;

/// Adds what a damaged record knew of the copies that were made from it, in one transaction, and returns how many
/// copies there are. Items have their new numbers in what the record says, and those that a copy has for them stand
/// beside (CopyMade::items_in_copy). A copy of which only the entry could be read comes along as far as that tells. No
/// head comes along: the next copy has no earlier one of this log.
Result<std::size_t> carry_copies(Record& into, const CopyRows& found, const NewNumbers& numbers,
                                 const BroughtBy& brought_by);

}  // namespace daybook::vault
