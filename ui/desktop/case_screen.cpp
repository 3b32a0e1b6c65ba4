#include "ui/desktop/screens.h"
#include "ui/desktop/when_views.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

// Says how a day in a field is read. What she chooses among several is kept behind her words.
void draw_day(TextInput& field, const vault::LocalMoment& now, Ui& ui) {
  constexpr float kColumn = 20;
  const vault::WhenRead read = vault::read_when(field.text(), now);
  if (is_ahead(read, now))
    return ui.text(tr("That date has not happened yet. Check the year."),
                   {Size::small, Weight::regular, Tone::secondary}, kColumn);
  if (const auto chosen = draw_when(read, ui, kColumn)) field.set(vault::kept_when(field.text(), *chosen));
}

}  // namespace

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
    if (CaseState::is_time(field)) draw_day(form.fields[field], frame.state.now, ui);
    ImGui::EndGroup();
    is_changed |= form.fields[field].text() != details.kept[field];
  }
  ui.gap(0.3f);
  const bool was_pressed = ui.button(tr("Save"), ButtonKind::primary, Icon::check, !frame.state.is_read_only);
  if (was_pressed && is_changed) frame.actions.push_back(SaveCase{});
  // No field has the focus first: what she copied and pastes as everywhere is then kept, and does not become a detail
  // of the case.
  if (frame.has_come) ui.focus(tr("Save"), /*comes_into_view=*/false);
  ui.gap(1);
}

}  // namespace daybook::ui
