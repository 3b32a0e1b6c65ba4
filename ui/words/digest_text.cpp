#include "ui/words/digest_text.h"

#include "crypto/encoding.h"

namespace daybook::ui {

std::string grouped_digest(ByteView digest) { return in_groups(crypto::to_hex(digest)); }

std::string in_groups(std::string_view digits) {
  constexpr std::size_t kGroup = 8;
  std::string text;
  std::size_t count = 0;
  for (const char digit : digits) {
    if (digit == ' ') continue;
    if (count > 0 && count % kGroup == 0) text += ' ';
    text += digit;
    ++count;
  }
  return text;
}

}  // namespace daybook::ui
