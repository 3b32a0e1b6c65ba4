#pragma once

#include <memory>
#include <unordered_map>

#include "ui/desktop/edit_field.h"
#include "ui/desktop/hints.h"
#include "ui/desktop/passage.h"
#include "ui/desktop/press_areas.h"
#include "ui/model/secret_input.h"

namespace daybook::ui {

enum class ButtonKind { primary, normal, quiet, danger };

/// The widgets that screens are made of. Each is drawn at Dear ImGui's cursor. Used on one thread.
class Ui : public PressAreas {
 public:
  using PressAreas::PressAreas;

  /// Takes a picture of the screen without this window. It comes later, as the action PastePicture. Empty where no
  /// picture can be taken.
  std::function<void()> take_screen;

  // Text
  /// Draws a paragraph, at most `most_ems` wide because long lines are hard to read, and moves the cursor below it.
  void text(std::string_view text, Look look = {}, float most_ems = 38);
  void heading(std::string_view text);
  /// Draws one line that is no wider than its words, so that something can stand beside it. The line stands in the
  /// middle of `height` ems, as high as what stands beside it.
  void line(std::string_view text, Look look = {}, float height = 0);
  void gap(float ems);
  /// Offers a text that is shown where the mouse rests on the widget that was drawn last, such as the key that does the
  /// same.
  void hint(const char* text);
  Hints hints;
  /// How long a button that destroys something stands before it can be pressed: a second click that was meant for the
  /// button before must not be one on what has come in its place.
  double seconds_before_danger = 0.7;

  // Widgets, which return true when they were used in this frame
  bool button(const char* name, ButtonKind kind = ButtonKind::normal, Icon icon = Icon::none, bool is_enabled = true);
  /// Puts the next button beside the last one, or below it where there is no room for this name and icon.
  void beside(const char* next_name, Icon next_icon = Icon::none);
  /// Puts the next widget at the right end of the line of the last one. Returns how many ems it can have there, `most`
  /// at most. Where there is no room for `least` ems it returns 0, and the next widget comes below.
  float at_right(float least, float most);
  bool choice(const char* name, bool is_chosen);
  bool toggle(const char* name, bool is_on);
  /// A small choice that stands in a row of others.
  bool chip(const char* name, bool is_on);
  /// An entry of a menu, `width` pixels wide.
  bool entry(const char* name, Icon icon, float width);
  static constexpr float kEntryHeight = 2.45f;  // ems
  /// The pixels that an entry needs for its name.
  float entry_width(const char* name);
  bool navigation(const char* name, Icon icon, bool is_current, float width);
  /// A field of one line, at most `ems` wide. True when Enter was pressed. `key` is the shortcut that leads to the
  /// field, drawn while the field is empty.
  bool field(const char* name, TextInput& input, float ems, const char* hint = "", bool shows_name = true,
             const char* key = "");
  /// An editor of several lines. `width` and `height` are pixels.
  void editor(const char* name, TextInput& input, float width, float height,
              EditField::Takes takes = EditField::Takes::anything);
  /// A text of which parts can be chosen and copied, `width` pixels wide, at the cursor. `is_own`: the words are the
  /// keeper's own, and are no paste when they come back from the clipboard.
  void passage(const char* name, std::string_view text, float width, bool is_own);
  /// A field for a passphrase, at most `ems` wide. True when Enter was pressed.
  bool secret_field(const char* name, SecretInput& input, bool is_shown, float ems);

 private:
  bool has_stood(ImGuiID id);
  bool edit(const char* name, TextInput& input, const EditField::Form& form);

  std::unordered_map<ImGuiID, std::unique_ptr<EditField>> m_fields;
  std::unordered_map<ImGuiID, Passage> m_passages;
  struct Danger {
    int frame = -2;  // in which it was drawn last
    double since = 0;
  };
  std::unordered_map<ImGuiID, Danger> m_dangers;
};

}  // namespace daybook::ui
