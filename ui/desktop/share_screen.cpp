#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Step = ShareState::Step;

void draw_who(ShareState& share, Ui& ui) {
  ui.heading(tr("Who is it for?"));
  const std::pair<ShareState::For, const char*> people[] = {{ShareState::For::police, tr("Police")},
                                                            {ShareState::For::advocate, tr("An advocate")},
                                                            {ShareState::For::solicitor, tr("A solicitor")},
                                                            {ShareState::For::me, tr("Me")}};
  for (const auto& [who, name] : people) {
    if (ui.choice(name, share.who == who)) share.who = who;
  }
  ui.gap(0.3f);
  ui.text(tr("How will they get it?"), {Size::body, Weight::medium});
  if (ui.choice(tr("By an upload link"), share.by_upload)) share.by_upload = true;
  if (ui.choice(tr("On a USB stick, or by hand"), !share.by_upload)) share.by_upload = false;
  ui.gap(0.3f);
  ui.field(tr("What is it for? They will see this. You can leave it empty."), share.purpose, 30);
}

void draw_lock(ShareState& share, Ui& ui) {
  ui.heading(tr("Lock it"));
  ui.text(tr(
      "Sealed means that any change can be told. Every copy is sealed. Locked means that nobody can read it without a "
      "passphrase or a key."));
  ui.gap(0.3f);
  if (ui.choice(tr("A new passphrase for them"), share.lock == ShareState::Lock::passphrase))
    share.lock = ShareState::Lock::passphrase;
  if (ui.choice(tr("Their key"), share.lock == ShareState::Lock::key)) share.lock = ShareState::Lock::key;
  if (ui.choice(tr("Not locked"), share.lock == ShareState::Lock::none)) share.lock = ShareState::Lock::none;
  ui.gap(0.2f);
  if (share.lock == ShareState::Lock::key) ui.field(tr("Their key. It begins with age1."), share.key, 36);
  if (share.lock == ShareState::Lock::none)
    ui.text(
        tr("Anyone who has this copy can open it. An upload portal needs that. Afterwards remove it from the stick."));
  if (share.lock == ShareState::Lock::passphrase)
    ui.text(
        tr("It is shown while the copy is saved, and not again. Tell it by phone or face to face. Do not put it on the "
           "stick."));
}

void draw_place(ShareState& share, Ui& ui, Actions& actions) {
  ui.heading(tr("Check and save"));
  ui.text(fmt::format(fmt::runtime(tr("{} items. {}")), share.chosen.size(),
                      share.lock == ShareState::Lock::none ? tr("Sealed, not locked.") : tr("Sealed and locked.")));
  ui.text(share.folder.empty() ? std::string(tr("No place is chosen yet."))
                               : fmt::format(fmt::runtime(tr("It goes to {}")), vault::to_utf8(share.folder)));
  if (ui.button(tr("Choose the place"), ButtonKind::normal, Icon::file))
    actions.push_back(Browse{BrowseState::For::share_target});
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
  ui.text(fmt::format(fmt::runtime(tr("Fingerprint for the receipt: {}")), share.receipt),
          {Size::small, Weight::regular, Tone::secondary}, 60);
  ui.text(tr("They can check it with programs of their own: HOW-TO-CHECK.txt lies beside it."));
}

}  // namespace

void draw_share(AppState& state, Views& views, Ui& ui, Actions& actions, bool has_come) {
  ShareState& share = state.share;
  if (share.step != Step::done)
    ui.text(fmt::format(fmt::runtime(tr("{} of {}")), static_cast<int>(share.step) + 1, ShareState::kSteps),
            {Size::small, Weight::medium, Tone::secondary});
  const char* next = tr("Continue");
  if (share.step == Step::place)
    next = share.lock == ShareState::Lock::none ? tr("Save sealed copy") : tr("Save locked copy");
  if (share.step == Step::done) next = tr("Finish");
  const auto buttons = [&] {
    if (share.error) draw_error(ui, *share.error);
    if (share.is_working) {
      ui.text(fmt::format(fmt::runtime(tr("Saving and reading it back: {} percent. You can hide at any time.")),
                          share.progress ? share.progress->percent() : 0),
              {Size::body, Weight::medium});
      if (share.passphrase) {
        ui.text(tr("The passphrase of this copy. Write it down now:"), {Size::body, Weight::medium});
        draw_secret_words(ui, *share.passphrase);
      }
      if (ui.button(tr("Stop"))) actions.push_back(StopSharing{});
      return;
    }
    const bool is_ready = !(share.step == Step::place && share.folder.empty());
    if (ui.button(next, ButtonKind::primary, Icon::none, is_ready)) actions.push_back(NextShareStep{});
    if (share.step == Step::done) return;
    ui.beside(tr("Back"));
    if (ui.button(tr("Back"), ButtonKind::quiet)) actions.push_back(PreviousShareStep{});
  };
  if (share.step == Step::items) {
    ui.heading(fmt::format(fmt::runtime(tr("Choose items. {} chosen")), share.chosen.size()));
    buttons();
    draw_item_list(state, views, ui, actions, &share.chosen);
    if (has_come) views.wants_list = true;
    return;
  }
  if (share.step == Step::preview) {
    ui.heading(tr("See what they see"));
    ui.text(tr("This is exactly what the copy will say. Each file goes out whole, with all that it says of itself."));
    if (has_come) ui.focus(next);
    buttons();
    if (share.is_loading) return ui.text(tr("One moment ..."));
    const bool has_pictures =
        std::any_of(share.preview.begin(), share.preview.end(), [](const ReportPage& page) { return page.is_picture; });
    if (has_pictures) {
      ui.beside(tr("Show the pictures"));
      if (ui.chip(tr("Show the pictures"), share.shows_pictures)) share.shows_pictures = !share.shows_pictures;
    }
    return draw_report(state, views, ui, actions);
  }
  switch (share.step) {
    case Step::who:
      draw_who(share, ui);
      break;
    case Step::items:
    case Step::preview:
      break;
    case Step::lock:
      draw_lock(share, ui);
      break;
    case Step::place:
      draw_place(share, ui, actions);
      break;
    case Step::done:
      draw_done(share, ui);
      break;
  }
  if (has_come)
    ui.focus(share.step == Step::place && share.folder.empty() ? tr("Choose the place") : next,
             share.step != Step::done);
  ui.gap(0.5f);
  buttons();
  ui.gap(1);
}

}  // namespace daybook::ui
