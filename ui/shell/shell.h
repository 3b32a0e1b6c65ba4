#pragma once

#include <optional>
#include <string>

namespace daybook::ui {

// What an operating system gives a window: the window itself (main_window.h), clipboard, session, a picture of the screen,
// and how the process goes. To hide is to end the process; to lock is to begin it anew.

/// What a process that is begun anew is told of the one before it, and nothing else.
struct Handover {
  std::string locked_because;  // said above the field for the passphrase
  std::string cover;           // not empty: only this is shown, as a page of words
};

/// Ends the process at once: no destructors, no threads waited for.
[[noreturn]] void end_process();
/// Starts this program in its own place, knowing nothing of what was open but `handover`.
[[noreturn]] void begin_anew(const Handover& handover);
/// What begin_anew() left for this process. Nothing when there is none, or it is not in order.
std::optional<Handover> take_handover();

}  // namespace daybook::ui
