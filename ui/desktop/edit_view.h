#pragma once

#include "ui/desktop/ui.h"

namespace daybook::ui {

/// How an editor last showed its text.
struct Ui::EditView {
  Paragraph paragraph;
  std::vector<Cell> cells;
  std::uint64_t revision = ~std::uint64_t{0};
  TextStyle style;
  float scroll = 0, scroll_x = 0;
  std::size_t followed_caret = ~std::size_t{0};  // the last one that was scrolled to
  float goal_x = -1;                             // where the caret wants to be on its way through shorter lines
};

}  // namespace daybook::ui
