#pragma once

#include <string>

namespace daybook::ui {

/// The window with everything in it, until it is closed, hidden or locked. `locked_because`: said above the field for
/// the passphrase when the program comes back from a lock. Returns the exit code, or does not return at all: to hide is
/// to end the process, to lock is to begin it anew.
int run_window(const std::string& locked_because);

/// Ends the process at once: no destructors, no threads waited for.
[[noreturn]] void end_process();
/// Starts this program in its own place, knowing nothing of what was open but `locked_because`.
[[noreturn]] void begin_anew(const std::string& locked_because);

}  // namespace daybook::ui
