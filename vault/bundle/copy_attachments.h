#pragma once

#include "vault/bundle/copy_item.h"

namespace daybook::vault {

/// Adds to a conversation among the items of a copy which of its messages in the copy name which of the files there that
/// came out of its exports, and to each of these files when those messages were sent. A name is found in the export as
/// ChatFiles finds it. Errors are those of read_messages().
Result<void> add_attachments(Record& record, CopyItem& copy, const Conversation& conversation,
                             std::vector<CopyItem>& items);

}  // namespace daybook::vault
