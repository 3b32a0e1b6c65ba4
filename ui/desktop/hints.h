#pragma once

#include <imgui.h>

#include <optional>
#include <string>

#include "ui/desktop/press_areas.h"

namespace daybook::ui {

/// Shows a short text beside what the mouse rests on for half a second: the key that does the same as a button, or a
/// title that is cut off. At the keyboard nothing pops up: after a key, a click or the wheel the mouse has to move
/// first.
class Hints {
 public:
  /// Offers a text for what stands between two corners, where the mouse is over it. Only words that stand on the screen
  /// anyway, and keys, may be offered.
  void offer(std::string_view text, ImVec2 min, ImVec2 max);
  /// Draws what is to be shown over everything else, and begins anew. For the end of a frame.
  void draw(PressAreas& areas);
  /// Seconds until a text is to be shown; nothing when none is.
  std::optional<double> due() const { return m_due; }

 private:
  struct Offer {
    std::string text;
    ImVec2 min, max;
  };
  static void draw_offer(const Offer& offer, PressAreas& areas);

  std::optional<Offer> m_offer, m_last;
  double m_rests_since = 0;
  bool m_is_quiet = true, m_is_shown = false;
  std::optional<double> m_due;
};

}  // namespace daybook::ui
