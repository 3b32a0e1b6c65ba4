#pragma once

#include <imgui.h>

#include "ui/model/preferences.h"

namespace daybook::ui {

/// Tells when a key hides the window: the one that was chosen for it, or Shift three times. The platform asks before
/// anything else gets the key, so that no screen and no field can take it.
class HideKeys {
 public:
  /// Called for each key that goes down or up, but not while one is held. `now` is in seconds. True: hide at once.
  bool takes(ImGuiKey key, bool is_down, Preferences::HideKey chosen, double now);
  /// For what is done with the mouse in between: clicks with Shift choose rows, and do not hide.
  void forget_shifts() { m_shifts = 0; }

 private:
  int m_shifts = 0;
  double m_first_shift = 0;
};

}  // namespace daybook::ui
