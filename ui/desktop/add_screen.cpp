#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {

namespace {

// Draws the buttons, or returns true while the save is under way.
bool draw_buttons(const AddState& add, const AddForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const bool has_something = !is_empty(add, form);
  ui.gap(0.2f);
  if (add.is_saving) {
    ui.text(tr("Saving ..."), {Size::body, Weight::medium});
    return true;
  }
  const char* save = tr("Save now");
  const char* questions = tr("Save and answer a few questions");
  const char* drop = has_something ? tr("Do not save") : tr("Back");
  if (ui.button(save, ButtonKind::primary, Icon::check, has_something)) actions.push_back(SaveAdded{false});
  if (!add.rewrites) {
    ui.beside(questions);
    if (ui.button(questions, ButtonKind::normal, Icon::none, has_something)) actions.push_back(SaveAdded{true});
  }
  ui.beside(drop);
  if (ui.button(drop, ButtonKind::quiet)) actions.push_back(DropAdded{});
  return false;
}

void draw_added_picture(const AddState& add, const AddForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(add.is_of_screen ? tr("A picture of the screen") : tr("A picture you copied"));
  if (add.picture) {
    ui.text(fmt::format(fmt::runtime(tr("{}. It is kept exactly as it is.")), size_text(add.picture->size())));
    ui.gap(0.3f);
    if (draw_picture(frame, add.picture_number, frame.state.preferences.covers_pictures && !add.is_uncovered))
      frame.actions.push_back(UncoverAdded{});
  }
  draw_buttons(add, form, frame);
}

void draw_heading(const AddState& add, bool knows_notes, Ui& ui) {
  const bool is_note = add.kind == AddState::Kind::note;
  if (add.rewrites)
    ui.heading(fmt::format(fmt::runtime(tr("Note {}, to be changed")), vault::item_text(*add.rewrites)));
  else if (is_note && add.about)
    ui.heading(fmt::format(fmt::runtime(tr("A note beside item {}")), vault::item_text(*add.about)));
  else
    ui.heading(is_note ? tr("A note of your own") : tr("Words you copied"));
  if (add.rewrites)
    ui.text(tr("What you wrote before stays too, with its date."));
  else if (is_note && add.about)
    ui.text(tr("What was happening around this time? Write only what you remember. Gaps are all right."));
  else if (is_note)
    ui.text(tr("Write in your own words. You can change it later; every version is kept."));
  else
    ui.text(tr("They are kept exactly as they are here."));
  if (is_note && !knows_notes)
    ui.text(tr("In a police or court case people may ask to read it, even if you do not share it."),
            {Size::body, Weight::medium});
  ui.gap(0.2f);
}

}  // namespace

void draw_add(const AddState& add, AddForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (add.kind == AddState::Kind::picture) {
    draw_added_picture(add, form, frame);
    if (frame.has_come) ui.focus(tr("Save now"));
    return;
  }
  draw_heading(add, frame.state.preferences.knows_notes, ui);
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(0.8f), ui.em(44));
  const float height = std::max(ui.em(4), ImGui::GetContentRegionAvail().y - ui.em(6.5f));
  const char* name = add.kind == AddState::Kind::note ? tr("Your note") : tr("The words");
  ui.editor(name, form.text, width, height);
  if (draw_buttons(add, form, frame)) return;
  // After a paste the focus is on the button, so that one Enter saves. Else it is in the text, so that she can write.
  if (frame.has_come) ui.focus(add.was_pasted ? tr("Save now") : name);
}

}  // namespace daybook::ui
