#pragma once

#include "crypto/bytes.h"

namespace daybook::vault {

/// A picture of the screen as a PNG file, which anybody can open. `rgb` is width * height * 3 bytes, row by row. Empty
/// when the sizes do not fit, or the file cannot be made.
Bytes encode_screen(std::uint32_t width, std::uint32_t height, ByteView rgb);

}  // namespace daybook::vault
