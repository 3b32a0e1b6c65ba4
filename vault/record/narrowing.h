#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// Drops from `keys` the items that have nothing to do with the people and days of the query, and puts the others in
/// its order. Every answer is read each time: an index of people and days would be one more thing that a crash can
/// leave wrong.
Result<void> narrow(Database& database, const ListQuery& query, std::vector<ItemKey>& keys);

}  // namespace daybook::vault
