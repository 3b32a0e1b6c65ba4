#include "ui/words/digest_text.h"

#include "crypto/encoding.h"

namespace daybook::ui {

std::string grouped_digest(ByteView digest) {
  const std::string hex = crypto::to_hex(digest);
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 8) text += (i == 0 ? "" : " ") + hex.substr(i, 8);
  return text;
}

}  // namespace daybook::ui
