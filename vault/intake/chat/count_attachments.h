#pragma once

#include "vault/intake/chat/message_media.h"
#include "vault/record/attachment_counts.h"

namespace daybook::vault {

/// Counts the attachments of a conversation: goes through its messages, and through those of others that rest on the
/// same ZIPs, whose files they name. The record is visited briefly; the reading happens on the caller's thread.
/// `progress` counts bytes of readings; `cancelled` when it says so. `damaged` where the reading is none any more.
Result<AttachmentCounts> count_attachments(RecordAccess& access, const ConversationMedia& media,
                                           const Progress& progress = {});

/// Looks for the next message behind message `number` whose file cannot be looked at, and from the last of them for the
/// first. 0: there is none. Errors are those of marked_messages().
Result<std::uint64_t> next_without_file(RecordAccess& access, const ConversationMedia& media, std::uint64_t number);

}  // namespace daybook::vault
