#pragma once

#include "vault/bundle/check/manifest_item.h"
#include "vault/bundle/check/part_tree.h"
#include "vault/bundle/check/proven_entry.h"

namespace daybook::vault {

/// Checks the part of a conversation that an item of a copy is (format.md section 4, "A part"): its files are
/// unchanged, its entry is that of a reading, and the bytes of every message that is shown lead to the root of all
/// messages in that entry. `entry` is what ProvenEntry::establish() said of the part's entry. Answers with the first
/// fault, else `item_newer` or `item_matches`. Fails when the medium does.
Result<Finding> check_part(const Listed& listed, const ManifestItem& item,
                           const std::variant<ProvenEntry, Finding>& entry, FindingLog& log);

/// What is said of a part that matches, after the number of its item: `3 of 10 messages (2-3, 7)`.
std::string shown_in_part(const std::vector<MessageRun>& shown, std::uint64_t count);

}  // namespace daybook::vault
