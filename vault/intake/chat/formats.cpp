#include "vault/intake/chat/formats.h"

#include <algorithm>

#include "crypto/secret.h"
#include "vault/intake/chat/whatsapp.h"

namespace daybook::vault {
namespace {

constexpr ChatFormat kFormats[] = {{"whatsapp/1", is_whatsapp, open_whatsapp}};

// An export may begin with one very long message.
constexpr std::size_t kBeginningBytes = 256 * 1024;

}  // namespace

Result<const ChatFormat*> chat_format_of(ByteSource& source) {
  crypto::ContentBuffer beginning(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), kBeginningBytes)));
  TRY(source.read_at(0, beginning.bytes()));
  for (const ChatFormat& format : kFormats) {
    if (format.is_it(as_text(beginning.bytes()))) return &format;
  }
  return Error{ErrorCode::unsupported, "no export of a chat"};
}

}  // namespace daybook::vault
