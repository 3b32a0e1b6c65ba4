#pragma once

#include "ui/desktop/screens.h"

namespace daybook::ui {

/// Opens the menu of a row, with its corner at a place of the window.
void open_row_menu(vault::ItemNumber item, ImVec2 at, Views::List& list);

/// Draws the menu of a row, if one is open, over what was drawn before, and takes what the keys and the mouse do to it.
void draw_row_menu(Frame& frame);

}  // namespace daybook::ui
