#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/model/translate.h"

namespace daybook::ui {

void draw_add(AppState& state, Ui& ui, Actions& actions, bool has_come) {
  AddState& add = state.add;
  const bool is_note = add.kind == AddState::Kind::note;
  if (is_note && add.about)
    ui.heading(fmt::format(fmt::runtime(tr("A note beside item {}")), vault::item_text(*add.about)));
  else
    ui.heading(is_note ? tr("A note of your own") : tr("Words you copied"));
  if (is_note && add.about)
    ui.text(tr("What was happening around this time? Write only what you remember. Gaps are all right."));
  else if (is_note)
    ui.text(tr("Write in your own words. You can change it later; every version is kept."));
  else
    ui.text(tr("They are kept exactly as they are here."));
  ui.gap(0.2f);
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(0.8f), ui.em(44));
  const float height = std::max(ui.em(4), ImGui::GetContentRegionAvail().y - ui.em(6.5f));
  const char* name = is_note ? tr("Your note") : tr("The words");
  ui.editor(name, add.text, width, height);
  ui.gap(0.2f);
  if (add.is_saving) {
    ui.text(tr("Saving ..."), {Size::body, Weight::medium});
    return;
  }
  const char* save = tr("Save now");
  const char* questions = tr("Save and answer a few questions");
  const char* drop = add.text.empty() ? tr("Back") : tr("Do not save");
  if (ui.button(save, ButtonKind::primary, Icon::check, !add.text.empty())) actions.push_back(SaveAdded{false});
  ui.beside(questions);
  if (ui.button(questions, ButtonKind::normal, Icon::none, !add.text.empty())) actions.push_back(SaveAdded{true});
  ui.beside(drop);
  if (ui.button(drop, ButtonKind::quiet)) actions.push_back(DropAdded{});
  // After a paste one Enter saves; else the writing begins at once.
  if (has_come) ui.focus(add.was_pasted ? save : name);
}

}  // namespace daybook::ui
