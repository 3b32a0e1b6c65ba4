#pragma once

#include <imgui.h>

namespace daybook::ui {

/// The key of Dear ImGui for one of GLFW, by its place on the keyboard; ImGuiKey_None for those that nothing here asks
/// for.
ImGuiKey key_of_glfw(int glfw_key);

}  // namespace daybook::ui
