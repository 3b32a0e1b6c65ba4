#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/conversation_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using Step = ShareState::Step;

constexpr Look kQuiet{Size::small, Weight::regular, Tone::secondary};

std::string chosen_text(const ShareState& share) {
  return share.chosen.size() == 1 ? std::string(tr("1 item is chosen for it."))
                                  : fmt::format(fmt::runtime(tr("{} items are chosen for it.")), share.chosen.size());
}

// A copy was begun, and now other items are to be shared: nothing of it is joined or dropped before she says.
void draw_begun(const ShareState& share, Frame& frame) {
  Ui& ui = frame.ui;
  const std::set<vault::ItemNumber>& items = share.waiting;
  const bool is_part = !share.waiting_parts.empty(), is_one = items.size() == 1;
  const std::string which = is_one ? vault::item_text(*items.begin()) : std::to_string(items.size());
  const char* add_words = is_one ? tr("Put item {} in, too") : tr("Put these {} items in, too");
  const char* start_words = is_one ? tr("Start again with item {}") : tr("Start again with these {} items");
  const std::string add =
      is_part ? std::string(tr("Put these messages in, too")) : fmt::format(fmt::runtime(add_words), which);
  const std::string start =
      is_part ? std::string(tr("Start again with these messages")) : fmt::format(fmt::runtime(start_words), which);
  const bool are_all_in = std::all_of(items.begin(), items.end(),
                                      [&](vault::ItemNumber item) { return share.holds(item, share.waiting_parts); });
  ui.heading(tr("A copy is begun already"));
  ui.text(chosen_text(share), {Size::body, Weight::medium});
  draw_shared_parts(share, ui);
  ui.text(tr("It is not saved yet. What you decided for it is still here."));
  ui.gap(0.3f);
  if (ui.button(tr("Go on with it"), ButtonKind::primary)) frame.actions.push_back(GoOnSharing{false});
  if (frame.has_come) ui.focus(tr("Go on with it"));
  if (!are_all_in && ui.button(add.c_str())) frame.actions.push_back(GoOnSharing{true});
  if (ui.button(start.c_str())) frame.actions.push_back(StartSharingAgain{});
  ui.text(tr("Starting again drops what you decided. Your items stay as they are."), kQuiet);
  ui.gap(0.3f);
  if (ui.button(tr("Back"), ButtonKind::quiet)) frame.actions.push_back(PreviousShareStep{});
}

// What is chosen already is said at the beginning, so that nobody takes a copy that was begun for a new one.
void draw_chosen_before(const ShareState& share, Ui& ui, Actions& actions) {
  if (share.chosen.empty()) return;
  ui.text(chosen_text(share), {Size::body, Weight::medium});
  draw_shared_parts(share, ui);
  if (ui.button(tr("Start again without them"), ButtonKind::quiet)) actions.push_back(StartSharingAgain{});
  ui.gap(0.2f);
}

void draw_ways(ShareForm& form, Ui& ui) {
  ui.text(tr("How will they get it?"), {Size::body, Weight::medium});
  for (const auto& [by_upload, name] :
       {std::pair(true, tr("By an upload link")), std::pair(false, tr("On a USB stick, or by hand"))}) {
    if (!ui.choice(name, form.by_upload == by_upload)) continue;
    if (form.by_upload != by_upload) form.lock.reset();  // what was chosen for the other way may not do for this one
    form.by_upload = by_upload;
  }
}

void draw_who(const ShareState& share, ShareForm& form, Ui& ui, Actions& actions) {
  ui.heading(tr("Who is it for?"));
  draw_chosen_before(share, ui, actions);
  const std::pair<ShareForm::For, const char*> people[] = {{ShareForm::For::police, tr("Police")},
                                                           {ShareForm::For::advocate, tr("An advocate")},
                                                           {ShareForm::For::solicitor, tr("A solicitor")},
                                                           {ShareForm::For::me, tr("Me")}};
  for (const auto& [who, name] : people) {
    if (ui.choice(name, form.who == who)) form.who = who;
  }
  ui.gap(0.3f);
  draw_ways(form, ui);
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

// The passphrase goes with the page. The focus is on what keeps it, so that no row of Enters loses it.
void draw_last_question(Ui& ui, Actions& actions, bool has_come) {
  ui.text(tr("Is the passphrase written down? It is not shown again."), {Size::body, Weight::medium});
  if (ui.button(tr("Not yet"), ButtonKind::primary)) actions.push_back(PreviousShareStep{});
  if (has_come) ui.focus(tr("Not yet"));
  ui.beside(tr("Yes, finish"));
  if (ui.button(tr("Yes, finish"))) actions.push_back(NextShareStep{});
}

const char* name_of_next(const ShareState& share, const ShareForm& form) {
  if (share.step == Step::done) return tr("Finish");
  if (share.step != Step::save) return tr("Continue");
  return lock_of(form) == ShareForm::Lock::none ? tr("Save sealed copy") : tr("Save locked copy");
}

// The name of what has the focus first.
const char* name_of_first(const ShareState& share, const char* next) {
  if (share.step == Step::who) return tr("Police");
  return share.step == Step::save && share.folder.empty() ? tr("Choose the place") : next;
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
  const bool is_ready = !(share.step == Step::save && share.folder.empty());
  ui.next_leads_on();
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

// The buttons stand above the list, because it takes all the room that is left.
void draw_items(const ShareState& share, const char* next, Frame& frame) {
  frame.ui.heading(fmt::format(fmt::runtime(tr("Choose items. {} chosen")), share.chosen.size()));
  if (share.error) draw_error(frame.ui, *share.error);
  draw_buttons(share, next, frame.ui, frame.actions);
  draw_shared_parts(share, frame.ui);
  draw_item_list(frame, &share.chosen);
  if (frame.has_come) frame.views.wants_list = true;
}

bool has_pictures(const ReportPage& page) {
  return std::any_of(page.blocks.begin(), page.blocks.end(),
                     [](const ReportBlock& block) { return block.kind == ReportBlock::Kind::picture; });
}

// The way on stands under the report, and says whether all of it was on the screen.
void draw_preview(const ShareState& share, ShareForm& form, const char* next, Frame& frame) {
  constexpr float kBelow = 4.9f;  // ems of what stands under the report
  Ui& ui = frame.ui;
  ui.heading(tr("See what they see"));
  ui.text(tr("This is exactly what the copy will say. Each file goes out whole, with all that it says of itself."));
  if (!share.chosen_parts().empty()) ui.text(tr("Of conversations only the messages that you chose go out."));
  draw_share_left_out(share, form, ui);
  if (share.error) draw_error(ui, *share.error);
  if (share.is_loading) {
    ui.text(tr("One moment ..."));
    draw_buttons(share, next, ui, frame.actions);
    return;
  }
  if (std::any_of(share.preview.begin(), share.preview.end(), has_pictures) &&
      ui.chip(tr("Show the pictures"), form.shows_pictures))
    form.shows_pictures = !form.shows_pictures;
  if (frame.has_come) ui.focus(tr("The copy"));
  const bool is_at_end = draw_report(share, form.shows_pictures, kBelow, frame);
  ui.text(is_at_end ? tr("That is the end of it.") : tr("There is more to see. Page Down goes on."), kQuiet);
  draw_buttons(share, next, ui, frame.actions);
}

}  // namespace

// Which messages of conversations are chosen, of those of which not all goes along. A conversation that was taken out
// keeps its line, so that no row of the list below moves under a second click.
void draw_shared_parts(const ShareState& share, Ui& ui) {
  for (const auto& [conversation, part] : share.parts) {
    const std::string number = vault::item_text(conversation);
    ui.text(share.chosen.contains(conversation)
                ? fmt::format(fmt::runtime(tr("Of conversation {}: {}")), number, numbers_text(part.runs))
                : fmt::format(fmt::runtime(tr("Of conversation {}: nothing")), number),
            kQuiet, 60);
  }
}

// Counts what stays here, where it is still time to take it along.
void draw_share_left_out(const ShareState& share, const ShareForm& form, Ui& ui) {
  std::string all;
  for (const std::string& line : left_out_lines(share, form)) all += (all.empty() ? "" : " ") + line;
  if (all.empty()) return;
  if (form.states_left_out == false)
    all += std::string(" ") + tr("The copy does not say how many other items there are.");
  ui.text(all, {Size::body, Weight::medium}, 60);
}

void draw_share(const ShareState& share, ShareForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (!share.waiting.empty() && share.step != Step::done && !share.is_working) return draw_begun(share, frame);
  if (share.step != Step::done)
    ui.text(fmt::format(fmt::runtime(tr("{} of {}")), static_cast<int>(share.step) + 1, ShareState::kSteps),
            {Size::small, Weight::medium, Tone::secondary});
  const char* next = name_of_next(share, form);
  bool is_told = false;
  switch (share.step) {
    case Step::who:
      draw_who(share, form, ui, frame.actions);
      break;
    case Step::items:
      return draw_items(share, next, frame);
    case Step::questions:
      is_told = draw_share_questions(share, form, next, frame);
      break;
    case Step::preview:
      return draw_preview(share, form, next, frame);
    case Step::save:
      draw_share_saving(share, form, frame);
      break;
    case Step::done:
      draw_share_saved(share, form, ui);
      break;
  }
  ui.gap(0.5f);
  if (share.asks_to_finish) return draw_last_question(ui, frame.actions, frame.has_come);
  if (frame.has_come && share.step != Step::questions) ui.focus(name_of_first(share, next), share.step != Step::done);
  if (share.error && !is_told) draw_error(ui, *share.error);
  if (draw_buttons(share, next, ui, frame.actions) && share.step == Step::questions) frame.views.wants_answer = true;
  ui.gap(1);
}

}  // namespace daybook::ui
