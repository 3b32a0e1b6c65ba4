#pragma once

#include <optional>
#include <string>

namespace daybook::ui {

// This folder holds what an operating system gives a window: the window itself (main_window.h), the clipboard, the
// signals of the desktop's session, a picture of the screen, and the end of the process. To hide is to end the process.
// To lock is to begin it anew, so that no key and no words are left in its memory.

/// All that a process that is begun anew is told by the one before it.
struct Handover {
  std::string locked_because;  // shown above the field for the passphrase
  std::string cover;           // if not empty, a page with these words is all that is shown
};

/// Ends the process at once. It runs no destructors and waits for no threads, so that a slow stick cannot delay it.
[[noreturn]] void end_process();
/// Gives this process a name in lists of processes, cut to 15 bytes. Its file keeps its own name.
void name_process(const std::string& name);
/// Starts this program anew in the place of this process. Nothing of what was open is left but `handover`, of which
/// each text is cut to 32 KiB. Where the program cannot be started, the process ends all the same.
[[noreturn]] void begin_anew(const Handover& handover);
/// What begin_anew() left for this process. Nothing when there is no handover, or it is malformed.
std::optional<Handover> take_handover();

}  // namespace daybook::ui
