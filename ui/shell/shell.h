#pragma once

#include <optional>
#include <string>

namespace daybook::ui {

/// What a process that is begun anew is told of the one before it, and nothing else.
struct Handover {
  std::string locked_because;  // said above the field for the passphrase
  std::string cover;           // not empty: only this is shown, as a page of words
};

/// The window with everything in it, until it is closed, hidden or locked. Returns the exit code, or does not return at
/// all: to hide is to end the process, to lock is to begin it anew.
int run_window(const Handover& handover);

/// Ends the process at once: no destructors, no threads waited for.
[[noreturn]] void end_process();
/// Starts this program in its own place, knowing nothing of what was open but `handover`.
[[noreturn]] void begin_anew(const Handover& handover);
/// What begin_anew() left for this process. Nothing when there is none, or it is not in order.
std::optional<Handover> take_handover();

}  // namespace daybook::ui
