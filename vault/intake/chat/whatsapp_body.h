#pragma once

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// What the text behind a sender is.
struct WhatsappBody {
  MessageKind kind = MessageKind::text;
  std::string_view text;  // without what the program says of it
  std::string_view file;  // the attachment, as the export names it
};

/// What a text is that stands behind a sender, or that the program wrote in nobody's name. `is_iphone`: the program
/// puts a mark of direction before all that it writes itself, so that no text that somebody typed is taken for its own.
/// Other telephones do so for attachments alone, and there a person can type the same words: their texts count as the
/// program's only where they are nothing else.
WhatsappBody read_whatsapp_body(std::string_view body, bool has_sender, bool is_iphone);

}  // namespace daybook::vault
