#pragma once

#include "vault/bundle/check/item_list.h"
#include "vault/bundle/check/log_past.h"

namespace daybook::vault {

/// Is called with the verdict on each version of each item, in the order of the list. An error ends the check.
using ItemReceiver = std::function<Result<void>(ItemVerdict item)>;

/// Checks every item of the copy by itself (format.md section 4). Its entry must lead to the head by the path in the
/// log's tree, the opening must have the hash that is the entry's subject, and file, list and opening must say the
/// same. Returns a WholeCopy when every item matches and the log's past holds. Fails when the medium or the receiver
/// does.
Result<std::optional<WholeCopy>> check_items(const Listed& listed, const Head& head, const LogPast& past,
                                             const ItemList& items, const ItemReceiver& receiver, FindingLog& log);

}  // namespace daybook::vault
