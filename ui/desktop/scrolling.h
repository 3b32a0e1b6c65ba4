#pragma once

#include <imgui.h>

namespace daybook::ui {

/// Scrolls the page so that this part of it is seen, or its beginning where it is higher than the page. In pixels of
/// the window.
void bring_into_view(ImVec2 min, ImVec2 max);

/// How many notches the wheel was turned up in this frame over a widget that scrolls by itself; 0 where the mouse is
/// elsewhere. The page around it does not scroll by them.
float take_wheel(bool is_hovered, ImGuiID widget);

}  // namespace daybook::ui
