#pragma once

#include "ui/desktop/screens.h"

namespace daybook::ui {

/// The line above the list is so high, in ems, that the list does not move when items are marked.
constexpr float kSlotHeight = 2.45f;

/// Says how many items of the list are marked, with what can be done with all of them. Draws nothing while none is.
void draw_marked_items(Frame& frame);

/// Asks whether the marked items are to be removed.
void ask_to_remove_marked(Frame& frame);

}  // namespace daybook::ui
