#pragma once

#include <memory>
#include <unordered_map>

#include "ui/desktop/edit_field.h"
#include "ui/desktop/press_areas.h"

namespace daybook::ui {

enum class ButtonKind { primary, normal, quiet, danger };

/// The widgets that screens are made of. Places are ImGui's cursor. One thread.
class Ui : public PressAreas {
 public:
  using PressAreas::PressAreas;

  /// Takes a picture of the screen without this window, which comes as an action, later. Empty where that cannot be.
  std::function<void()> take_screen;

  // Text
  /// A paragraph at the cursor, as wide as lines should be at most; moves the cursor below it.
  void text(std::string_view text, Look look = {}, float most_ems = 38);
  void heading(std::string_view text);
  /// One line that is no wider than its words, so that something can stand beside it: in the middle of `height` ems.
  void line(std::string_view text, Look look = {}, float height = 0);
  void gap(float ems);

  // Widgets: true when used
  bool button(const char* name, ButtonKind kind = ButtonKind::normal, Icon icon = Icon::none, bool is_enabled = true);
  /// Puts the next button beside the last one, or below where there is no room.
  void beside(const char* next_name, Icon next_icon = Icon::none);
  /// Puts the next widget at the right end of the line of the last one. Returns the ems it can have there, `most` at
  /// most; 0 where there is no room for `least`, and it comes below.
  float at_right(float least, float most);
  bool choice(const char* name, bool is_chosen);
  bool toggle(const char* name, bool is_on);
  /// A small choice that stands in a row of others.
  bool chip(const char* name, bool is_on);
  bool navigation(const char* name, Icon icon, bool is_current, float width);
  /// A field of one line, or an editor of several. True when Enter was pressed in a field of one line.
  /// `key`: the one that leads here, drawn while the field is empty.
  bool field(const char* name, TextInput& input, float ems, const char* hint = "", bool shows_name = true,
             const char* key = "");
  void editor(const char* name, TextInput& input, float width, float height);
  bool secret_field(const char* name, SecretInput& input, bool is_shown, float ems);

 private:
  bool edit(const char* name, TextInput& input, const EditField::Form& form);

  std::unordered_map<ImGuiID, std::unique_ptr<EditField>> m_fields;
};

}  // namespace daybook::ui
