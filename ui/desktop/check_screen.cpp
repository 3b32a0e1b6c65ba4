#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/finding_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/stated_text.h"
#include "ui/words/translate.h"
#include "ui/words/verdict_text.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostItems = 200;  // lines of items that match; those of items that do not are all shown

void draw_line(Ui& ui, vault::Outcome outcome, std::string_view text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Icon icon = Icon::none;
  ImU32 color = ui.colors().secondary;
  if (outcome == vault::Outcome::good) icon = Icon::check, color = ui.colors().good;
  if (outcome == vault::Outcome::bad) icon = Icon::warning, color = ui.colors().fault;
  if (icon == Icon::none)
    ImGui::GetWindowDrawList()->AddCircle({at.x + ui.em(0.55f), at.y + ui.em(0.75f)}, ui.em(0.3f), color, 0,
                                          ui.em(0.08f));
  else
    ui.icon(icon, {at.x, at.y + ui.em(0.15f)}, 1.15f, color);
  ImGui::SetCursorScreenPos({at.x + ui.em(1.7f), at.y});
  ui.text(text, {Size::body, Weight::regular, outcome == vault::Outcome::bad ? Tone::fault : Tone::normal}, 42);
}

// Red is for one answer only, because what could not be checked is not wrong. Green is for one answer only too, which
// says that everything in the copy matches.
Tone tone_of(vault::Answer answer) {
  switch (answer) {
    case vault::Answer::matches:
      return Tone::good;
    case vault::Answer::does_not_match:
      return Tone::fault;
    case vault::Answer::added:
    case vault::Answer::could_not_be_checked:
    case vault::Answer::newer:
      return Tone::normal;
  }
  return Tone::normal;
}

void draw_item(Ui& ui, const vault::ItemVerdict& item) {
  const std::string name = foreign_line(item.name.empty() ? item.path : item.name);
  draw_line(ui, outcome_of(item.finding),
            fmt::format(fmt::runtime(tr("Item {} {}: {}")), item.item, name, sentence(item)));
}

void draw_items(Ui& ui, const std::vector<vault::ItemVerdict>& items) {
  std::size_t shown = 0, left = 0;
  for (const vault::ItemVerdict& item : items) {
    if (item.finding != vault::Finding::item_matches) draw_item(ui, item);
  }
  for (const vault::ItemVerdict& item : items) {
    if (item.finding != vault::Finding::item_matches) continue;
    if (shown++ < kMostItems)
      draw_item(ui, item);
    else
      ++left;
  }
  if (left > 0) ui.text(fmt::format(fmt::runtime(tr("{} more items match.")), left));
}

void draw_how(const CheckState& check, Ui& ui, Actions& actions) {
  if (ui.button(check.shows_how ? tr("Close how it was checked") : tr("How it was checked"), ButtonKind::quiet))
    actions.push_back(ShowHow{});
  if (!check.shows_how) return;
  for (const vault::VerdictLine& line : check.verdict->lines)
    draw_line(ui, outcome_of(line.finding), std::string(step_title(line.step)) + ": " + sentence(line));
  const std::vector<std::string> stated = stated_lines(*check.verdict);
  if (stated.empty()) return;
  ui.text(tr("Stated by whoever sealed it. Nobody can check it:"), {Size::body, Weight::medium});
  for (const std::string& line : stated) ui.text(line, {}, 60);
}

void draw_verdict(const CheckState& check, Ui& ui, Actions& actions) {
  const vault::CopyVerdict& verdict = *check.verdict;
  const bool is_known = verdict.answer != vault::Answer::could_not_be_checked;
  ui.text(answer_sentence(verdict), {Size::large, Weight::semibold, tone_of(verdict.answer)}, 40);
  if (const std::string connection = connection_sentence(verdict); !connection.empty()) ui.text(connection, {}, 60);
  ui.text(next_sentence(verdict), {Size::body, Weight::medium}, 60);
  if (is_known) ui.text(limits_sentence(), {}, 60);
  if (is_known && !verdict.key_words.empty())
    ui.text(fmt::format(fmt::runtime(tr("The eight words of its key: {}")), verdict.key_words), {}, 60);
  ui.gap(0.3f);
  // When a copy does not match, the lines that say why are always shown: a row of green items alone would speak against
  // the red answer.
  for (const vault::VerdictLine& line : verdict.lines) {
    if (verdict.answer == vault::Answer::does_not_match && outcome_of(line.finding) == vault::Outcome::bad)
      draw_line(ui, vault::Outcome::bad, std::string(step_title(line.step)) + ": " + sentence(line));
  }
  draw_items(ui, verdict.items);
  if (is_known && !verdict.receipt.empty())
    ui.text(fmt::format(fmt::runtime(tr("Fingerprint, as on the receipt: {}")), verdict.receipt),
            {Size::small, Weight::regular, Tone::secondary}, 60);
  draw_how(check, ui, actions);
  ui.gap(0.3f);
}

bool may_be_saved(vault::Answer answer) { return answer == vault::Answer::matches || answer == vault::Answer::added; }

void draw_files(const CheckState& check, Ui& ui, Actions& actions) {
  if (!check.files.empty()) {
    ui.text(fmt::format(fmt::runtime(tr("The files were saved in {}")), vault::to_utf8(check.files)),
            {Size::body, Weight::medium, Tone::good}, 60);
    ui.text(tr("Begin with bag, report, report.html, made by whoever sealed it. The files are not locked there."));
  } else if (!check.is_working && !check.is_folder && may_be_saved(check.verdict->answer)) {
    if (ui.button(tr("Save the files of the copy"), ButtonKind::normal, Icon::file))
      actions.push_back(Browse{BrowseState::For::copy_files});
  }
  ui.gap(0.4f);
}

// A copy that is locked for an age key of the reader opens with the file of that key, which a passphrase may lock, too.
void draw_key_file(const CheckState& check, Ui& ui, Actions& actions) {
  if (check.key_file.empty()) {
    if (ui.button(tr("I have a key file"), ButtonKind::normal, Icon::file))
      actions.push_back(Browse{BrowseState::For::key_file});
    return;
  }
  ui.text(fmt::format(fmt::runtime(tr("Key file: {}")), foreign_line(vault::to_utf8(check.key_file))),
          {Size::body, Weight::regular, Tone::secondary}, 60);
  if (ui.button(tr("Use no key file"))) actions.push_back(ForgetKeyFile{});
}

void draw_answer(const CheckState& check, Frame& frame) {
  // The answer has to be read first: the focus on something further down must not scroll it away.
  const bool is_new = frame.views.verdict != check.verdict_number;
  frame.views.verdict = check.verdict_number;
  if (is_new) ImGui::SetScrollY(0);
  if (is_new || frame.has_come)
    frame.ui.focus(check.shows_how ? tr("Close how it was checked") : tr("How it was checked"), false);
  draw_verdict(check, frame.ui, frame.actions);
  draw_files(check, frame.ui, frame.actions);
}

// Draws fields for what the reader got beside the copy: a passphrase, a key file, the key words.
void draw_brought(const CheckState& check, CheckForm& form, Ui& ui, Actions& actions, bool takes_focus) {
  if (!check.is_folder && check.file.extension() != ".zip") {
    ui.text(tr("Passphrase of the copy, as they told it to you"), {Size::body, Weight::medium});
    if (ui.secret_field(tr("Passphrase of the copy"), form.passphrase, form.is_shown, 34))
      actions.push_back(CheckCopy{});
    if (ui.button(form.is_shown ? tr("Cover") : tr("Show"))) form.is_shown = !form.is_shown;
    if (takes_focus) ui.focus(tr("Passphrase of the copy"));
    draw_key_file(check, ui, actions);
  }
  if (ui.field(tr("The eight key words, if the sender read them out to you"), form.words, 36))
    actions.push_back(CheckCopy{});
}

}  // namespace

void draw_check(const CheckState& check, CheckForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  // An answer takes the place of the heading, so that all of it is seen in a small window.
  if (check.verdict)
    draw_answer(check, frame);
  else
    ui.heading(tr("Check a copy"));
  ui.text(check.file.empty() ? std::string(tr("Choose the file that you were given. It is only read, never changed."))
                             : vault::to_utf8(check.file),
          {Size::body, Weight::regular, check.file.empty() ? Tone::normal : Tone::secondary}, 60);
  if (ui.button(tr("Choose the copy"), check.file.empty() ? ButtonKind::primary : ButtonKind::normal, Icon::file))
    actions.push_back(Browse{BrowseFor::copy_to_check});
  const bool takes_focus = frame.has_come && !check.verdict;
  if (takes_focus) ui.focus(check.file.empty() ? tr("Choose the copy") : tr("Check it"));
  if (!check.file.empty()) draw_brought(check, form, ui, actions, takes_focus);
  ui.gap(0.3f);
  if (check.error) draw_error(ui, *check.error);
  if (check.is_working)
    return ui.text(
        fmt::format(fmt::runtime(tr("Checking: {} percent")), check.progress ? check.progress->percent() : 0),
        {Size::body, Weight::medium});
  if (!check.file.empty()) {
    if (ui.button(tr("Check it"), ButtonKind::primary, Icon::check)) actions.push_back(CheckCopy{});
    ui.beside(tr("Back"));
  }
  if (ui.button(tr("Back"), ButtonKind::quiet)) actions.push_back(GoBack{});
  ui.gap(1);
}

}  // namespace daybook::ui
