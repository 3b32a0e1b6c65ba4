#pragma once

#include <memory>
#include <string>

#include "vault/store/place.h"

struct GLFWwindow;

namespace daybook::ui {

/// Keeps the program to one window on a desktop, so that the key that hides leaves none behind. Found by the name of
/// the settings file, because another person's program on the same desktop is none of hers.
class OneWindow {
 public:
  virtual ~OneWindow() = default;
  /// Brings the window of a program that runs already to the front. False when there is none, or where the desktop
  /// cannot tell.
  static bool show_other(const vault::Path& settings);
  /// Lets show_other() of later processes find this window, for as long as the object is there. Null where the desktop
  /// cannot do that.
  static std::unique_ptr<OneWindow> claim(const vault::Path& settings, GLFWwindow* window);
};

}  // namespace daybook::ui
