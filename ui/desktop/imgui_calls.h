#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/desktop/textures.h"

namespace daybook::ui {

// Dear ImGui as it is called here, for the two versions that packaging knows: 1.92, and 1.90.1, which serves where the
// mirror has dropped the newer one. What differs between them stands here, in imgui_config.h and in the tests' driver,
// nowhere else. Beware: IsKeyPressed() takes the same two numbers in another order.

#if IMGUI_VERSION_NUM >= 19200
inline constexpr ImGuiID kNoKeyOwner = ImGuiKeyOwner_NoOwner;
inline constexpr ImGuiCol kNavigationColor = ImGuiCol_NavCursor;
inline constexpr ImGuiButtonFlags kCanBeFocused = ImGuiButtonFlags_EnableNav;

inline bool is_pressed(ImGuiKey key, ImGuiID owner, bool repeats = true) {
  return ImGui::IsKeyPressed(key, repeats ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None, owner);
}
/// Wherever the focus is, also where a widget is at work.
inline bool is_shortcut(ImGuiKeyChord chord) {
  return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_RouteOverActive);
}
/// An area whose widgets Tab and the arrows reach as if they stood outside of it.
inline void begin_part(const char* name, ImVec2 size, ImGuiChildFlags child = 0, ImGuiWindowFlags window = 0) {
  ImGui::BeginChild(name, size, child | ImGuiChildFlags_NavFlattened, window);
}
inline void push_texture(ImDrawList& list, Textures::Id id) { list.PushTexture(ImTextureRef(id)); }
inline void pop_texture(ImDrawList& list) { list.PopTexture(); }
inline ImTextureRef texture_of(Textures::Id id) { return ImTextureRef(id); }
inline void begin_navigation(ImGuiIO& io) {
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigNavCursorVisibleAlways = true;
  io.ConfigNavEscapeClearFocusItem = io.ConfigNavEscapeClearFocusWindow = false;  // Esc is ours
}
/// At the end of a frame: the mouse does not take the focus from the keyboard.
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
