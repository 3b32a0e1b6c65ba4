#pragma once

#include "vault/bundle/copy_item.h"

namespace daybook::vault {

/// Marks the versions of a copy whose entries have an earlier time than some entry before them. An entry about the
/// clock tells by how much it stood wrong, so it knows the time of the entry before it.
void mark_out_of_order(std::vector<CopyItem>& items, const std::vector<Entry>& clock);

}  // namespace daybook::vault
