#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {

void draw_text_sizes(const Settings& chosen, Ui& ui, Actions& actions) {
  for (const int percent : {100, 125, 150, 200, 250, 300}) {
    const std::string name = fmt::format("{} %", percent);
    if (percent != 100) ui.beside(name.c_str());
    if (!ui.chip(name.c_str(), chosen.text_percent == percent)) continue;
    Settings settings = chosen;
    settings.text_percent = percent;
    actions.push_back(ChangeSettings{settings});
  }
}

void draw_languages(const SessionState& session, Ui& ui, Actions& actions) {
  for (const Language& language : session.languages) {
    if (&language != &session.languages.front()) ui.beside(language.name.c_str());
    if (ui.chip(language.name.c_str(), session.settings.language == language.code))
      actions.push_back(ChooseLanguage{language.code});
  }
}

bool draw_names(NameForm& form, Ui& ui) {
  ui.text(tr("A plain name can pass a quick look. It will not stop someone who searches this computer."));
  ui.gap(0.4f);
  const auto names = suggested_names();
  for (std::size_t i = 0; i <= NameForm::kOwn; ++i) {
    if (!ui.choice(i < names.size() ? names[i] : tr("My own name"), form.choice == i)) continue;
    form.choice = i;
    if (i == NameForm::kOwn) ui.focus(tr("The name"));
  }
  if (form.choice != NameForm::kOwn) return false;
  const bool was_entered = ui.field(tr("The name"), form.own, 18);
  shorten(form);
  return was_entered;
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

namespace {

void draw_title(const char* title, Ui& ui) { ui.text(title, {Size::body, Weight::semibold}); }

void draw_colours(Preferences preferences, Ui& ui, Actions& actions) {
  draw_title(tr("Colours"), ui);
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
}

void draw_locking(Preferences preferences, Ui& ui, Actions& actions) {
  draw_title(tr("Lock when nobody has used it for"), ui);
  if (draw_lock_minutes(preferences.lock_minutes, ui)) actions.push_back(ChangePreferences{preferences});
  if (ui.toggle(tr("Lock too when the window is made small"), preferences.locks_minimised)) {
    preferences.locks_minimised = !preferences.locks_minimised;
    actions.push_back(ChangePreferences{preferences});
  }
  ui.gap(0.4f);
}

void draw_hiding(Preferences preferences, Ui& ui, Actions& actions) {
  draw_title(tr("Key that hides"), ui);
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
}

void draw_cover(TextInput& cover, Ui& ui) {
  draw_title(tr("After hiding"), ui);
  ui.text(tr("The program closes. If you write something here, a plain page with these words opens in its place. Write "
             "what anybody may see, such as a shopping list."),
          {Size::small, Weight::regular, Tone::secondary});
  ui.editor(tr("Page after hiding"), cover, std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(34)), ui.em(5));
  ui.text(cover.empty() ? tr("Now the program only closes.") : tr("Now a page with these words opens after hiding."),
          {Size::small, Weight::medium});
  ui.gap(0.4f);
}

void draw_name(const Settings& now, std::optional<NameForm>& form, Ui& ui, Actions& actions) {
  draw_title(tr("What should it be called here?"), ui);
  if (!form) form = form_of_name(now.name);
  const bool was_entered = draw_names(*form, ui);
  const std::string name = chosen_name(*form);
  if (!lacks_name(*form) && name != now.name && (ui.button(tr("Use this name")) || was_entered)) {
    Settings settings = now;
    settings.name = name;
    actions.push_back(ChangeSettings{settings});
  }
  ui.gap(0.4f);
}

void draw_toggle(const char* title, const char* name, bool Preferences::*which, Preferences preferences, Ui& ui,
                 Actions& actions) {
  draw_title(title, ui);
  if (!ui.toggle(name, preferences.*which)) return;
  preferences.*which = !(preferences.*which);
  actions.push_back(ChangePreferences{preferences});
}

}  // namespace

void draw_settings(TextInput& cover, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const Preferences& preferences = frame.state.preferences;
  ui.heading(tr("Settings"));
  if (ui.button(tr("Keep it safe"), ButtonKind::normal, Icon::lock))
    actions.push_back(BeginSafety{SafetyState::Task::none});
  ui.beside(tr("Someone is helping me"), Icon::people);
  if (ui.button(tr("Someone is helping me"), ButtonKind::normal, Icon::people)) actions.push_back(Go{Screen::helper});
  ui.gap(0.3f);
  draw_colours(preferences, ui, actions);
  if (frame.state.languages.size() > 1) {
    draw_title(tr("Language"), ui);
    draw_languages(frame.state, ui, actions);
    ui.gap(0.4f);
  }
  draw_title(tr("Size of the text"), ui);
  draw_text_sizes(frame.state.settings, ui, actions);
  ui.gap(0.4f);
  draw_locking(preferences, ui, actions);
  draw_hiding(preferences, ui, actions);
  draw_cover(cover, ui);
  draw_name(frame.state.settings, frame.forms.new_name, ui, actions);
  draw_toggle(tr("Pictures"), tr("Cover pictures until I choose to see them"), &Preferences::covers_pictures,
              preferences, ui, actions);
  ui.gap(0.4f);
  draw_toggle(tr("Clipboard"), tr("Empty it after what I pasted is saved"), &Preferences::empties_clipboard,
              preferences, ui, actions);
  ui.gap(1);
}

}  // namespace daybook::ui
