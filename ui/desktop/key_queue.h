#pragma once

#include <imgui.h>

#include <deque>

#include "ui/desktop/ui.h"

namespace daybook::ui {

/// Keys and characters between the platform and the frame that sees them. Dear ImGui looks at the state of the keys
/// once a frame: on a slow computer a chord would lose its Ctrl, and a letter and the Backspace after it would change
/// places. So a frame is given no more than it can keep apart.
class KeyQueue {
 public:
  struct Key {
    ImGuiKey key;
    bool is_down, ctrl, shift, alt;  // the modifiers as they were at that moment
  };
  void add(const Key& key) { m_events.push_back({key, 0}); }
  void add(char32_t character) { m_events.push_back({{}, character}); }
  bool empty() const { return m_events.empty(); }
  /// Before each frame. What is left is for the next one.
  void pass_on(Ui& ui);

 private:
  struct Event {
    Key key;
    char32_t character;  // 0: a key
  };
  std::deque<Event> m_events;
};

}  // namespace daybook::ui
