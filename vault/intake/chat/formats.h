#pragma once

#include "vault/intake/chat/chat.h"

namespace daybook::vault {

/// A service whose exports are read.
struct ChatFormat {
  const char* reader;                         // its name and the version of what reads it: `whatsapp/1`
  bool (*is_it)(std::string_view beginning);  // whether a text that begins so is an export of this service
  /// Opens an export, which must outlive the result. `asked` is the order of the dates where the keeper said it. Errors
  /// are those of `source`, and `unsupported` where the text is no export of this service.
  Result<std::unique_ptr<ChatParser>> (*open)(ByteSource& source, std::optional<DateOrder> asked);
};

/// The format of a text, by its beginning. `unsupported` where it is that of no service that is read here.
Result<const ChatFormat*> chat_format_of(ByteSource& source);

}  // namespace daybook::vault
