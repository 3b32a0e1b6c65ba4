#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

void draw_new_passphrase(UnlockForm& form, bool has_failed, Frame& frame) {
  Ui& ui = frame.ui;
  ui.text(tr("The sheet opened it. Now choose a new passphrase."));
  if (draw_choice_of_passphrase(ui, form.next, tr("New passphrase"))) ui.focus(tr("New passphrase again"));
  ui.gap(0.4f);
  if (draw_second_passphrase(ui, form.next, tr("New passphrase again"), has_failed)) frame.actions.push_back(Unlock{});
  if (frame.has_come) ui.focus(tr("New passphrase"));
}

// What is left to whoever has lost both. Nothing here touches the record.
void draw_lost(Frame& frame) {
  Ui& ui = frame.ui;
  ui.gap(0.4f);
  ui.text(
      tr("Without the passphrase and the sheet nobody can open it, and we cannot either. A backup opens with what "
         "was in force when it was made."));
  ui.text(
      tr("You can also begin anew. What is here stays as it is, locked. If the passphrase or the sheet turns up, "
         "type it at the start, and the old record opens."));
  ui.gap(0.2f);
  if (ui.button(tr("Begin anew"))) frame.actions.push_back(BeginAnew{});
  ui.beside(tr("Open a backup"));
  if (ui.button(tr("Open a backup"))) frame.actions.push_back(BeginSafety{SafetyState::Task::restore});
}

void draw_damage(Ui& ui, Actions& actions) {
  ui.gap(0.2f);
  if (ui.button(tr("Bring back what can be read"), ButtonKind::primary))
    actions.push_back(BeginSafety{SafetyState::Task::salvage});
  ui.beside(tr("Open a backup"));
  if (ui.button(tr("Open a backup"))) actions.push_back(BeginSafety{SafetyState::Task::restore});
}

void draw_buttons(const UnlockState& unlock, UnlockForm& form, Ui& ui, Actions& actions) {
  const bool waits = unlock.wait_until > 0;
  if (waits)
    ui.text(
        fmt::format(fmt::runtime(tr("After five tries there is a pause. You can go on in {} seconds. Nothing is ever "
                                    "deleted.")),
                    unlock.seconds_to_wait),
        {Size::body, Weight::medium});
  const char* open = unlock.wants_new_passphrase ? tr("Use it from now on") : tr("Open");
  if (ui.button(open, ButtonKind::primary, Icon::none, !waits)) actions.push_back(Unlock{});
  if (unlock.wants_new_passphrase) return;
  ui.beside(form.is_shown ? tr("Cover") : tr("Show"), Icon::cover);
  draw_cover_button(ui, form.is_shown);
  const char* other = unlock.with_sheet ? tr("I know my passphrase") : tr("I lost my passphrase");
  ui.beside(other);
  if (ui.button(other, ButtonKind::quiet)) actions.push_back(UseSheet{!unlock.with_sheet});
  if (unlock.with_sheet) {
    ui.beside(tr("I lost both"));
    if (ui.button(tr("I lost both"), ButtonKind::quiet))
      form.has_neither = !form.has_neither, ui.focus(tr("Begin anew"));
  }
  ui.beside(tr("Check a copy"));
  if (ui.button(tr("Check a copy"), ButtonKind::quiet)) actions.push_back(Go{Screen::check});
}

}  // namespace

// The screen has one field, no list of records and no folder, so that it tells nobody what is here.
void draw_unlock(const UnlockState& unlock, UnlockForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const bool has_error = unlock.error && unlock.error_at == form.revision();
  ui.gap(1.5f);
  ui.heading(frame.state.settings.name);
  if (!unlock.locked.empty()) ui.text(unlock.locked, {Size::small, Weight::regular, Tone::secondary});
  ui.gap(0.8f);
  if (unlock.is_working) return ui.text(tr("One moment ..."), {Size::body, Weight::medium});
  if (unlock.wants_new_passphrase) {
    draw_new_passphrase(form, has_error, frame);
  } else {
    const char* name = unlock.with_sheet ? tr("Code on the sheet") : tr("Passphrase");
    ui.text(name, {Size::body, Weight::medium});
    if (ui.secret_field(name, form.secret, form.is_shown, 34)) frame.actions.push_back(Unlock{});
    if (frame.has_come) ui.focus(name);
  }
  if (has_error) {
    ui.gap(0.2f);
    draw_error(ui, *unlock.error);
  }
  if (unlock.is_damaged) draw_damage(ui, frame.actions);
  ui.gap(0.4f);
  draw_buttons(unlock, form, ui, frame.actions);
  if (unlock.with_sheet && form.has_neither && !unlock.wants_new_passphrase) draw_lost(frame);
}

}  // namespace daybook::ui
