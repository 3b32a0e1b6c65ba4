#pragma once

#include "ui/desktop/screens.h"

namespace daybook::ui {

/// Says how many items of the list are marked, with what can be done with all of them. Draws nothing while none is.
void draw_marked_items(Frame& frame);

/// What the removal of a file, or of several items, does to conversations that stay and were read from there. Draws
/// nothing where none was.
void draw_left_by_removal(const std::vector<vault::ItemNumber>& conversations, bool is_one_file, Ui& ui);

/// Asks whether the marked items are to be removed.
void ask_to_remove_marked(Frame& frame);

}  // namespace daybook::ui
