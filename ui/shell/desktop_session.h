#pragma once

#include <functional>

namespace daybook::ui {

/// Calls `locks` on another thread whenever the screen is being locked or the computer goes to sleep, as long as the
/// program runs. Where the system does not tell, `locks` is never called.
void watch_session(std::function<void()> locks);

}  // namespace daybook::ui
