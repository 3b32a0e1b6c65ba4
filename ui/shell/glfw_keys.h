#pragma once

#include <imgui.h>

namespace daybook::ui {

/// The key of Dear ImGui for a key of GLFW, by its place on the keyboard. ImGuiKey_None for keys that nothing in this
/// program asks for.
ImGuiKey key_of_glfw(int glfw_key);

}  // namespace daybook::ui
