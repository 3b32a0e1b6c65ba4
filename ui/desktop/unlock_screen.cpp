#include <fmt/format.h>

#include <cmath>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {

// The screen has one field, no list of records and no folder, so that it tells nobody what is here.
void draw_unlock(const UnlockState& unlock, UnlockForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const bool has_come = frame.has_come;
  ui.gap(1.5f);
  ui.heading(frame.state.settings.name);
  if (!unlock.locked.empty()) ui.text(unlock.locked, {Size::small, Weight::regular, Tone::secondary});
  ui.gap(0.8f);
  if (unlock.wants_new_passphrase) {
    ui.text(tr("The sheet opened it. Now choose a new passphrase, of at least 12 characters."));
    ui.text(tr("New passphrase"), {Size::body, Weight::medium});
    if (ui.secret_field(tr("New passphrase"), form.new_passphrase, form.is_shown, 34)) actions.push_back(Unlock{});
    if (has_come) ui.focus(tr("New passphrase"));
  } else {
    const char* name = unlock.with_sheet ? tr("Code on the sheet") : tr("Passphrase");
    ui.text(name, {Size::body, Weight::medium});
    if (ui.secret_field(name, form.secret, form.is_shown, 34)) actions.push_back(Unlock{});
    if (has_come) ui.focus(name);
  }
  if (unlock.error) {
    ui.gap(0.2f);
    draw_error(ui, *unlock.error);
    if (unlock.is_damaged) {
      ui.gap(0.2f);
      if (ui.button(tr("Bring back what can be read"), ButtonKind::primary))
        actions.push_back(BeginSafety{SafetyState::Task::salvage});
      ui.beside(tr("Open a backup"));
      if (ui.button(tr("Open a backup"))) actions.push_back(BeginSafety{SafetyState::Task::restore});
    }
  }
  ui.gap(0.4f);
  if (unlock.is_working) {
    ui.text(tr("One moment ..."), {Size::body, Weight::medium});
    return;
  }
  if (unlock.wait_until > 0) {
    ui.text(tr("After five tries there is a pause of half a minute. Nothing is ever deleted."),
            {Size::body, Weight::medium});
    return;
  }
  if (ui.button(tr("Open"), ButtonKind::primary)) actions.push_back(Unlock{});
  ui.beside(form.is_shown ? tr("Cover") : tr("Show"));
  if (ui.button(form.is_shown ? tr("Cover") : tr("Show"))) form.is_shown = !form.is_shown;
  if (unlock.wants_new_passphrase) return;
  const char* other = unlock.with_sheet ? tr("I know my passphrase") : tr("I lost my passphrase");
  ui.beside(other);
  if (ui.button(other, ButtonKind::quiet)) {
    actions.push_back(UseSheet{!unlock.with_sheet});
  }
  ui.beside(tr("Check a copy"));
  if (ui.button(tr("Check a copy"), ButtonKind::quiet)) actions.push_back(Go{Screen::check});
}

}  // namespace daybook::ui
