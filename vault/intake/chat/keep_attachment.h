#pragma once

#include "vault/intake/chat/message_media.h"

namespace daybook::vault {

/// A file that was attached to a message, kept as an item of its own.
struct KeptAttachment {
  AddOutcome outcome;  // `added` is false where the same entry of the same export is kept already
  std::string name;    // as in the export, without folders
  std::uint64_t size = 0;
  std::string media;  // as media_type_of() has it
};

/// Keeps the file that this message of the newest reading names, byte for byte: so that it can be noted, tagged and
/// shared like any item. Its opening says which entry of which export it came out of. The reading is not changed. Kept
/// twice, it is the same item. Unpacking and writing happen on the caller's thread; the record is visited briefly.
/// `progress` counts bytes of the file; `cancelled` when it says so. `usage` for a message that names no file, else
/// where the file is not `here`: `unsupported` where it cannot be read or several could be meant, and `not_found`.
/// `malformed` where its bytes are not those that the ZIP says, after which nothing is kept.
Result<KeptAttachment> keep_attachment(RecordAccess& access, const ConversationMedia& media, const ReadMessage& message,
                                       const Answers& answers = {}, const Progress& progress = {});

/// The item as which an attachment that is `here` is kept already. Errors are those of the record.
Result<std::optional<ItemNumber>> item_of(Record& record, const ConversationMedia& media,
                                          const MessageAttachment& attachment);

/// The attachment of a message that can be opened, or why there is none, with the errors of keep_attachment().
Result<MessageAttachment> attachment_to_open(const ConversationMedia& media, const ReadMessage& message);

}  // namespace daybook::vault
