#pragma once

#include <string>

#include "crypto/bytes.h"

namespace daybook::ui {

/// Hexadecimal digits in groups of eight, to be read aloud and compared by eye.
std::string grouped_digest(ByteView digest);
/// The same for digits that are text already. Blanks among them do not count.
std::string in_groups(std::string_view digits);

}  // namespace daybook::ui
