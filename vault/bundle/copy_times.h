#pragma once

#include "vault/bundle/copy_item.h"

namespace daybook::vault {

/// Adds to each conversation among the items of a copy when those of its messages were sent that are in the copy, and
/// to each note about messages, and each file that messages name, the same of those among them that it is about or that
/// name it. Of a message that stays home nothing is told, also not its day. Errors are those of the record.
Result<void> add_message_times(Record& record, std::vector<CopyItem>& items);

}  // namespace daybook::vault
