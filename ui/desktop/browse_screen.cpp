#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr float kRow = 2.45f;

bool draw_entry(Ui& ui, const char* id, std::string_view name, Icon icon, std::string_view right) {
  const float width = ImGui::GetContentRegionAvail().x - ui.em(1);
  const Ui::Press press = ui.area(id, "button", {width, ui.em(kRow)});
  ui.panel(press.min, press.max, press.is_hovered ? ui.colors().accent_soft : ui.colors().panel);
  ui.icon(icon, {press.min.x + ui.em(0.7f), press.min.y + ui.em(0.65f)}, 1.15f, ui.colors().accent);
  const float right_width = ui.layout_line(right, ui.style({Size::small}), 1e5f).width;
  ui.label(name, {press.min.x + ui.em(2.4f), press.min.y + ui.em(0.47f)}, {}, width - ui.em(3.6f) - right_width);
  ui.label(right, {press.max.x - right_width - ui.em(0.7f), press.min.y + ui.em(0.6f)},
           {Size::small, Weight::regular, Tone::secondary});
  return press.was_pressed;
}

const char* title(BrowseState::For purpose) {
  using For = BrowseState::For;
  switch (purpose) {
    case For::share_target:
      return tr("Where should the copy go?");
    case For::save_out:
      return tr("Where should the file go?");
    case For::adding:
      return tr("Choose a file to keep");
    case For::copy_to_check:
      return tr("Choose the copy to check: its file, or the folder it was unpacked to");
    case For::key_file:
      return tr("Choose your key file");
    case For::copy_files:
      return tr("Where should the files go?");
    case For::backup_target:
      return tr("Where should the backup go?");
    case For::backup_to_read:
      return tr("Choose the backup: its file, or its folder");
  }
  return "";
}

// The entry that has the focus first: what can be a copy, where one is looked for. There must be an entry.
const BrowseState::Entry& first_of(const BrowseState& browse) {
  const auto can_be_copy = [](const BrowseState::Entry& entry) {
    const vault::Path end = entry.path.extension();
    return !entry.is_folder && (end == ".zip" || end == ".age" || end == ".001");
  };
  const auto copy = std::find_if(browse.entries.begin(), browse.entries.end(), can_be_copy);
  const bool is_copy = browse.purpose == BrowseFor::copy_to_check && copy != browse.entries.end();
  return is_copy ? *copy : browse.entries.front();
}

}  // namespace

void draw_browse(const BrowseState& browse, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const bool has_come = frame.has_come;
  const bool wants_folder = browse.wants_folder(), takes_folder = browse.takes_folder();
  ui.heading(title(browse.purpose));
  ui.text(vault::to_utf8(browse.folder), {Size::small, Weight::regular, Tone::secondary}, 60);
  if (takes_folder) {
    const char* choose =
        browse.purpose == BrowseState::For::copy_to_check ? tr("Check this folder") : tr("Use this folder");
    if (ui.button(choose, ButtonKind::primary, Icon::check)) actions.push_back(ChooseFolder{});
    if (has_come) ui.focus(choose);
    ui.beside(tr("Back"));
  } else if (has_come) {
    ui.focus(browse.entries.empty() ? tr("Back") : first_of(browse).name);
  }
  if (ui.button(tr("Back"), ButtonKind::quiet)) actions.push_back(GoBack{});
  for (const vault::Path& place : browse.places) {
    const std::string name = vault::to_utf8(place.filename());
    ui.beside(name.c_str(), Icon::file);
    if (ui.button((name + "##place" + vault::to_utf8(place)).c_str(), ButtonKind::normal))
      actions.push_back(BrowseTo{place});
  }
  ui.gap(0.2f);
  if (browse.folder.has_relative_path() &&
      draw_entry(ui, (std::string(tr("One folder up")) + "##up").c_str(), tr("One folder up"), Icon::back, ""))
    actions.push_back(BrowseTo{browse.folder.parent_path()});
  for (const BrowseState::Entry& entry : browse.entries) {
    if (wants_folder && !entry.is_folder) continue;
    const std::string id = entry.name + "##" + vault::to_utf8(entry.path);
    if (!draw_entry(ui, id.c_str(), entry.name, entry.is_folder ? Icon::chevron : Icon::file,
                    entry.is_folder ? "" : size_text(entry.size)))
      continue;
    if (entry.is_folder)
      actions.push_back(BrowseTo{entry.path});
    else
      actions.push_back(ChooseFile{entry.path});
  }
  ui.gap(1);
}

}  // namespace daybook::ui
