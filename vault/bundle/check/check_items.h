#pragma once

#include "vault/bundle/check/item_list.h"
#include "vault/bundle/check/log_past.h"

namespace daybook::vault {

/// Gets the verdict on each version of each item, in the order of the list.
using ItemReceiver = std::function<Result<void>(ItemVerdict item)>;

/// Every item of the copy, each by itself: entry -> leaf -> path -> head, opening -> subject, file -> opening; and what the
/// list says of it beside. Returns that the copy is whole when every one of them matches and the log's past holds.
Result<std::optional<WholeCopy>> check_items(const Listed& listed, const Head& head, const LogPast& past,
                                             const ItemList& items, const ItemReceiver& receiver, FindingLog& log);

}  // namespace daybook::vault
