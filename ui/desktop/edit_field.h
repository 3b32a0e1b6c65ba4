#pragma once

#include "ui/desktop/press_areas.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

/// A field of one line or an editor of several, as it stands from frame to frame: how its text was last laid out, and
/// where it is scrolled to. What is typed is in a TextInput.
class EditField {
 public:
  struct Form {
    bool is_multiline;
    ImVec2 size;
    const char* hint;
    const char* key = "";  // the one that leads here, drawn while the field is empty
  };
  /// True when Enter was pressed in a field of one line. `press`: its area, drawn just now.
  bool draw(PressAreas& areas, const PressAreas::Press& press, TextInput& input, const Form& form);

 private:
  void refresh(PressAreas& areas, const TextInput& input, const TextStyle& wanted);
  void take_mouse(TextInput& input, ImVec2 origin, ImGuiID id);
  bool take_keys(PressAreas& areas, TextInput& input, bool is_multiline, ImGuiID id);
  void take_moves(TextInput& input, bool is_multiline, ImGuiID id);
  void take_commands(PressAreas& areas, TextInput& input, ImGuiID id);
  void move_by_lines(TextInput& input, int delta, float goal);
  void follow_caret(PressAreas& areas, const PressAreas::Press& press, const TextInput& input, const Form& form,
                    ImGuiID id);
  void draw_text(PressAreas& areas, const TextInput& input, ImVec2 origin, bool is_focused);

  Paragraph m_paragraph;
  std::vector<Cell> m_cells;
  std::uint64_t m_revision = ~std::uint64_t{0};
  TextStyle m_style;
  float m_scroll = 0, m_scroll_x = 0;
  std::size_t m_followed_caret = ~std::size_t{0};  // the last one that was scrolled to
  float m_goal_x = -1;                             // where the caret wants to be on its way through shorter lines
};

/// The keys that a field with the focus has to itself.
void own_text_keys(ImGuiID id);

}  // namespace daybook::ui
