#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/digest_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Step = ShareState::Step;

void draw_who(ShareForm& form, Ui& ui) {
  ui.heading(tr("Who is it for?"));
  const std::pair<ShareForm::For, const char*> people[] = {{ShareForm::For::police, tr("Police")},
                                                           {ShareForm::For::advocate, tr("An advocate")},
                                                           {ShareForm::For::solicitor, tr("A solicitor")},
                                                           {ShareForm::For::me, tr("Me")}};
  for (const auto& [who, name] : people) {
    if (ui.choice(name, form.who == who)) form.who = who;
  }
  ui.gap(0.3f);
  ui.text(tr("How will they get it?"), {Size::body, Weight::medium});
  if (ui.choice(tr("By an upload link"), form.by_upload)) form.by_upload = true;
  if (ui.choice(tr("On a USB stick, or by hand"), !form.by_upload)) form.by_upload = false;
  ui.gap(0.3f);
  ui.field(tr("What is it for? They will see this. You can leave it empty."), form.purpose, 30);
  ui.field(tr("Your name or initials, for the front page. You can leave it empty."), form.prepared_by, 20);
  ui.field(tr("Their number for the case, if you have one."), form.reference, 20);
  ui.gap(0.3f);
  ui.text(tr("Do you still have the phone or account that these come from?"), {Size::body, Weight::medium});
  if (ui.choice(tr("Yes"), form.original_kept == true)) form.original_kept = true;
  if (ui.choice(tr("No"), form.original_kept == false)) form.original_kept = false;
  if (ui.choice(tr("I do not say"), !form.original_kept)) form.original_kept.reset();
}

void draw_lock(ShareForm& form, Ui& ui) {
  ui.heading(tr("Lock it"));
  ui.text(tr(
      "Sealed means that any change can be told. Every copy is sealed. Locked means that nobody can read it without a "
      "passphrase or a key."));
  ui.gap(0.3f);
  if (ui.choice(tr("A new passphrase for them"), form.lock == ShareForm::Lock::passphrase))
    form.lock = ShareForm::Lock::passphrase;
  if (ui.choice(tr("Their key"), form.lock == ShareForm::Lock::key)) form.lock = ShareForm::Lock::key;
  if (ui.choice(tr("Not locked"), form.lock == ShareForm::Lock::none)) form.lock = ShareForm::Lock::none;
  ui.gap(0.2f);
  if (form.lock == ShareForm::Lock::key) ui.field(tr("Their key. It begins with age1."), form.key, 36);
  if (form.lock == ShareForm::Lock::none)
    ui.text(
        tr("Anyone who has this copy can open it. An upload portal needs that. Afterwards remove it from the stick."));
  if (form.lock == ShareForm::Lock::passphrase)
    ui.text(
        tr("It is shown while the copy is saved, and not again. Tell it by phone or face to face. Do not put it on the "
           "stick."));
}

void draw_place(const ShareState& share, bool is_locked, Ui& ui, Actions& actions) {
  ui.heading(tr("Check and save"));
  ui.text(fmt::format(fmt::runtime(tr("{} items. {}")), share.chosen.size(),
                      is_locked ? tr("Sealed and locked.") : tr("Sealed, not locked.")));
  ui.text(share.folder.empty() ? std::string(tr("No place is chosen yet."))
                               : fmt::format(fmt::runtime(tr("It goes to {}")), vault::to_utf8(share.folder)));
  if (ui.button(tr("Choose the place"), ButtonKind::normal, Icon::file))
    actions.push_back(Browse{BrowseFor::share_target, share.folder});
}

void draw_done(const ShareState& share, Ui& ui) {
  ui.heading(tr("Saved"));
  ui.text(fmt::format(fmt::runtime(tr("We read it back: {} of {} items match. Take the stick out safely.")),
                      share.items, share.items),
          {Size::body, Weight::medium, Tone::good});
  ui.text(share.file, {Size::small, Weight::regular, Tone::secondary}, 60);
  ui.gap(0.3f);
  if (share.passphrase) {
    ui.text(tr("The passphrase of this copy, shown this once. Write it down:"), {Size::body, Weight::medium});
    draw_secret_words(ui, *share.passphrase);
  }
  ui.text(tr("Your eight key words. Read them out when somebody asks whose copy it is:"), {Size::body, Weight::medium});
  ui.text(share.key_words, {Size::large});
  ui.text(tr("The number of this copy. It is written without blanks:"), {Size::body, Weight::medium});
  ui.text(in_groups(share.receipt), {Size::large}, 40);
  ui.text(tr("Give them this number by another way than the copy: on paper or by telephone."));
  ui.text(tr("START-HERE.txt lies beside it and says how to check."));
}

const char* name_of_next(const ShareState& share, const ShareForm& form) {
  if (share.step == Step::done) return tr("Finish");
  if (share.step != Step::place) return tr("Continue");
  return form.lock == ShareForm::Lock::none ? tr("Save sealed copy") : tr("Save locked copy");
}

// The name of what has the focus first.
const char* name_of_first(const ShareState& share, const char* next) {
  if (share.step == Step::who) return tr("Police");
  return share.step == Step::place && share.folder.empty() ? tr("Choose the place") : next;
}

// Returns whether the button that leads on was pressed.
bool draw_buttons(const ShareState& share, const char* next, Ui& ui, Actions& actions) {
  if (share.is_working) {
    ui.text(fmt::format(fmt::runtime(tr("Saving and reading it back: {} percent. You can hide at any time.")),
                        share.progress ? share.progress->percent() : 0),
            {Size::body, Weight::medium});
    if (share.passphrase) {
      ui.text(tr("The passphrase of this copy. Write it down now:"), {Size::body, Weight::medium});
      draw_secret_words(ui, *share.passphrase);
    }
    if (ui.button(tr("Stop"))) actions.push_back(StopSharing{});
    return false;
  }
  const bool is_ready = !(share.step == Step::place && share.folder.empty());
  const bool is_pressed = ui.button(next, ButtonKind::primary, Icon::none, is_ready);
  if (is_pressed) actions.push_back(NextShareStep{});
  if (share.step == Step::done) return is_pressed;
  ui.beside(tr("Back"));
  if (ui.button(tr("Back"), ButtonKind::quiet)) actions.push_back(PreviousShareStep{});
  if (share.step != Step::who) return is_pressed;
  ui.beside(tr("Copies made before"), Icon::copy);
  if (ui.button(tr("Copies made before"), ButtonKind::quiet, Icon::copy)) actions.push_back(ShowCopies{});
  return is_pressed;
}

// The buttons stand above the list, and above the report, because both take all the room that is left.
void draw_items(const ShareState& share, const char* next, Frame& frame) {
  frame.ui.heading(fmt::format(fmt::runtime(tr("Choose items. {} chosen")), share.chosen.size()));
  if (share.error) draw_error(frame.ui, *share.error);
  draw_buttons(share, next, frame.ui, frame.actions);
  draw_item_list(frame, &share.chosen);
  if (frame.has_come) frame.views.wants_list = true;
}

void draw_preview(const ShareState& share, ShareForm& form, const char* next, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("See what they see"));
  ui.text(tr("This is exactly what the copy will say. Each file goes out whole, with all that it says of itself."));
  if (frame.has_come) ui.focus(next);
  if (share.error) draw_error(ui, *share.error);
  draw_buttons(share, next, ui, frame.actions);
  if (share.is_loading) return ui.text(tr("One moment ..."));
  const bool has_pictures = std::any_of(share.preview.begin(), share.preview.end(), [](const ReportPage& page) {
    return std::any_of(page.blocks.begin(), page.blocks.end(),
                       [](const ReportBlock& block) { return block.kind == ReportBlock::Kind::picture; });
  });
  if (has_pictures) {
    ui.beside(tr("Show the pictures"));
    if (ui.chip(tr("Show the pictures"), form.shows_pictures)) form.shows_pictures = !form.shows_pictures;
  }
  draw_report(share, form.shows_pictures, frame);
}

}  // namespace

void draw_share(const ShareState& share, ShareForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (share.step != Step::done)
    ui.text(fmt::format(fmt::runtime(tr("{} of {}")), static_cast<int>(share.step) + 1, ShareState::kSteps),
            {Size::small, Weight::medium, Tone::secondary});
  const char* next = name_of_next(share, form);
  bool is_told = false;
  switch (share.step) {
    case Step::who:
      draw_who(form, ui);
      break;
    case Step::items:
      return draw_items(share, next, frame);
    case Step::questions:
      is_told = draw_share_questions(share, form, next, frame);
      break;
    case Step::preview:
      return draw_preview(share, form, next, frame);
    case Step::lock:
      draw_lock(form, ui);
      break;
    case Step::place:
      draw_place(share, form.lock != ShareForm::Lock::none, ui, frame.actions);
      break;
    case Step::done:
      draw_done(share, ui);
      break;
  }
  if (frame.has_come && share.step != Step::questions) ui.focus(name_of_first(share, next), share.step != Step::done);
  ui.gap(0.5f);
  if (share.error && !is_told) draw_error(ui, *share.error);
  if (draw_buttons(share, next, ui, frame.actions) && share.step == Step::questions) frame.views.wants_answer = true;
  ui.gap(1);
}

}  // namespace daybook::ui
