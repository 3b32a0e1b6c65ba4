#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

std::string initials(std::string_view name) {
  std::size_t length = 1;
  while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xc0) == 0x80) ++length;
  return std::string(name.substr(0, length));
}

// Draws a person in the list. Returns whether this person was chosen.
bool draw_person(const Person& person, Ui& ui) {
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(40)), height = ui.em(3.4f);
  const std::string id = person.name + "##person";
  const Ui::Press press = ui.area(id.c_str(), "button", {width, height}, std::to_string(person.items));
  ui.panel(press.min, press.max, ui.colors().panel);
  if (press.is_hovered) ui.panel(press.min, press.max, ui.colors().hover, 0.5f, false);
  const ImVec2 center(press.min.x + ui.em(1.8f), (press.min.y + press.max.y) / 2);
  ImGui::GetWindowDrawList()->AddCircleFilled(center, ui.em(1.1f), ui.colors().accent_soft);
  const std::string letter = initials(person.name);
  const Look look{Size::body, Weight::semibold, Tone::accent};
  const Paragraph& line = ui.layout_line(letter, ui.style(look), 1e5f);
  ui.draw(line, {center.x - line.width / 2, center.y - line.height / 2}, ui.style(look).size, ui.colors().on_soft);
  const float left = press.min.x + ui.em(3.6f), room = press.max.x - left - ui.em(1);
  std::string about =
      person.items == 1 ? std::string(tr("1 item")) : fmt::format(fmt::runtime(tr("{} items")), person.items);
  for (const std::string& part : {person.relation, person.also})
    if (!part.empty()) about += "  \u00b7  " + part;
  ui.label(person.name, {left, press.min.y + ui.em(0.25f)}, {Size::body, Weight::medium}, room);
  ui.label(about, {left, press.min.y + ui.em(1.75f)}, {Size::small, Weight::regular, Tone::secondary}, room);
  return press.was_pressed;
}

void draw_chosen(const PeopleState& people, PeopleForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  ui.heading(*people.chosen);
  Filter filter;
  filter.person = *people.chosen;
  if (ui.button(tr("Show what is from or with them"), ButtonKind::primary, Icon::timeline)) {
    actions.push_back(FilterBy{filter});
    actions.push_back(Go{Screen::timeline});
  }
  ui.gap(0.3f);
  ui.field(tr("Also known as, and numbers. Put a comma between them."), form.also, 34);
  ui.field(tr("Who they are to you. You can leave it empty."), form.relation, 34);
  ui.text(tr("This stays here. It goes into a copy only where you say so."),
          {Size::small, Weight::regular, Tone::secondary});
  ui.gap(0.3f);
  if (ui.button(tr("Save"), ButtonKind::normal, Icon::check, !frame.state.is_read_only))
    actions.push_back(SavePerson{});
  ui.beside(tr("All people"));
  if (ui.button(tr("All people"), ButtonKind::quiet, Icon::back)) actions.push_back(ChoosePerson{std::nullopt});
}

}  // namespace

void draw_people(const PeopleState& people, PeopleForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  if (people.chosen) return draw_chosen(people, form, frame);
  ui.heading(tr("People"));
  ui.text(tr("Those you named as sender, or as being in something. A nickname is enough."));
  ui.gap(0.3f);
  const char* add = tr("Add a person");
  bool adds = ui.field(tr("Name or nickname"), form.added, 20);
  if (frame.has_come) ui.focus(tr("Name or nickname"));
  ui.beside(add);
  adds |= ui.button(add, ButtonKind::normal, Icon::add, !form.added.empty() && !frame.state.is_read_only);
  if (adds && !form.added.empty()) actions.push_back(AddPerson{});
  ui.gap(0.4f);
  for (const Person& person : people.people) {
    if (draw_person(person, ui)) actions.push_back(ChoosePerson{person.name});
  }
  if (people.people.empty() && !people.is_loading) ui.text(tr("Nobody is named yet."));
  ui.gap(1);
}

}  // namespace daybook::ui
