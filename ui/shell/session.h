#pragma once

#include <functional>

namespace daybook::ui {

/// Calls `locks` on another thread when the screen is being locked or the computer goes to sleep, as long as the
/// program runs. Where the system says nothing of that, nothing happens.
void watch_session(std::function<void()> locks);

}  // namespace daybook::ui
