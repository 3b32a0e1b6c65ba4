#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// Leaves of the items those that are from or with the people and in the days of the query, and puts them in its order.
/// Reads the answers as they are: nothing of this stands in an index that would have to be kept right.
Result<void> narrow(Database& database, const ListQuery& query, std::vector<ItemKey>& keys);

}  // namespace daybook::vault
