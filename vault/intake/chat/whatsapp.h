#pragma once

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// Whether a text begins as an export of WhatsApp does: more than one of its lines has the stamp of a message.
bool is_whatsapp(std::string_view beginning);

/// Opens the text of an export of WhatsApp: what its menu exports on an iPhone or on Android, or what WhatsApp Web
/// copies. `asked` is the order of the dates where the keeper said it. One pass over `source`, or two where its end is
/// in another form than its beginning, in memory that does not grow with it. `source` must outlive the result. Errors
/// are those of the source, `unsupported` where no line has a stamp, and `usage` where dates would be none in that
/// order.
Result<std::unique_ptr<ChatParser>> open_whatsapp(ByteSource& source, std::optional<DateOrder> asked);

/// Opens and reads all of it, with the errors of `reader` too.
Result<void> read_whatsapp(ByteSource& source, std::optional<DateOrder> asked, ChatReader& reader);

}  // namespace daybook::vault
