#pragma once

#include "ui/desktop/screens.h"

namespace daybook::ui {

/// Says how many items of the list are marked, with what can be done with all of them. Draws nothing while none is.
void draw_marked_items(Frame& frame);

/// Asks whether the marked items are to be removed.
void ask_to_remove_marked(Frame& frame);

}  // namespace daybook::ui
