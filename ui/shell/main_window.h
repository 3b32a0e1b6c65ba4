#pragma once

#include "ui/shell/shell.h"

namespace daybook::ui {

/// The window with everything in it, until it is closed, hidden or locked. Returns the exit code, or does not return at
/// all: to hide is to end the process, to lock is to begin it anew.
int run_window(const Handover& handover);

}  // namespace daybook::ui
