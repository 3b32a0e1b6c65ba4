#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/desktop/textures.h"

namespace daybook::ui {

// The calls of Dear ImGui that differ between the two versions in packaging/dependencies.tsv: 1.92, and 1.90.1, which
// stands in where the package pool has dropped 1.92. What differs besides stands in imgui_config.h and in
// tests/support/window_driver.cpp, nowhere else. The two versions of IsKeyPressed() take the owner and the flags in
// opposite order, and the compiler does not notice: both are numbers.

#if IMGUI_VERSION_NUM >= 19200
inline constexpr ImGuiID kNoKeyOwner = ImGuiKeyOwner_NoOwner;
inline constexpr ImGuiCol kNavigationColor = ImGuiCol_NavCursor;
inline constexpr ImGuiButtonFlags kCanBeFocused = ImGuiButtonFlags_EnableNav;

inline bool is_pressed(ImGuiKey key, ImGuiID owner, bool repeats = true) {
  return ImGui::IsKeyPressed(key, repeats ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None, owner);
}
/// Whether a shortcut was pressed, wherever the focus is, and also while a widget is active.
inline bool is_shortcut(ImGuiKeyChord chord) {
  return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_RouteOverActive);
}
/// Begins a child window whose widgets Tab and the arrow keys reach as if they stood in the window around it. It ends
/// with ImGui::EndChild().
inline void begin_part(const char* name, ImVec2 size, ImGuiChildFlags child = 0, ImGuiWindowFlags window = 0) {
  ImGui::BeginChild(name, size, child | ImGuiChildFlags_NavFlattened, window);
}
inline void push_texture(ImDrawList& list, Textures::Id id) { list.PushTexture(ImTextureRef(id)); }
inline void pop_texture(ImDrawList& list) { list.PopTexture(); }
inline ImTextureRef texture_of(Textures::Id id) { return ImTextureRef(id); }
inline void begin_navigation(ImGuiIO& io) {
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavCursorVisibleAlways = true;
  io.ConfigNavEscapeClearFocusItem = io.ConfigNavEscapeClearFocusWindow = false;  // Esc hides the window
}
/// Called at the end of a frame, so that the mouse does not take the focus from the keyboard.
inline void keep_navigation() {}
#else
inline const ImGuiID kNoKeyOwner = ImGuiKeyOwner_None;
inline constexpr ImGuiCol kNavigationColor = ImGuiCol_NavHighlight;
inline constexpr ImGuiButtonFlags kCanBeFocused = ImGuiButtonFlags_None;

inline bool is_pressed(ImGuiKey key, ImGuiID owner, bool repeats = true) {
  return ImGui::IsKeyPressed(key, owner, repeats ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None);
}
inline bool is_shortcut(ImGuiKeyChord chord) { return ImGui::Shortcut(chord, 0, ImGuiInputFlags_RouteGlobalHigh); }
inline void begin_part(const char* name, ImVec2 size, ImGuiChildFlags child = 0, ImGuiWindowFlags window = 0) {
  ImGui::BeginChild(name, size, child, window | ImGuiWindowFlags_NavFlattened);
}
inline void push_texture(ImDrawList& list, Textures::Id id) { list.PushTextureID(id); }
inline void pop_texture(ImDrawList& list) { list.PopTextureID(); }
inline ImTextureID texture_of(Textures::Id id) { return id; }
inline void begin_navigation(ImGuiIO& io) { io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard; }
inline void keep_navigation() { ImGui::GetCurrentContext()->NavDisableHighlight = false; }
#endif

}  // namespace daybook::ui
