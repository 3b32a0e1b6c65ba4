#pragma once

#include "ui/desktop/key_queue.h"

struct GLFWwindow;

namespace daybook::ui {

/// A key that went down or up, by its letter on this keyboard, so that a shortcut is where its letter is; else by its
/// place. The modifiers are as they are at this moment. `key` and `code` are those of GLFW's callback.
KeyQueue::Key key_now(GLFWwindow* window, int key, int code, bool is_down);

}  // namespace daybook::ui
