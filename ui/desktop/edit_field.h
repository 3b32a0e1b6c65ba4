#pragma once

#include "ui/desktop/press_areas.h"
#include "ui/model/text_input.h"

namespace daybook::ui {

/// What a field of one line or an editor of several lines keeps from frame to frame: how its text was last laid out,
/// and where it is scrolled to. The text itself stands in a TextInput.
class EditField {
 public:
  enum class Takes {
    anything,
    own_words,  // what is typed, and what was copied from a field like this; any other paste goes its own way
    nothing,    // the text can be selected and copied
  };
  struct Form {
    bool is_multiline;
    ImVec2 size;  // pixels
    const char* hint;
    const char* key = "";  // the shortcut that leads to the field, drawn while the field is empty
    Takes takes = Takes::anything;
  };
  /// Takes what the mouse and the keys do, and draws the field. `press` is its area, which must be the last item of
  /// Dear ImGui. True when Enter was pressed in a field of one line.
  bool draw(PressAreas& areas, const PressAreas::Press& press, TextInput& input, const Form& form);

 private:
  void refresh(PressAreas& areas, const TextInput& input, const TextStyle& wanted);
  void take_mouse(TextInput& input, ImVec2 origin, ImGuiID id);
  bool take_keys(PressAreas& areas, TextInput& input, const Form& form, ImGuiID id);
  void take_moves(TextInput& input, bool is_multiline, ImGuiID id);
  void take_commands(PressAreas& areas, TextInput& input, Takes takes, ImGuiID id);
  void take_deletions(TextInput& input, ImGuiID id);
  void move_by_lines(TextInput& input, int delta, float goal);
  void follow_caret(PressAreas& areas, const PressAreas::Press& press, const TextInput& input, const Form& form,
                    ImGuiID id);
  void draw_text(PressAreas& areas, const TextInput& input, ImVec2 origin, bool is_focused);

  Paragraph m_paragraph;
  std::vector<Cell> m_cells;
  std::uint64_t m_revision = ~std::uint64_t{0};
  TextStyle m_style;
  float m_scroll = 0, m_scroll_x = 0;
  std::size_t m_followed_caret = ~std::size_t{0};  // the caret that was last scrolled into view
  float m_goal_x = -1;                             // where the caret returns to after shorter lines; below 0: unset
};

/// Keeps the keys of a text field for the item with this id, so that neither the navigation nor a scrolling page takes
/// them while the field has the focus. In a field of one line Page Up and Page Down go to the page.
void own_text_keys(ImGuiID id, bool is_multiline = false);

}  // namespace daybook::ui
