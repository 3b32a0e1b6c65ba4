#pragma once

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// What the text behind a sender is.
struct WhatsappBody {
  MessageKind kind = MessageKind::text;
  std::string_view text;  // without what the program says of it
  std::string_view file;  // the attachment, as the export names it
};

/// Before what the program of a telephone puts a mark of direction, which tells it from what somebody typed.
enum class WhatsappMarks {
  all,          // that it writes itself: an iPhone
  attachments,  // alone
  nothing       // in older exports
};

/// What a text is that stands behind a sender, or that the program wrote in nobody's name. Where the program marks
/// nothing, a person can type the same words: a text counts as the program's only where it is nothing else.
WhatsappBody read_whatsapp_body(std::string_view body, bool has_sender, WhatsappMarks marks);

}  // namespace daybook::vault
