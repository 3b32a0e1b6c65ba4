#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {

void draw_text_sizes(AppState& state, Ui& ui, Actions& actions) {
  for (const int percent : {100, 125, 150, 200, 250, 300}) {
    const std::string name = fmt::format("{} %", percent);
    if (percent != 100) ui.beside(name.c_str());
    if (!ui.chip(name.c_str(), state.settings.text_percent == percent)) continue;
    Settings settings = state.settings;
    settings.text_percent = percent;
    actions.push_back(ChangeSettings{settings});
  }
}

bool draw_lock_minutes(int& chosen, Ui& ui) {
  bool was_chosen = false;
  for (const int minutes : {1, 5, 10, 30}) {
    const std::string name = minutes == 1 ? tr("1 minute") : fmt::format(fmt::runtime(tr("{} minutes")), minutes);
    if (minutes != 1) ui.beside(name.c_str());
    if (!ui.chip(name.c_str(), chosen == minutes)) continue;
    chosen = minutes;
    was_chosen = true;
  }
  return was_chosen;
}

void draw_settings(AppState& state, Ui& ui, Actions& actions) {
  ui.heading(tr("Settings"));
  if (ui.button(tr("Keep it safe"), ButtonKind::normal, Icon::lock))
    actions.push_back(BeginSafety{SafetyState::Task::none});
  ui.beside(tr("Someone is helping me"), Icon::people);
  if (ui.button(tr("Someone is helping me"), ButtonKind::normal, Icon::people)) actions.push_back(Go{Screen::helper});
  ui.gap(0.3f);
  ui.text(tr("Colours"), {Size::body, Weight::semibold});
  Preferences preferences = state.preferences;
  const std::pair<Theme, const char*> themes[] = {{Theme::light, tr("Light")},
                                                  {Theme::dark, tr("Dark")},
                                                  {Theme::dim, tr("Dim, for a dark room")},
                                                  {Theme::contrast, tr("High contrast")}};
  for (const auto& [theme, name] : themes) {
    if (theme != Theme::light) ui.beside(name);
    if (!ui.chip(name, preferences.theme == theme)) continue;
    preferences.theme = theme;
    actions.push_back(ChangePreferences{preferences});
  }
  ui.gap(0.4f);
  ui.text(tr("Size of the text"), {Size::body, Weight::semibold});
  draw_text_sizes(state, ui, actions);
  ui.gap(0.4f);
  ui.text(tr("Lock when nobody has used it for"), {Size::body, Weight::semibold});
  if (draw_lock_minutes(preferences.lock_minutes, ui)) actions.push_back(ChangePreferences{preferences});
  if (ui.toggle(tr("Lock too when the window is made small"), preferences.locks_minimised)) {
    preferences.locks_minimised = !preferences.locks_minimised;
    actions.push_back(ChangePreferences{preferences});
  }
  ui.gap(0.4f);
  ui.text(tr("Key that hides"), {Size::body, Weight::semibold});
  using HideKey = Preferences::HideKey;
  const std::pair<HideKey, const char*> keys[] = {
      {HideKey::escape, tr("Esc")}, {HideKey::f12, tr("F12")}, {HideKey::pause, tr("Pause")}};
  for (const auto& [key, name] : keys) {
    if (key != HideKey::escape) ui.beside(name);
    if (!ui.chip(name, preferences.hide_key == key)) continue;
    preferences.hide_key = key;
    actions.push_back(ChangePreferences{preferences});
  }
  ui.text(tr("Before the passphrase is typed it is always Esc. Shift three times always works too."),
          {Size::small, Weight::regular, Tone::secondary});
  ui.gap(0.4f);
  ui.text(tr("After hiding"), {Size::body, Weight::semibold});
  ui.text(tr("The program closes. If you write something here, a plain page with these words opens in its place. Write "
             "what anybody may see, such as a shopping list."),
          {Size::small, Weight::regular, Tone::secondary});
  if (state.own_cover.empty() && state.own_cover.revision() == 0) state.own_cover.set(preferences.cover);
  ui.editor(tr("Page after hiding"), state.own_cover, std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(34)),
            ui.em(5));
  if (state.own_cover.text() != preferences.cover && ui.button(tr("Use this page"))) {
    preferences.cover = state.own_cover.text();
    actions.push_back(ChangePreferences{preferences});
  }
  ui.gap(0.4f);
  ui.text(tr("Pictures"), {Size::body, Weight::semibold});
  if (ui.toggle(tr("Cover pictures until I choose to see them"), preferences.covers_pictures)) {
    preferences.covers_pictures = !preferences.covers_pictures;
    actions.push_back(ChangePreferences{preferences});
  }
  ui.gap(0.4f);
  ui.text(tr("Clipboard"), {Size::body, Weight::semibold});
  if (ui.toggle(tr("Empty it after what I pasted is saved"), preferences.empties_clipboard)) {
    preferences.empties_clipboard = !preferences.empties_clipboard;
    actions.push_back(ChangePreferences{preferences});
  }
  ui.gap(1);
}

}  // namespace daybook::ui
