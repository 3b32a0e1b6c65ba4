#pragma once

#include <string>

#include "crypto/bytes.h"

namespace daybook::ui {

/// Hexadecimal digits in groups of eight, to be read aloud and compared by eye.
std::string grouped_digest(ByteView digest);

}  // namespace daybook::ui
