#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kAllShown = 4, kShown = 3;

void draw_begun(const AddState::Waiting& one, Frame& frame) {
  const Begun& what = one.what;
  std::string name = title_of(what);
  if (!one.begins.empty()) name += ": " + isolated(foreign_line(one.begins));
  name += fmt::format("##begun{}", what.number);
  const vault::ShownAs shown = what.kind == Begun::Kind::picture ? vault::ShownAs::picture
                               : what.kind == Begun::Kind::note  ? vault::ShownAs::note
                                                                 : vault::ShownAs::words;
  if (frame.ui.button(name.c_str(), ButtonKind::normal, icon_of(shown)))
    frame.actions.push_back(OpenBegun{what.number});
}

// What was begun and is not saved stands above everything that is, so that it is not forgotten.
void draw_not_saved(Frame& frame) {
  Ui& ui = frame.ui;
  const AddState& add = frame.state.add;
  bool& shows_all = frame.forms.timeline.shows_all_begun;
  const auto all = not_saved(add, frame.forms.add);
  if (!all.empty())
    ui.text(fmt::format(fmt::runtime(tr("Not saved yet: {}")), all.size()), {Size::body, Weight::semibold});
  const bool is_cut = all.size() > kAllShown && !shows_all;
  for (std::size_t i = is_cut ? all.size() - kShown : 0; i < all.size(); ++i) draw_begun(all[i], frame);
  if (all.size() > kAllShown) {
    const char* more = shows_all ? tr("Show the latest only") : tr("Show all that is not saved");
    if (ui.button(more, ButtonKind::quiet)) {
      shows_all = !shows_all;
      ui.focus(shows_all ? tr("Show the latest only") : tr("Show all that is not saved"));
    }
  }
  if (add.dropped == 0) return;
  const std::string take_back = add.dropped == 1
                                    ? std::string(tr("Take back what was not saved"))
                                    : fmt::format(fmt::runtime(tr("Take back what was not saved: {}")), add.dropped);
  if (ui.button(take_back.c_str(), ButtonKind::quiet, Icon::back)) frame.actions.push_back(TakeBackDropped{});
}

// Until a sheet is known to be on paper, a lost passphrase would be the end of everything here.
void draw_sheet_reminder(Frame& frame) {
  Ui& ui = frame.ui;
  Preferences preferences = frame.state.preferences;
  if (!preferences.asks_for_sheet || frame.state.is_read_only) return;
  ui.text(tr("No sheet is written down yet, as far as this program knows. Without one, a lost passphrase cannot be "
             "replaced."),
          {Size::small, Weight::regular, Tone::secondary}, 60);
  if (ui.button(tr("Make a sheet"), ButtonKind::quiet)) frame.actions.push_back(BeginSafety{SafetyState::Task::sheet});
  ui.beside(tr("Leave it so"));
  if (!ui.button(tr("Leave it so"), ButtonKind::quiet)) return;
  preferences.asks_for_sheet = false;
  frame.actions.push_back(ChangePreferences{preferences});
}

}  // namespace

void draw_timeline(Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const bool is_focus_given = ui.is_focus_wanted(tr("Search")) || ui.is_focus_wanted(tr("Take it back"));
  frame.views.wants_list |= frame.has_come && !is_focus_given && !frame.views.wants_filters;
  // A search whose last hit was removed.
  if (frame.views.wants_list && frame.state.timeline.keys.empty() && !frame.forms.timeline.search.empty()) {
    ui.focus(tr("Search"));
    frame.views.wants_list = false;
  }
  if (!frame.state.is_read_only) {
    if (ui.button(tr("Write a note"), ButtonKind::primary, Icon::note))
      actions.push_back(BeginAdding{Begun::Kind::note, std::nullopt});
    ui.hint(tr("Ctrl+N"));
    ui.beside(tr("Paste words"), Icon::words);
    if (ui.button(tr("Paste words"), ButtonKind::normal, Icon::words)) paste_from(ui, actions);
    ui.hint(tr("Ctrl+V"));
    ui.beside(tr("Keep a file"), Icon::file);
    if (ui.button(tr("Keep a file"), ButtonKind::normal, Icon::file)) actions.push_back(Browse{BrowseFor::adding});
    const char* screen = tr("Picture of the screen");
    if (ui.take_screen) {
      ui.beside(screen, Icon::picture);
      if (ui.button(screen, ButtonKind::normal, Icon::picture)) ui.take_screen();
    }
  }
  draw_sheet_reminder(frame);
  draw_not_saved(frame);
  draw_item_list(frame, nullptr);
}

}  // namespace daybook::ui
