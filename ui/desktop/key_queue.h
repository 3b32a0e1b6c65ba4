#pragma once

#include <imgui.h>

#include <deque>

#include "ui/desktop/ui.h"

namespace daybook::ui {

/// Keys and characters on their way from the platform to the frame that takes them. Dear ImGui looks at the state of
/// the keys once a frame. On a slow computer a chord would lose its Ctrl, and a letter and the Backspace after it would
/// change places. So each frame is given no more keys than it can keep apart.
class KeyQueue {
 public:
  struct Key {
    ImGuiKey key;
    bool is_down, ctrl, shift, alt;  // the modifiers as they were when the key went down or up
  };
  void add(const Key& key) { m_events.push_back({key, 0}); }
  void add(char32_t character) { m_events.push_back({{}, character}); }
  bool empty() const { return m_events.empty(); }
  /// Called before each frame: gives it as many keys and characters as it can keep apart, and wipes them here. The next
  /// frame gets what is left.
  void pass_on(Ui& ui);

 private:
  struct Event {
    Key key;
    char32_t character;  // 0: a key
  };
  std::deque<Event> m_events;
};

}  // namespace daybook::ui
