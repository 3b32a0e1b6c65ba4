#include "ui/desktop/hide_keys.h"

namespace daybook::ui {
namespace {

constexpr double kShiftSeconds = 5;  // within which Shift has to be pressed kShifts times
constexpr int kShifts = 3;

}  // namespace

bool HideKeys::takes(ImGuiKey key, bool is_down, Preferences::HideKey chosen, double now) {
  constexpr ImGuiKey kHideKeys[] = {ImGuiKey_Escape, ImGuiKey_F12, ImGuiKey_Pause};
  const bool is_shift = key == ImGuiKey_LeftShift || key == ImGuiKey_RightShift;
  if (is_down) {
    if (!is_shift) m_shifts = 0;
    return key == kHideKeys[static_cast<int>(chosen)];
  }
  if (!is_shift) return false;
  if (m_shifts == 0 || now - m_first_shift > kShiftSeconds) {
    m_shifts = 0;
    m_first_shift = now;
  }
  if (++m_shifts < kShifts) return false;
  m_shifts = 0;
  return true;
}

}  // namespace daybook::ui
