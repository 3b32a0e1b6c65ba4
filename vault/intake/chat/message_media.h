#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "vault/intake/archive.h"
#include "vault/intake/chat/attachment.h"
#include "vault/intake/chat/chat_files.h"
#include "vault/record/conversation.h"
#include "vault/record/record_access.h"

namespace daybook::vault {

/// The files beside the messages of a conversation. Each ZIP is listed once, and only names and places are held: at
/// most 200,000 of them (archive.h), some hundred bytes each.
class ConversationMedia {
 public:
  /// Lists the ZIPs that the newest reading of a conversation was made of. The record is visited briefly; the listing
  /// happens on the caller's thread. An export that is not there or cannot be listed is no error: its messages tell of
  /// it. Errors as open_conversation(), `not_found` when the archive-reader is missing, and those of the medium.
  static Result<ConversationMedia> open(RecordAccess& access, ItemNumber conversation,
                                        ArchiveReader archives = ArchiveReader::beside_this_program());

  const Conversation& conversation() const { return m_conversation; }
  /// What became of the file that this message of the newest reading names. It has to name one.
  MessageAttachment attachment_of(const ReadMessage& message) const;

  /// The bytes of an attachment that is `here`, unpacked while they are read as ArchiveReader::open() does, and with
  /// its errors. `not_found` where the export was removed meanwhile. The record must outlive the result, which one
  /// thread at a time may read, also another than that of the record.
  Result<std::unique_ptr<ByteSource>> open_attachment(RecordAccess& access, const MessageAttachment& attachment,
                                                      std::function<bool()> goes_on = {}) const;

  /// The files in the ZIP of one of the reading's sources; null where there is no list of them.
  const ChatFiles* files_of(std::size_t source) const;

 private:
  struct Export {
    AttachmentState state_of_all = AttachmentState::here;  // what is to be said of each file, where there is no list
    bool has_untold_faults = false;                        // so that a file may be there that is in no list
    std::vector<ZipEntry> entries;
    std::unique_ptr<const ChatFiles> files;  // null: there is no list
    std::set<std::string> texts;             // of chats that are read
  };
  ConversationMedia(Conversation conversation, ArchiveReader archives)
      : m_conversation(std::move(conversation)), m_archives(std::move(archives)) {}
  Result<Export> list_export(RecordAccess& access, const ReadingSource& source) const;
  MessageAttachment in_export(std::size_t source, const ReadMessage& message) const;

  Conversation m_conversation;
  ArchiveReader m_archives;
  std::vector<std::shared_ptr<const Export>> m_exports;  // in the order of the reading's sources
};

}  // namespace daybook::vault
