#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "crypto/bytes.h"

namespace daybook::ui {

/// Whether a picture of the screen can be taken here without asking anybody.
bool can_take_screen();

struct ScreenPicture {
  std::atomic<bool> is_ready = false;
  Bytes png;  // once it is ready; empty: it could not be taken
};
/// Takes one of the whole screen on a thread of its own, as soon as what lay below a hidden window will have been
/// drawn. `wake` is called on that thread when it is ready.
std::shared_ptr<ScreenPicture> take_screen(std::function<void()> wake);

}  // namespace daybook::ui
