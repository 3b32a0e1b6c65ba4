#pragma once

#include "tests/support/painter.h"
#include "vault/store/file_system.h"

namespace daybook::test {

/// An image without its alpha. Nothing when there is no such file.
std::optional<Painter::Image> read_png(const vault::Path& path);
void write_png(const vault::Path& path, const Painter::Image& image);

}  // namespace daybook::test
