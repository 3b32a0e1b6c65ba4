#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/model/translate.h"
#include "ui/model/verdict_text.h"

namespace daybook::ui {
namespace {

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

void draw_verdict(const vault::CopyVerdict& verdict, Ui& ui) {
  ui.text(summary(verdict), {Size::large, Weight::semibold, verdict.is_intact() ? Tone::good : Tone::fault}, 40);
  ui.text(tr(
      "It shows whether the files are the same as when the copy was made. It does not show who wrote them, or if they "
      "are true."));
  ui.gap(0.3f);
  for (const vault::VerdictLine& line : verdict.lines)
    draw_line(ui, line.outcome, std::string(step_name(line.step)) + ": " + sentence(line));
  for (const vault::ItemVerdict& item : verdict.items)
    draw_line(ui, item.outcome, fmt::format(fmt::runtime(tr("Item {} {}: {}")), item.item, item.name, sentence(item)));
  if (!verdict.receipt.empty())
    ui.text(fmt::format(fmt::runtime(tr("Fingerprint, as on the receipt: {}")), verdict.receipt),
            {Size::small, Weight::regular, Tone::secondary}, 60);
  ui.gap(0.3f);
}

void draw_files(const CheckState& check, Ui& ui, Actions& actions) {
  if (!check.files.empty()) {
    ui.text(fmt::format(fmt::runtime(tr("The files were saved in {}")), vault::to_utf8(check.files)),
            {Size::body, Weight::medium, Tone::good}, 60);
    ui.text(tr("Begin with bag, report, report.html. The files there are not locked."));
  } else if (!check.is_working) {
    if (ui.button(tr("Save the files of the copy"), ButtonKind::normal, Icon::file))
      actions.push_back(Browse{BrowseState::For::copy_files});
  }
  ui.gap(0.4f);
}

}  // namespace

void draw_check(AppState& state, Ui& ui, Actions& actions, bool has_come) {
  CheckState& check = state.check;
  ui.heading(tr("Check a copy"));
  if (check.verdict) {
    draw_verdict(*check.verdict, ui);
    draw_files(check, ui, actions);
  }
  ui.text(check.file.empty() ? std::string(tr("Choose the file that you were given. It is only read, never changed."))
                             : vault::to_utf8(check.file),
          {Size::body, Weight::regular, check.file.empty() ? Tone::normal : Tone::secondary}, 60);
  if (ui.button(tr("Choose the copy"), check.file.empty() ? ButtonKind::primary : ButtonKind::normal, Icon::file))
    actions.push_back(Browse{BrowseState::For::copy_to_check});
  if (has_come) ui.focus(check.file.empty() ? tr("Choose the copy") : tr("Check it"));
  if (!check.file.empty()) {
    if (check.file.extension() != ".zip") {
      ui.text(tr("Passphrase of the copy, as they told it to you"), {Size::body, Weight::medium});
      if (ui.secret_field(tr("Passphrase of the copy"), check.passphrase, check.is_shown, 34))
        actions.push_back(CheckCopy{});
      if (ui.button(check.is_shown ? tr("Cover") : tr("Show"))) check.is_shown = !check.is_shown;
      if (has_come) ui.focus(tr("Passphrase of the copy"));
    }
    ui.field(tr("The eight key words, if the sender read them out to you"), check.words, 36);
  }
  ui.gap(0.3f);
  if (check.error) draw_error(ui, *check.error);
  if (check.is_working) {
    ui.text(fmt::format(fmt::runtime(tr("Checking: {} percent")), check.percent ? check.percent->load() : 0),
            {Size::body, Weight::medium});
    return;
  }
  if (!check.file.empty()) {
    if (ui.button(tr("Check it"), ButtonKind::primary, Icon::check)) actions.push_back(CheckCopy{});
    ui.beside(tr("Back"));
  }
  if (ui.button(tr("Back"), ButtonKind::quiet)) actions.push_back(GoBack{});
  ui.gap(1);
}

}  // namespace daybook::ui
