#pragma once

#include <imgui.h>

namespace daybook::ui {

/// Scrolls the page so that this part of it is seen, or its beginning where it is higher than the page. In pixels of
/// the window.
void bring_into_view(ImVec2 min, ImVec2 max);

}  // namespace daybook::ui
