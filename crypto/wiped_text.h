#pragma once

#include <string>

#include "crypto/secret.h"

namespace daybook::crypto {

/// Overwrites a text and empties it. What it held before it grew lies elsewhere: reserve() comes first.
inline void wipe_text(std::string& text) {
  wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  text.clear();
}

}  // namespace daybook::crypto
