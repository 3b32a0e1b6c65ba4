#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "crypto/bytes.h"

namespace daybook::ui {

/// Whether a picture of the screen can be taken here without asking anybody.
bool can_take_screen();

/// A picture of the screen that is being taken on another thread.
struct ScreenPicture {
  std::atomic<bool> is_ready = false;
  Bytes png;  // may be read once is_ready is true; empty: the picture could not be taken
};
/// Takes a picture of the whole screen on a thread of its own, after 0.4 seconds in which what lay below a window that
/// was just hidden is drawn. `wake` is called on that thread when the picture is ready.
std::shared_ptr<ScreenPicture> take_screen(std::function<void()> wake);

}  // namespace daybook::ui
