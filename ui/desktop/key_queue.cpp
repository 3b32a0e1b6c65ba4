#include "ui/desktop/key_queue.h"

#include <algorithm>
#include <array>

#include "crypto/secret.h"

namespace daybook::ui {
namespace {

constexpr std::array kModifiers = {ImGuiKey_LeftCtrl,  ImGuiKey_LeftShift,  ImGuiKey_LeftAlt,  ImGuiKey_LeftSuper,
                                   ImGuiKey_RightCtrl, ImGuiKey_RightShift, ImGuiKey_RightAlt, ImGuiKey_RightSuper};
// Keys that change the text, or the place where the next character goes.
constexpr std::array kActing = {ImGuiKey_Enter,     ImGuiKey_KeypadEnter, ImGuiKey_Backspace,  ImGuiKey_Delete,
                                ImGuiKey_Tab,       ImGuiKey_LeftArrow,   ImGuiKey_RightArrow, ImGuiKey_UpArrow,
                                ImGuiKey_DownArrow, ImGuiKey_Home,        ImGuiKey_End,        ImGuiKey_PageUp,
                                ImGuiKey_PageDown,  ImGuiKey_Menu,        ImGuiKey_F10};

template <std::size_t N>
bool is_one_of(const std::array<ImGuiKey, N>& keys, ImGuiKey key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// A letter that only makes a character is no key to Dear ImGui, which would take two frames for each, and so keep the
// keys that act behind characters that were typed after them. It still hears that a key of a chord comes up.
bool is_plain_letter(const KeyQueue::Key& key) {
  const bool is_letter =
      (key.key >= ImGuiKey_A && key.key <= ImGuiKey_Z) || (key.key >= ImGuiKey_0 && key.key <= ImGuiKey_9);
  return is_letter && !key.ctrl && !key.alt && (key.is_down || !ImGui::IsKeyDown(key.key));
}

}  // namespace

void KeyQueue::pass_on(Ui& ui) {
  ImGuiIO& io = ImGui::GetIO();
  bool has_press = false, has_acted = false, has_character = false;
  while (!m_events.empty()) {
    Event& event = m_events.front();
    const Key& key = event.key;
    if (event.character != 0) {
      if (has_acted) return;
      ui.add_character(event.character);
      has_character = true;
    } else if (!is_plain_letter(key)) {
      const bool is_modifier = is_one_of(kModifiers, key.key);
      const bool acts = key.is_down && !is_modifier && (key.ctrl || key.alt || is_one_of(kActing, key.key));
      if (has_press && ((is_modifier && !key.is_down) || has_acted)) return;
      if (acts && has_character) return;
      has_press |= key.is_down && !is_modifier;
      has_acted |= acts;
      io.AddKeyEvent(ImGuiMod_Ctrl, key.ctrl);
      io.AddKeyEvent(ImGuiMod_Shift, key.shift);
      io.AddKeyEvent(ImGuiMod_Alt, key.alt);
      io.AddKeyEvent(key.key, key.is_down);
    }
    crypto::wipe({reinterpret_cast<std::uint8_t*>(&event), sizeof event});  // it may be a letter of the passphrase
    m_events.pop_front();
  }
}

}  // namespace daybook::ui
