#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/desktop/turn.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {

namespace {

using Then = SaveAdded::Then;

void draw_save(const char* name, Then then, bool has_something, Frame& frame) {
  frame.ui.beside(name);
  if (frame.ui.button(name, ButtonKind::normal, Icon::none, has_something)) frame.actions.push_back(SaveAdded{then});
}

void draw_buttons(const AddState& add, const AddForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  const bool has_something = !is_empty(add, form.text);
  ui.gap(0.2f);
  if (add.is_saving) return ui.text(tr("Saving ..."), {Size::body, Weight::medium});
  if (add.looks_like_chat) {
    ui.text(tr("This looks like a chat."), {Size::body, Weight::medium});
    if (ui.button(tr("Keep it as a conversation"), ButtonKind::normal, Icon::conversation))
      actions.push_back(SaveAdded{Then::conversation});
  }
  const char* save = add.looks_like_chat ? tr("Keep the words") : tr("Save now");
  if (ui.button(save, ButtonKind::primary, Icon::check, has_something)) actions.push_back(SaveAdded{});
  if (!add.rewrites) draw_save(tr("Save and answer a few questions"), Then::questions, has_something, frame);
  if (add.kind != Begun::Kind::note) draw_save(tr("Save and write a note beside it"), Then::note, has_something, frame);
  if (add.kind == Begun::Kind::words && add.was_pasted) {
    ui.beside(tr("I typed this myself"));
    if (ui.button(tr("I typed this myself"), ButtonKind::quiet)) {
      actions.push_back(TypedMyself{});
      ui.focus(tr("The words"));
    }
  }
  const char* drop = has_something ? tr("Do not save") : tr("Back");
  ui.beside(drop);
  if (ui.button(drop, ButtonKind::quiet)) {
    actions.push_back(DropAdded{});
    if (has_something) ui.focus(tr("Take it back"));
  }
}

void draw_added_picture(const AddState& add, const AddForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  ui.heading(title_of(add));
  if (add.picture) {
    ui.text(fmt::format(fmt::runtime(tr("{}. It is kept exactly as it is.")), size_text(add.picture->size())));
    ui.gap(0.3f);
    const bool is_covered = frame.state.preferences.covers_pictures && !add.is_uncovered;
    if (draw_picture(frame, add.picture_number, is_covered, /*can_be_opened=*/false) != PictureWish::none)
      frame.actions.push_back(UncoverAdded{});
  }
  draw_buttons(add, form, frame);
}

const char* what_it_becomes(const AddState& add) {
  if (add.on) return tr("Write only what you remember. Gaps are all right.");
  if (add.rewrites) return tr("What you wrote before stays too, with its date.");
  if (add.kind == Begun::Kind::note && add.about)
    return tr("What was happening around this time? Write only what you remember. Gaps are all right.");
  if (add.kind == Begun::Kind::note)
    return tr("Write in your own words. You can change it later; every version is kept.");
  return add.was_pasted ? tr("They are kept exactly as they are here.")
                        : tr("Such as a letter, or what was said. The item says that you typed them.");
}

// The beginning of the messages beside which the note will stand, in a panel as words of somebody else.
void draw_messages_noted(const AddState& add, Frame& frame) {
  constexpr std::uint64_t kMost = 3;
  constexpr float kLine = 1.5f, kPad = 0.5f;  // ems
  Ui& ui = frame.ui;
  const ConversationState& shown = frame.state.conversation;
  const bool is_held = add.on && shown.conversation != nullptr && shown.number == add.about &&
                       shown.conversation->id == add.on->reading && shown.read.contains(add.on->first);
  if (!is_held) return;
  std::vector<std::string> lines;
  if (const auto& time = shown.read.at(add.on->first).said.time) lines.push_back(message_time_text(*time));
  for (std::uint64_t n = add.on->first; n <= std::min(add.on->last, add.on->first + kMost - 1); ++n) {
    const auto read = shown.read.find(n);
    if (read == shown.read.end()) break;
    const vault::ReadMessage& said = read->second.said;
    std::string words = said.text.empty() ? said.file : said.text;
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const std::string sender = sender_text(*shown.conversation, said);
    lines.push_back(numbers_text(n, n) + "  " + sender + (sender.empty() ? "" : ": ") + isolated(foreign_line(words)));
  }
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(0.8f), ui.em(44));
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ui.em(kLine * static_cast<float>(lines.size()) + 2 * kPad);
  ui.panel(corner, {corner.x + width, corner.y + height}, ui.colors().panel, 0.4f);
  const TextStyle style = ui.style({Size::small});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const ImVec2 at(corner.x + ui.em(0.8f), corner.y + ui.em(kPad + kLine * static_cast<float>(i) + 0.2f));
    const Paragraph& line = ui.layout_line(lines[i], style, width - ui.em(1.6f));
    ui.draw(line, at, style.size, ui.color(Tone::normal));
    ui.tell(lines[i], at, {at.x + line.width, at.y + line.height});
  }
  ImGui::Dummy({width, height});
  ui.gap(0.2f);
}

void draw_heading(const AddState& add, bool knows_notes, Ui& ui) {
  ui.heading(add.on ? tr("What was happening when this was sent?") : title_of(add));
  if (add.on) ui.text(title_of(add), {Size::body, Weight::medium});
  ui.text(what_it_becomes(add));
  if (add.kind == Begun::Kind::note && !knows_notes)
    ui.text(tr("In a police or court case people may ask to read it, even if you do not share it."),
            {Size::body, Weight::medium});
  ui.gap(0.2f);
}

}  // namespace

std::string title_of(const Begun& begun) {
  switch (begun.kind) {
    case Begun::Kind::picture:
      return begun.is_of_screen ? tr("A picture of the screen") : tr("A picture you copied");
    case Begun::Kind::words:
      return begun.was_pasted ? tr("Words you copied") : tr("Words you typed out");
    case Begun::Kind::note:
      break;
  }
  if (begun.rewrites) return fmt::format(fmt::runtime(tr("Note {}, to be changed")), vault::item_text(*begun.rewrites));
  if (begun.about && begun.on && begun.on->first == begun.on->last)
    return fmt::format(fmt::runtime(tr("A note beside message {} of item {}")), begun.on->first,
                       vault::item_text(*begun.about));
  if (begun.about && begun.on)
    return fmt::format(fmt::runtime(tr("A note beside messages {} to {} of item {}")), begun.on->first, begun.on->last,
                       vault::item_text(*begun.about));
  if (begun.about) return fmt::format(fmt::runtime(tr("A note beside item {}")), vault::item_text(*begun.about));
  return tr("A note of your own");
}

void draw_add(const AddState& add, AddForm& form, Frame& frame) {
  Ui& ui = frame.ui;
  if (add.kind == Begun::Kind::picture) {
    draw_added_picture(add, form, frame);
    if (frame.has_come) ui.focus(tr("Save now"));
    return;
  }
  draw_heading(add, frame.state.preferences.knows_notes, ui);
  draw_messages_noted(add, frame);
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(0.8f), ui.em(44));
  const float below = add.looks_like_chat ? 11.2f : 6.5f;  // ems
  const float height = std::max(ui.em(7), ImGui::GetContentRegionAvail().y - ui.em(below));
  const char* name = add.kind == Begun::Kind::note ? tr("Your note") : tr("The words");
  const bool is_fixed = add.is_saving || (add.kind == Begun::Kind::words && add.was_pasted);
  ui.editor(name, form.text, width, height, is_fixed ? EditField::Takes::nothing : EditField::Takes::own_words);
  draw_buttons(add, form, frame);
  // After a paste the focus is on the button, so that one Enter saves. Else it is in the text, so that she can write.
  const char* save = add.looks_like_chat ? tr("Keep it as a conversation") : tr("Save now");
  if (frame.has_come) ui.focus(add.was_pasted ? save : name);
}

}  // namespace daybook::ui
