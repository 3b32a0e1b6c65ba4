#pragma once

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// Whether a text begins as an export of WhatsApp does: more than one of its lines has the stamp of a message.
bool is_whatsapp(std::string_view beginning);

/// Reads the text of an export of WhatsApp: what its menu exports on an iPhone or on Android, or what WhatsApp Web
/// copies. `asked` is the order of the dates where the keeper said it. Two passes over `source`, or three where its end
/// is in another form than its beginning, in memory that does not grow with it. Errors are those of the source and of
/// `reader`, `unsupported` where no line has a stamp, and `usage` where dates would be none in that order.
Result<void> read_whatsapp(ByteSource& source, std::optional<DateOrder> asked, ChatReader& reader);

}  // namespace daybook::vault
