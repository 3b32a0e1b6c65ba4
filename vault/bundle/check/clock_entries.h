#pragma once

#include "vault/bundle/check/proven_entry.h"

namespace daybook::vault {

/// Holds the entries that the list of items names as changes of the clock against the log (format.md section 4,
/// `clock`): each is disclosed, proven, and of type `clock`. False when one is not. Fails when the medium does.
Result<bool> check_clock_entries(const Listed& listed, const Head& head, const std::vector<EntryNumber>& numbers,
                                 FindingLog& log);

}  // namespace daybook::vault
