#pragma once

#include "tests/support/painter.h"
#include "vault/store/file_system.h"

namespace daybook::test {

/// Pictures as lossless WebP, a third of what PNG takes for a screen. Nothing when there is no such file.
std::optional<Painter::Image> read_picture(const vault::Path& path);
void write_picture(const vault::Path& path, const Painter::Image& image);

}  // namespace daybook::test
