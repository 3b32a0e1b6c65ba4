#pragma once

#include <set>

#include "vault/bundle/copy_item.h"
#include "vault/intake/archive.h"

namespace daybook::vault {

/// Which of `items` the messages of `runs` name: files that came out of the exports of the conversation. It is said
/// only where nothing speaks against it: the export in which the message stands has the file (ConversationMedia), and
/// no other export of the conversation has another file of that name. Errors are those of ConversationMedia::open() and
/// read_messages().
Result<FilesNamed> files_named(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                               const std::vector<ItemNumber>& items,
                               const ArchiveReader& archives = ArchiveReader::beside_this_program());

/// What becomes of the files that the messages of a part name.
struct FilesOfPart {
  std::uint64_t messages_without = 0;  // that name a file which does not go along
  std::set<ItemNumber> kept;           // such files that are items of the record already
  std::set<ItemNumber> along;          // items of the copy
};
/// `chosen` are the items of the copy. Errors are those of files_named().
Result<FilesOfPart> files_of_part(Record& record, const Conversation& conversation, const std::vector<MessageRun>& runs,
                                  const std::set<ItemNumber>& chosen,
                                  const ArchiveReader& archives = ArchiveReader::beside_this_program());

/// Adds to a conversation among the items of a copy which files its messages in the copy name, and to each of these
/// files that the copy has when those messages were sent.
Result<void> add_attachments(Record& record, CopyItem& copy, const Conversation& conversation,
                             std::vector<CopyItem>& items);

}  // namespace daybook::vault
