#pragma once

#include "vault/bundle/copy_item.h"

namespace daybook::vault {

/// Which of `items` the messages of `runs` name, those that came out of the exports of the conversation. It is certain
/// where such an item lay beside the text of the message in its ZIP under the very name. Where it only could be meant,
/// as ChatFiles tells of a ZIP of which all names are known, nothing is said of the message. Errors are those of
/// read_messages() and of Record::item().
Result<FilesNamed> files_named(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                               const std::vector<ItemNumber>& items);

/// Adds to a conversation among the items of a copy which files its messages in the copy name, and to each of these
/// files that the copy has when those messages were sent.
Result<void> add_attachments(Record& record, CopyItem& copy, const Conversation& conversation,
                             std::vector<CopyItem>& items);

}  // namespace daybook::vault
