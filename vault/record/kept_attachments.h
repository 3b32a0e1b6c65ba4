#pragma once

#include "vault/record/record.h"

namespace daybook::vault {

/// All files that came out of exports of chats and were not removed, in order.
Result<std::vector<ItemNumber>> items_out_of_exports(Record& record);

/// The item that has the bytes of this entry already. `size` and `crc32` are those of the entry, by which few contents
/// have to be looked at.
Result<std::optional<ItemNumber>> item_out_of(Record& record, const OutOfExport& out_of, std::uint64_t size,
                                              std::uint32_t crc32);

}  // namespace daybook::vault
