#pragma once

#include "ui/shell/shell.h"

namespace daybook::ui {

/// Runs the window until it is closed, hidden or locked, none of which returns: closing and hiding end the process, a
/// lock begins it anew. Returns 1, and says why on standard error, when no window can be opened or no font can be read.
int run_window(const Handover& handover);

}  // namespace daybook::ui
