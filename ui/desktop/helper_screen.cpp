#include <fmt/format.h>

#include "ui/desktop/screens.h"
#include "ui/words/translate.h"

namespace daybook::ui {

void draw_helper(const HelperState& helper, HelperForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  ui.heading(tr("Someone is helping me"));
  ui.text(tr("What you keep meanwhile says who was there and who typed. They never need to know your passphrase."));
  ui.gap(0.3f);
  ui.field(tr("Their name or initials"), form.name, 20);
  if (frame.has_come) ui.focus(tr("Their name or initials"));
  ui.field(tr("Their role, such as IDVA"), form.role, 20);
  ui.text(tr("One of the two is enough. The name goes into no copy unless you say so."),
          {Size::small, Weight::regular, Tone::secondary});
  ui.text(tr("Who types now?"), {Size::body, Weight::medium});
  if (ui.choice(tr("I do"), !form.they_type)) form.they_type = false;
  if (ui.choice(tr("They do"), form.they_type)) form.they_type = true;
  ui.text(tr("Keep it open for"), {Size::body, Weight::medium});
  for (const int minutes : {15, 30, 60}) {
    const std::string name = fmt::format(fmt::runtime(tr("{} minutes")), minutes);
    if (minutes != 15) ui.beside(name.c_str());
    if (ui.chip(name.c_str(), form.minutes == minutes)) form.minutes = minutes;
  }
  ui.gap(0.3f);
  ui.text(tr("For the person who helps: let them choose the words. Do not suggest or correct."),
          {Size::small, Weight::regular, Tone::secondary});
  ui.gap(0.3f);
  if (helper.is_on) {
    if (ui.button(tr("End the session"), ButtonKind::primary)) actions.push_back(EndHelp{});
  } else if (ui.button(tr("Begin the session"), ButtonKind::primary, Icon::people, form.says_who())) {
    actions.push_back(BeginHelp{});
  }
  ui.beside(tr("Back"));
  if (ui.button(tr("Back"), ButtonKind::quiet)) actions.push_back(GoBack{});
  ui.gap(1);
}

}  // namespace daybook::ui
