#include "ui/desktop/scrolling.h"

#include <algorithm>

#include "ui/desktop/imgui_calls.h"

namespace daybook::ui {

void bring_into_view(ImVec2 min, ImVec2 max) {
  ImGuiWindow* page = ImGui::GetCurrentWindow();
  const float lowest = min.y + page->InnerClipRect.GetHeight() - 1;
  ImGui::ScrollToRect(page, {min, {max.x, std::min(max.y, lowest)}}, ImGuiScrollFlags_KeepVisibleEdgeY);
}

float take_wheel(bool is_hovered, ImGuiID widget) {
  const float turned = is_hovered ? ImGui::GetIO().MouseWheel : 0;
  if (turned != 0) ImGui::SetKeyOwner(ImGuiKey_MouseWheelY, widget);
  return turned;
}

}  // namespace daybook::ui
