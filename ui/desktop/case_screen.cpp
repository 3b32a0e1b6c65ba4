#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {

void draw_case(const CaseState& details, CaseForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("Case"));
  ui.text(tr("Only if there is one. Everything here can stay empty. It stays in this record and is not in a copy."));
  ui.gap(0.3f);
  using Field = CaseState::Field;
  const std::tuple<Field, const char*, const char*> fields[] = {
      {Field::reference, tr("Crime reference"), ""},
      {Field::force, tr("Police force"), ""},
      {Field::officer, tr("Officer"), ""},
      {Field::contact, tr("How to reach them"), ""},
      {Field::reported, tr("Reported"), tr("such as 12 May 2025")},
      {Field::statement, tr("Statement given"), ""},
      {Field::next_contact, tr("Next contact"), ""},
      {Field::decision, tr("Decision letter received"), ""}};
  bool is_changed = false;
  const bool has_room = ImGui::GetContentRegionAvail().x > ui.em(44);
  for (std::size_t i = 0; i < std::size(fields); ++i) {
    const auto& [field, name, hint] = fields[i];
    if (i % 2 == 1 && has_room) ImGui::SameLine(ui.em(22));
    ImGui::BeginGroup();
    ui.field(name, form.fields[field], 20, hint);
    ImGui::EndGroup();
    if (i == 0 && frame.has_come) ui.focus(name);
    is_changed |= form.fields[field].text() != details.kept[field];
  }
  ui.gap(0.3f);
  if (ui.button(tr("Save"), ButtonKind::primary, Icon::check, is_changed && !frame.state.is_read_only))
    frame.actions.push_back(SaveCase{});
  ui.gap(1);
}

}  // namespace daybook::ui
