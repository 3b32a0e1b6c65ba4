#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Step = FirstRunState::Step;

bool is_shown(const FirstRunState& run, const FirstRunForm& form) {
  return run.error && run.error_at == form.revision();
}

void draw_step_count(const FirstRunState& run, Ui& ui) {
  ui.text(fmt::format(fmt::runtime(tr("{} of {}")), run.number(), FirstRunState::kSteps),
          {Size::small, Weight::medium, Tone::secondary});
  ui.gap(0.3f);
}

void draw_passphrase(const FirstRunState& run, FirstRunForm& form, Ui& ui, Actions& actions) {
  ui.heading(tr("Choose a passphrase"));
  if (run.is_beside) ui.text(tr("A new record begins beside the old one. The old one stays here as it is, locked."));
  if (draw_choice_of_passphrase(ui, form.next, tr("Passphrase"))) actions.push_back(NextStep{});
  ui.gap(0.4f);
  ui.text(tr("Nobody can open it for you without the passphrase, or the sheet that comes next. We cannot either."),
          {Size::body, Weight::regular, Tone::secondary});
}

void draw_sheet(const FirstRunState& run, Ui& ui) {
  ui.heading(tr("Your reference sheet"));
  ui.text(
      tr("If you lose your passphrase, this sheet is the only other way in. Anyone who finds it could open it. "
         "Write it down, and keep it away from home if you can."));
  ui.gap(0.6f);
  if (run.sheet) draw_sheet_code(ui, *run.sheet);
}

void draw_buttons(const FirstRunState& run, const FirstRunForm& form, Ui& ui, Actions& actions) {
  ui.gap(0.6f);
  if (is_shown(run, form)) {
    draw_error(ui, *run.error);
    ui.gap(0.4f);
  }
  const char* next = tr("Continue");
  if (run.step == Step::sheet) next = tr("I have written it down");
  if (run.step == Step::confirm_sheet && form.groups.empty()) next = tr("Skip for now");
  if (run.step == Step::leaving && run.has_practised) next = tr("Go on");
  if (run.step == Step::locking) next = tr("Begin");
  if (ui.button(next, ButtonKind::primary)) actions.push_back(NextStep{});
  if (run.step == Step::sheet) {
    ui.beside(tr("I do not want one"));
    if (ui.button(tr("I do not want one"))) actions.push_back(DeclineSheet{});
  }
  if (run.has_way_back()) {
    ui.beside(tr("Back"));
    if (ui.button(tr("Back"), ButtonKind::quiet)) actions.push_back(PreviousStep{});
  }
  if (run.step == Step::language) {
    ui.beside(tr("I have a backup"));
    if (ui.button(tr("I have a backup"))) actions.push_back(BeginSafety{SafetyState::Task::restore});
    // Whoever was given a copy can check it without a record.
    ui.beside(tr("Check a copy"));
    if (ui.button(tr("Check a copy"), ButtonKind::quiet)) actions.push_back(Go{Screen::check});
  }
  if (run.step == Step::computer) {
    ui.beside(tr("Leave now"));
    if (ui.button(tr("Leave now"), ButtonKind::normal)) actions.push_back(HideNow{});
  }
}

void draw_welcome(Frame& frame) {
  frame.ui.heading(tr("Welcome"));
  frame.ui.text(
      tr("This keeps messages, pictures and notes on this computer, locked and dated. Nothing is ever sent anywhere."));
  frame.ui.gap(0.5f);
  if (frame.state.languages.size() > 1) {
    frame.ui.text(tr("Language"), {Size::body, Weight::medium});
    draw_languages(frame.state, frame.ui, frame.actions);
    frame.ui.gap(0.4f);
  }
  frame.ui.text(tr("Size of the text"), {Size::body, Weight::medium});
  draw_text_sizes(frame.state.settings, frame.ui, frame.actions);
}

void draw_computer(Ui& ui) {
  ui.heading(tr("Before you start"));
  ui.text(tr(
      "Does anyone else use this computer, or know how to get into it? If so, a different computer may be safer. One "
      "at a library, at work or with an advocate is an example."));
  ui.text(tr("If someone put spy software here, they may see what you type. This program cannot stop that."));
}

void draw_leaving(const FirstRunState& run, Ui& ui) {
  ui.heading(tr("How to leave quickly"));
  if (run.has_practised)
    ui.text(tr("You have left once, and this is how you come back. Go on from here."), {Size::body, Weight::medium});
  ui.text(
      tr("Press Esc. The window goes at once and everything is locked. It works on every screen. Pressing Shift three "
         "times, or the button at the top, does the same."));
  ui.text(tr("What you were typing is kept. To come back, start the program and type your passphrase."));
  if (!run.has_practised)
    ui.text(tr("You can practise it now: press Esc, then start the program again. It goes on here."));
  ui.text(
      tr("Keep another window open behind this one, such as the weather. Esc does not hide what someone who watches "
         "this computer already knows."));
}

void draw_groups(FirstRunForm& form, Ui& ui, Actions& actions) {
  ui.heading(tr("Groups 2 and 5"));
  ui.text(tr("Type groups 2 and 5 from your sheet, so that you know that it is right."));
  if (ui.field(tr("Groups 2 and 5"), form.groups, 16, "", false) && !form.groups.empty()) actions.push_back(NextStep{});
}

void draw_attempt(const FirstRunState& run, FirstRunForm& form, bool has_failed, Ui& ui, Actions& actions) {
  ui.heading(tr("Try your passphrase once now"));
  if (run.declines_sheet)
    ui.text(
        tr("There is no sheet now. If you lose your passphrase, this record cannot be opened again. You can make a "
           "sheet later, under \"Keep it safe\" in the settings."));
  ui.text(tr("A slip of the finger would lock you out later. Now it costs nothing."));
  ui.gap(0.3f);
  if (draw_second_passphrase(ui, form.next, tr("Passphrase again"), has_failed)) actions.push_back(NextStep{});
  draw_cover_button(ui, form.next.is_shown);
  ui.beside(tr("Choose another"));
  if (ui.button(tr("Choose another"))) actions.push_back(ChooseAnotherPassphrase{});
}

// Puts the focus on what the next key is for. The passphrase and the sheet have to be read first, so on their steps the
// focus does not scroll the page.
void set_focus(Step step, bool has_practised, Ui& ui) {
  const char* target = tr("Continue");
  if (step == Step::try_passphrase) target = tr("Passphrase again");
  if (step == Step::confirm_sheet) target = tr("Groups 2 and 5");
  if (step == Step::sheet) target = tr("I have written it down");
  if (step == Step::locking) target = tr("Begin");
  if (step == Step::leaving && has_practised) target = tr("Go on");
  ui.focus(target, step != Step::sheet && step != Step::passphrase);
}

}  // namespace

void draw_first_run(const FirstRunState& run, FirstRunForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  draw_step_count(run, ui);
  // No field takes a key meanwhile: what is typed into one now would not be what the record is made with.
  if (run.is_working) return ui.heading(tr("One moment ..."));
  switch (run.step) {
    case Step::language:
      draw_welcome(frame);
      break;
    case Step::computer:
      draw_computer(ui);
      break;
    case Step::leaving:
      draw_leaving(run, ui);
      break;
    case Step::name:
      ui.heading(tr("What should it be called here?"));
      if (draw_names(form.name, ui)) actions.push_back(NextStep{});
      break;
    case Step::passphrase:
      draw_passphrase(run, form, ui, actions);
      break;
    case Step::sheet:
      draw_sheet(run, ui);
      break;
    case Step::confirm_sheet:
      draw_groups(form, ui, actions);
      break;
    case Step::try_passphrase:
      draw_attempt(run, form, is_shown(run, form), ui, actions);
      break;
    case Step::locking:
      ui.heading(tr("When should it lock by itself?"));
      ui.text(tr("When nobody has used it for this long, it locks. What you were typing is kept."));
      draw_lock_minutes(form.lock_minutes, ui);
      break;
  }
  if (frame.has_come) set_focus(run.step, run.has_practised, ui);
  draw_buttons(run, form, ui, actions);
}

}  // namespace daybook::ui
