#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "crypto/hash.h"
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

/// Keeps what can be pressed, what has the focus, and the characters that were typed for a frame. Everything that a
/// person can reach with the mouse or the keyboard is an area.
class PressAreas : public Canvas {
 public:
  using Canvas::Canvas;
  ~PressAreas();

  struct Clipboard {
    std::function<std::string()> get;
    std::function<void(const std::string&)> set;  // marks it as secret where the desktop can; "" empties the clipboard
    std::function<void()> paste;                  // asks for whatever is there; it comes later, as an action
  };
  Clipboard clipboard;
  /// Copies words into the clipboard. `are_own` says that they stand in a field that takes nothing but the keeper's own
  /// words.
  void copy(std::string_view words, bool are_own);
  /// Whether these are the words that were last copied as the keeper's own. Not when there are none.
  bool is_own_copy(std::string_view words) const;
  /// The name of the key that hides. The button that hides has it as its value, so that keep_focus() never chooses that
  /// button.
  std::string hide_key = "Esc";

  void begin_frame(Theme theme, float scale);
  void end_frame();
  /// True when another frame must follow soon, because a glyph found no room or the focus is still on its way.
  bool wants_frame() const { return m_wants_frame; }

  /// Adds a character that was typed. It is wiped at the end of the frame.
  void add_character(char32_t character) { m_characters.push_back(character); }
  /// The characters of this frame, for the field that has the focus. After this call has_text_focus() is true until the
  /// next frame begins.
  const std::vector<char32_t>& take_characters();
  /// The characters of this frame, for who looks for a single one and leaves them to the field that has the focus.
  const std::vector<char32_t>& typed() const { return m_characters; }
  bool has_text_focus() const { return m_has_text_focus; }

  struct Press {
    bool was_pressed, is_hovered, is_focused, is_held;
    ImVec2 min, max;
  };
  /// Makes an area at Dear ImGui's cursor that can be pressed and can have the focus, and draws only its ring. Every
  /// widget is made from one. `size` is in pixels. What follows "##" in `name` only makes the name unique.
  Press area(const char* name, const char* role, ImVec2 size, std::string value = "", bool is_enabled = true,
             bool is_chosen = false, bool has_ring = true);
  /// The area that is made next is pressed by Alt+Right too, wherever the focus is: it leads on as Alt+Left leads back.
  void next_leads_on() { m_next_leads_on = true; }
  /// Adds a text that cannot be pressed to widgets(), so that they hold everything that is written.
  void tell(std::string_view text, ImVec2 min, ImVec2 max) {
    m_widgets.push_back({"text", std::string(text), "", min, max});
  }
  /// Everything that was in the last whole frame.
  const std::vector<Widget>& widgets() const { return m_shown; }

  /// Puts the focus on the widget of this name when it is drawn next. With `comes_into_view` the page scrolls to it,
  /// but not in the frame in which a page opens: what stands above has to be read first.
  void focus(std::string name, bool comes_into_view = true) {
    m_wanted_focus = std::move(name);
    m_focus_comes_into_view = comes_into_view && !m_page_opens;
  }
  /// For the first frame of a page: it is shown from its beginning.
  void open_page() { m_page_opens = true; }
  /// The error that is drawn now is the item of Dear ImGui that was drawn last. The page scrolls to one that is new.
  void show_error(std::string_view words);
  bool is_focus_wanted(const char* name) const { return m_wanted_focus == name; }
  /// For another screen: a widget of the one before is not given the focus again.
  void forget_lost_focus() { m_lost_focus.clear(); }

 private:
  void bring_to_eyes(bool& was_pressed) const;
  void keep_focus();
  bool gives_up_waiting();
  bool is_second_click_on_another(ImGuiID id);
  void give_focus_back(const Widget* lost, const Widget* first);
  void wipe_characters();

  std::vector<Widget> m_widgets, m_shown;
  std::vector<char32_t> m_characters;
  std::optional<crypto::Sha256Digest> m_own_copy;  // of the words that were last copied as the keeper's own
  ImGuiID m_clicked = 0;                           // the widget that was pressed by the mouse last
  std::string m_wanted_focus;
  std::string m_lost_focus;           // the widget that had the focus last, but for one that stood in
  std::string m_stand_in;             // the widget that has the focus in the place of that one
  std::string m_error, m_last_error;  // that is drawn in this frame, and that was in the last
  bool m_focus_comes_into_view = true, m_page_opens = false;
  int m_frames_without_focus = 0;
  int m_frames_of_growth = 0;  // that are left in which the page settles after another size of text was chosen
  bool m_wants_frame = false, m_has_text_focus = false, m_next_leads_on = false;
};

}  // namespace daybook::ui
