#pragma once

#include "ui/desktop/ui.h"
#include "vault/record/said_when.h"

namespace daybook::ui {

/// Draws below a field how a time in words was read, because nothing may be guessed in silence: the one time that it
/// is, or a button for each that it can be. Returns the time that was chosen in this frame. Draws nothing where nothing
/// is understood.
///
/// `most_ems` is the width of the column in which the field stands; in a narrow one the buttons stand below each other.
std::optional<vault::SaidTime> draw_when(const vault::WhenRead& read, Ui& ui, float most_ems = 38);

}  // namespace daybook::ui
