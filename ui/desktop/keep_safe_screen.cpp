#include <fmt/format.h>

#include "ui/desktop/last_frame.h"
#include "ui/desktop/screens.h"
#include "ui/model/begun_beside.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Task = SafetyState::Task;

struct TaskText {
  const char *title, *what, *does;
};

TaskText text_of(Task task, bool is_open) {
  switch (task) {
    case Task::backup:
      return {tr("Make a backup"),
              tr("One locked file. It opens with the same passphrase or sheet. Keep it away from this computer."),
              tr("Make the backup")};
    case Task::restore:
      if (is_open)
        return {tr("Add from a backup"), tr("What is missing here is added. Nothing is removed or replaced."),
                tr("Add what is missing")};
      return {tr("Open a backup"),
              tr("A new record is made from it here. The backup, and what was here before, stay as they are."),
              tr("Open it")};
    case Task::passphrase:
      return {tr("Change the passphrase"),
              tr("For when you want another one. Backups made before still open with the old one."),
              tr("Change it now")};
    case Task::sheet:
      return {tr("Make a new sheet"), tr("The old sheet will open nothing here any more."), tr("Make it now")};
    case Task::new_keys:
      return {tr("Someone may know my passphrase"),
              tr("Everything is locked anew, with new keys, a new passphrase and a new sheet. Whoever has an older "
                 "copy of this record and the old passphrase can still read that copy."),
              tr("Lock everything anew")};
    case Task::remove_all:
      return {
          tr("Remove everything from this computer"),
          tr("The record and the settings will go. Copies, backups and items that you saved out stay where they are: "
             "remove those yourself. This computer may keep signs that it was here."),
          tr("Remove everything")};
    case Task::salvage:
      return {tr("Bring back what can be read"),
              tr("What can still be read goes into a new record. The damaged one is only read, and stays."),
              tr("Bring it back")};
    case Task::none:
      break;
  }
  return {"", "", ""};
}

bool needs_place(Task task) { return task == Task::backup || task == Task::restore; }

const char* passphrase_name(Task task) {
  if (task == Task::restore) return tr("Passphrase or sheet of the backup");
  if (task == Task::salvage) return tr("Passphrase or sheet of the damaged record");
  return tr("Your passphrase now");
}

void draw_list(const SafetyState& safety, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("Keep it safe"));
  ui.text(safety.last_backup ? fmt::format(fmt::runtime(tr("Last backup: {}")), safety.last_backup->substr(0, 10))
                             : std::string(tr("No backup was made yet.")));
  ui.gap(0.3f);
  for (const Task task :
       {Task::backup, Task::restore, Task::passphrase, Task::sheet, Task::new_keys, Task::remove_all}) {
    if (frame.state.is_read_only && task != Task::backup) continue;
    const TaskText text = text_of(task, true);
    const auto kind = task == Task::backup ? ButtonKind::primary
                                           : (task == Task::remove_all ? ButtonKind::danger : ButtonKind::normal);
    if (ui.button(text.title, kind)) frame.actions.push_back(BeginSafety{task});
    if (task == Task::backup && frame.has_come) ui.focus(text.title);
    ui.text(text.what, {Size::small, Weight::regular, Tone::secondary});
    ui.gap(0.3f);
  }
}

bool has_error(const SafetyState& safety, const SafetyForm& form) {
  return safety.error && safety.error_at == form.revision();
}

// A slip of the pen is found while the code is still at hand.
void draw_groups(const SafetyState& safety, SafetyForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  const char* name = tr("Groups 2 and 5");
  ui.heading(name);
  ui.text(tr("Type groups 2 and 5 from your sheet, so that you know that it is right."));
  const bool was_entered = ui.field(name, form.groups, 16, "", false) && !form.groups.empty();
  if (frame.has_come) ui.focus(name);
  if (has_error(safety, form)) draw_error(ui, *safety.error);
  ui.gap(0.3f);
  const bool was_pressed =
      ui.button(form.groups.empty() ? tr("Skip for now") : tr("Continue"), ButtonKind::primary) || was_entered;
  if (was_pressed) frame.actions.push_back(SheetWritten{});
  ui.beside(tr("Show the code again"));
  if (ui.button(tr("Show the code again"))) frame.actions.push_back(ShowSheet{});
}

void draw_outcome(const SafetyState& safety, Frame& frame) {
  Ui& ui = frame.ui;
  const bool has_come = frame.has_come || !was_drawn(ui, safety.outcome);
  if (has_come) {
    ImGui::SetScrollY(0);
    ui.open_page();
  }
  ui.heading(tr("Done"));
  ui.text(safety.outcome, {Size::body, Weight::medium, Tone::good}, 50);
  ui.text(safety.outcome_more);
  ui.gap(0.3f);
  if (safety.sheet) draw_sheet_code(ui, *safety.sheet);
  if (!safety.key_words.empty()) {
    ui.text(tr("Your new key words, to be read out when somebody asks:"), {Size::body, Weight::medium});
    ui.text(safety.key_words, {Size::large});
  }
  ui.gap(0.3f);
  const char* next = safety.sheet ? tr("I have written it down") : tr("Continue");
  if (ui.button(next, ButtonKind::primary)) {
    if (safety.sheet) return frame.actions.push_back(SheetWritten{});
    frame.actions.push_back(BeginSafety{Task::none});
    frame.actions.push_back(Go{Screen::timeline});
  }
  if (has_come) ui.focus(next, !safety.sheet);
}

bool is_ready(const SafetyState& safety, const SafetyForm& form) {
  if (needs_place(safety.task) && safety.place.empty()) return false;
  if (safety.task != Task::backup && form.passphrase.empty()) return false;
  if (safety.task == Task::remove_all && form.word.empty()) return false;
  return !safety.makes_passphrase() || !(form.next.chosen.empty() || form.next.attempt.empty());
}

// A passphrase that did not open anything was cleared. What is said of it stands at its field, not below all others.
bool is_about_present(const SafetyState& safety, const SafetyForm& form) {
  return has_error(safety, form) && safety.makes_passphrase() && form.passphrase.empty();
}

// After a wrong passphrase the next one is typed into its own covered field, and not into that of the new one, wherever
// the key was pressed.
void do_with_passphrase(const SafetyState& safety, const SafetyForm& form, Frame& frame) {
  frame.actions.push_back(DoSafety{});
  const bool is_same =
      crypto::equal_in_constant_time(form.next.chosen.secret().expose(), form.next.attempt.secret().expose());
  if (safety.makes_passphrase() && is_same) frame.ui.focus(passphrase_name(safety.task), /*comes_into_view=*/false);
}

// Enter leads to the next field as long as one is empty.
void draw_present_passphrase(const SafetyState& safety, SafetyForm& form, bool takes_focus, Frame& frame) {
  Ui& ui = frame.ui;
  const char* name = passphrase_name(safety.task);
  ui.text(name, {Size::body, Weight::medium});
  if (ui.secret_field(name, form.passphrase, form.is_shown, 34)) {
    if (form.passphrase.empty())
      ui.focus(name);
    else if (is_ready(safety, form))
      frame.actions.push_back(DoSafety{});
    else if (safety.task == Task::remove_all)
      ui.focus(tr("The word"));
    else if (safety.makes_passphrase())
      ui.focus(form.next.is_own() ? tr("New passphrase") : tr("New passphrase again"));
  }
  if (takes_focus) ui.focus(name);
  draw_cover_button(ui, form.is_shown);
  if (is_about_present(safety, form)) draw_error(ui, *safety.error);
}

void draw_fields(const SafetyState& safety, SafetyForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const bool has_come = frame.has_come;
  const Task task = safety.task;
  if (needs_place(task)) {
    const char* choose = tr("Choose the place");
    ui.text(safety.place.empty() ? std::string(tr("No place is chosen yet.")) : vault::to_utf8(safety.place), {}, 60);
    if (ui.button(choose, ButtonKind::normal, Icon::file))
      actions.push_back(
          Browse{task == Task::backup ? BrowseState::For::backup_target : BrowseState::For::backup_to_read});
    if (has_come && safety.place.empty()) ui.focus(choose);
  }
  if (task != Task::backup)
    draw_present_passphrase(safety, form, has_come && !(needs_place(task) && safety.place.empty()), frame);
  if (task == Task::remove_all) {
    ui.text(fmt::format(fmt::runtime(tr("To remove everything, type this word: {}")), SafetyForm::word_to_remove()));
    if (ui.field(tr("The word"), form.word, 12)) actions.push_back(DoSafety{});
  }
  if (!safety.makes_passphrase()) return;
  const bool differs = has_error(safety, form) && !is_about_present(safety, form);
  ui.gap(0.5f);
  if (draw_choice_of_passphrase(ui, form.next, tr("New passphrase"))) ui.focus(tr("New passphrase again"));
  ui.gap(0.4f);
  if (draw_second_passphrase(ui, form.next, tr("New passphrase again"), differs))
    do_with_passphrase(safety, form, frame);
}

// What can still be stopped stands first, so that it is seen without scrolling.
void draw_removal(int seconds_left, const char* what, Frame& frame) {
  Ui& ui = frame.ui;
  ui.text(fmt::format(fmt::runtime(tr("Everything goes in {} seconds.")), seconds_left),
          {Size::large, Weight::semibold, Tone::fault});
  if (ui.button(tr("Stop"), ButtonKind::primary)) frame.actions.push_back(StopRemoval{});
  ui.text(what);
  ui.focus(tr("Stop"));
}

// The records that go with the open one, each by its name.
void draw_what_goes_too(Frame& frame) {
  const std::vector<vault::Path> beside = begun_beside(frame.state.settings);
  if (beside.empty()) return;
  frame.ui.text(tr("These records were begun here too, and go with it. This passphrase does not open them:"));
  for (const vault::Path& folder : beside) frame.ui.text(foreign_line(vault::to_utf8(folder)), {Size::small});
}

}  // namespace

void draw_keep_safe(const SafetyState& safety, SafetyForm& form, Frame& frame) {
  if (safety.sheet && safety.asks_for_groups) return draw_groups(safety, form, frame);
  if (!safety.outcome.empty()) return draw_outcome(safety, frame);
  if (safety.task == Task::none) return draw_list(safety, frame);
  Ui& ui = frame.ui;
  const TaskText text = text_of(safety.task, frame.state.is_open);
  if (frame.state.removal.at > 0) return draw_removal(frame.state.removal.seconds_left, text.what, frame);
  ui.heading(text.title);
  ui.text(text.what);
  if (safety.task == Task::remove_all) draw_what_goes_too(frame);
  ui.gap(0.3f);
  if (safety.is_working) {
    const std::uint64_t megabytes = safety.progress ? safety.progress->megabytes() : 0;
    return ui.text(megabytes == 0 ? std::string(tr("One moment ..."))
                                  : fmt::format(fmt::runtime(tr("{} MB done. You can hide at any time.")), megabytes),
                   {Size::body, Weight::medium});
  }
  draw_fields(safety, form, frame);
  if (has_error(safety, form) && !is_about_present(safety, form)) draw_error(ui, *safety.error);
  ui.gap(0.4f);
  const auto kind = safety.task == Task::remove_all ? ButtonKind::danger : ButtonKind::primary;
  if (ui.button(text.does, kind, Icon::none, is_ready(safety, form))) do_with_passphrase(safety, form, frame);
  if (frame.has_come && safety.task == Task::backup && !safety.place.empty()) ui.focus(text.does);
  ui.beside(tr("Back"));
  if (ui.button(tr("Back"), ButtonKind::quiet)) {
    frame.actions.push_back(BeginSafety{Task::none});
    frame.actions.push_back(GoBack{});
  }
  ui.gap(1);
}

}  // namespace daybook::ui
