#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/desktop/canvas.h"

namespace daybook::ui {

/// One widget of the frame that was drawn last: what a screen reader would be told, and how tests find it.
struct Widget {
  std::string role;  // button, link, field, choice, ...
  std::string name;
  std::string value;
  ImVec2 min, max;
  ImGuiID id = 0;
  bool is_enabled = true, is_focused = false, is_chosen = false;
};

/// What can be pressed and what has the focus; and what was typed. Everything that a person can reach is an area.
class PressAreas : public Canvas {
 public:
  using Canvas::Canvas;
  ~PressAreas();

  struct Clipboard {
    std::function<std::string()> get;
    std::function<void(const std::string&)> set;  // marked as secret where the desktop knows that; empty: emptied
    std::function<void()> paste;                  // whatever is there, outside of a field: comes as an action, later
  };
  Clipboard clipboard;
  /// The key that hides, as the value of the button that does: it never takes the focus by itself.
  std::string hide_key = "Esc";

  void begin_frame(Theme theme, float scale);
  void end_frame();
  /// Draw once more soon: a glyph found no room, the focus is on its way.
  bool wants_frame() const { return m_wants_frame; }

  /// Characters as the platform gives them. Gone with the frame.
  void add_character(char32_t character) { m_characters.push_back(character); }
  /// Those of this frame, for what has the focus and takes text.
  const std::vector<char32_t>& take_characters();
  bool has_text_focus() const { return m_has_text_focus; }

  struct Press {
    bool was_pressed, is_hovered, is_focused, is_held;
    ImVec2 min, max;
  };
  /// An area that can be pressed and focused; draws nothing but the ring. The base of the widgets.
  Press area(const char* name, const char* role, ImVec2 size, std::string value = "", bool is_enabled = true,
             bool is_chosen = false, bool has_ring = true);
  /// Tells what is written, though it can not be pressed.
  void tell(std::string_view text, ImVec2 min, ImVec2 max) {
    m_widgets.push_back({"text", std::string(text), "", min, max});
  }
  const std::vector<Widget>& widgets() const { return m_shown; }

  /// Puts the focus on the widget of this name when it is next drawn. `comes_into_view`: not where what stands above it
  /// is shown this once and has to be read first.
  void focus(std::string name, bool comes_into_view = true) {
    m_wanted_focus = std::move(name);
    m_focus_comes_into_view = comes_into_view;
  }
  bool is_focus_wanted(const char* name) const { return m_wanted_focus == name; }

 private:
  void keep_focus();
  void wipe_characters();

  std::vector<Widget> m_widgets, m_shown;
  std::vector<char32_t> m_characters;
  std::string m_wanted_focus;
  bool m_focus_comes_into_view = true;
  int m_frames_without_focus = 0;
  int m_frames_of_growth = 0;  // since another size of text was chosen
  bool m_wants_frame = false, m_has_text_focus = false;
};

}  // namespace daybook::ui
