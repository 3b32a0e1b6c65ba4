#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/digest_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

using vault::CopyMade;
using vault::Given;

constexpr float kLabel = 6.6f;  // ems
constexpr const char* kBetween = "  \u00b7  ";

std::string moment_of(const CopyMade& copy) {
  return fmt::format(fmt::runtime(tr("{}, {}")), day_text(copy.started_at), time_text(copy.started_at));
}

std::string count_of(const CopyMade& copy) {
  if (!copy.items) return tr("items not noted then");
  return copy.items->size() == 1 ? std::string(tr("1 item"))
                                 : fmt::format(fmt::runtime(tr("{} items")), copy.items->size());
}

const char* state_of(const CopyMade& copy) {
  switch (copy.state) {
    case CopyMade::State::being_made:
      return tr("It is being made.");
    case CopyMade::State::unfinished:
      return tr("It was begun and not finished.");
    case CopyMade::State::finished:
      break;
  }
  if (!copy.is_locked) return tr("Sealed. Whether it is locked was not noted then.");
  return *copy.is_locked ? tr("Sealed and locked.") : tr("Sealed, not locked.");
}

const char* given_of(Given given) {
  switch (given) {
    case Given::not_said:
      return "";
    case Given::yes:
      return tr("given");
    case Given::no:
      return tr("not given");
  }
  return "";
}

// Draws a copy in the list. Returns whether it was chosen.
bool draw_copy_row(const CopyMade& copy, Ui& ui) {
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(44)), height = ui.em(3.6f);
  const std::string moment = moment_of(copy);
  const std::string recipient = recipient_text(copy);
  std::string about = recipient.empty() ? count_of(copy) : isolated(recipient) + kBetween + count_of(copy);
  const std::string more = copy.state == CopyMade::State::finished ? given_of(copy.given) : state_of(copy);
  if (!more.empty()) about += kBetween + more;
  const Ui::Press press = ui.area((moment + "##" + copy.bundle).c_str(), "button", {width, height}, about);
  ui.panel(press.min, press.max, ui.colors().panel);
  if (press.is_hovered) ui.panel(press.min, press.max, ui.colors().hover, 0.5f, false);
  ui.icon(copy.state == CopyMade::State::finished ? Icon::copy : Icon::warning,
          {press.min.x + ui.em(0.9f), press.min.y + ui.em(1.2f)}, 1.15f, ui.colors().accent);
  const float left = press.min.x + ui.em(2.8f), room = press.max.x - left - ui.em(1);
  ui.label(moment, {left, press.min.y + ui.em(0.35f)}, {Size::body, Weight::medium}, room);
  ui.tell(about, press.min, press.max);
  ui.label(about, {left, press.min.y + ui.em(1.9f)}, {Size::small, Weight::regular, Tone::secondary}, room);
  return press.was_pressed;
}

void draw_copy_list(const CopiesState& copies, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(tr("Copies"));
  ui.text(tr("Every copy that was made from this record. This list stays here and is in no copy."));
  if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) frame.actions.push_back(LeaveCopy{});
  if (frame.has_come) ui.focus(tr("Back"));
  ui.gap(0.2f);
  if (copies.copies.empty()) return ui.text(copies.is_loading ? tr("One moment ...") : tr("No copy was made yet."));
  for (const CopyMade& copy : copies.copies) {
    if (draw_copy_row(copy, ui)) frame.actions.push_back(ChooseCopy{copy.bundle});
  }
}

void draw_facts(const CopyMade& copy, Ui& ui) {
  const auto row = [&](const char* label, const std::string& value) { draw_fact(ui, label, value, kLabel); };
  const auto noted = [](const std::string& value) { return value.empty() ? std::string(tr("not noted then")) : value; };
  std::string names;
  for (const std::string& name : copy.files) names += (names.empty() ? "" : "\n") + isolated(foreign_line(name));
  const std::string recipient = recipient_text(copy);
  row(tr("Made"), fmt::format(fmt::runtime(tr("{}, by this computer's clock")), moment_of(copy)));
  row(tr("State"), state_of(copy));
  row(tr("For whom"), recipient.empty() ? std::string(tr("not said")) : isolated(recipient));
  row(tr("What for"), copy.purpose.empty() ? std::string(tr("not said")) : isolated(foreign_line(copy.purpose)));
  row(tr("Items"), copy.items ? count_of(copy) + (copy.items->empty() ? "" : ": ") + vault::item_list_text(*copy.items)
                              : std::string(tr("not noted then")));
  if (!copy.items_in_copy.empty() && copy.items_in_copy != copy.items)
    row(tr("In the copy"),
        fmt::format(fmt::runtime(tr("They have these numbers there: {}")), vault::item_list_text(copy.items_in_copy)));
  for (const auto& [conversation, runs] : copy.parts)
    row(tr("Messages"), fmt::format(fmt::runtime(tr("Of conversation {}: {}, as they were numbered then")),
                                    vault::item_text(conversation), numbers_text(runs)));
  if (copy.state == CopyMade::State::finished) row(tr("Saved as"), noted(names));
  row(tr("Place"), noted(copy.folder.empty() ? "" : isolated(foreign_line(copy.folder))));
}

// What may be read out over the telephone. The passphrase of a copy is not kept, and is not here.
void draw_to_read_out(const CopyMade& copy, Ui& ui) {
  const auto part = [&](const char* title, const std::string& shown, const std::string& kept, const char* copies) {
    ui.gap(0.3f);
    ui.text(title, {Size::body, Weight::medium});
    if (kept.empty()) return ui.text(tr("It was not noted then."));
    ui.text(shown, {Size::large}, 40);
    if (ui.button(copies, ButtonKind::quiet, Icon::copy)) ui.copy(kept, /*are_own=*/false);
  };
  part(tr("The number of this copy, for the receipt:"), in_groups(copy.receipt), copy.receipt, tr("Copy the number"));
  part(tr("The eight key words, to read out when somebody asks whose copy it is:"), copy.key_words, copy.key_words,
       tr("Copy the key words"));
  if (copy.is_locked == true)
    ui.text(tr("Its passphrase is not kept here. It was shown once, when the copy was made."));
}

void draw_given(const CopyMade& copy, Frame& frame) {
  Ui& ui = frame.ui;
  ui.gap(0.3f);
  ui.text(tr("Did you give it to them?"), {Size::body, Weight::medium});
  if (frame.state.is_read_only) return ui.text(copy.given == Given::not_said ? tr("not said") : given_of(copy.given));
  for (const auto& [given, name] :
       {std::pair(Given::yes, tr("Yes, it was given")), std::pair(Given::no, tr("No, it was not given")),
        std::pair(Given::not_said, tr("I do not say"))}) {
    if (ui.choice(name, copy.given == given) && copy.given != given) frame.actions.push_back(NoteGiven{given});
  }
  if (copy.given_noted_at > 0)
    ui.text(fmt::format(fmt::runtime(tr("Noted on {}, {}. Earlier answers stay in the log.")),
                        day_text(copy.given_noted_at), time_text(copy.given_noted_at)),
            {Size::small, Weight::regular, Tone::secondary});
}

}  // namespace

void draw_copies(const CopiesState& copies, Frame& frame) {
  Ui& ui = frame.ui;
  const CopyMade* copy = copies.shown();
  if (!copies.chosen) return draw_copy_list(copies, frame);
  ui.heading(copy != nullptr ? fmt::format(fmt::runtime(tr("Copy {}")), copy->bundle.substr(0, 8)) : tr("Copies"));
  if (ui.button(tr("Back"), ButtonKind::quiet, Icon::back)) frame.actions.push_back(LeaveCopy{});
  if (frame.has_come) ui.focus(tr("Back"));
  if (copy == nullptr) return ui.text(copies.is_loading ? tr("One moment ...") : tr("It is not in the list."));
  draw_facts(*copy, ui);
  if (copy->state == CopyMade::State::finished) {
    draw_to_read_out(*copy, ui);
    draw_given(*copy, frame);
  }
  ui.gap(1);
}

}  // namespace daybook::ui
