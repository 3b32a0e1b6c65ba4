#pragma once

#include "tests/support/painter.h"
#include "vault/store/file_system.h"

namespace daybook::test {

/// Reads a picture of the screen that write_picture() wrote. Nothing when the file is absent or no WebP.
std::optional<Painter::Image> read_picture(const vault::Path& path);
/// Writes a picture as lossless WebP, which takes a third of what PNG takes for a screen. Throws when it cannot.
void write_picture(const vault::Path& path, const Painter::Image& image);

}  // namespace daybook::test
