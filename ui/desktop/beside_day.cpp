#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/item_row.h"
#include "ui/desktop/screens.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/record/calendar.h"

// What else the keeper has from the day that is on the screen. It lists, and explains nothing: what a reply has to do
// with a photograph of the same night is for her to say.
namespace daybook::ui {
namespace {

using Dated = vault::BesideDay::Item::Dated;

// One thing, of two lines: what it is called, and why it is of this day. True when it was chosen.
bool draw_one(const std::string& name, const std::string& below, Icon icon, int number, float width, Ui& ui) {
  const std::string id = fmt::format("{}##beside{}", name, number);
  const Ui::Press press = ui.area(id.c_str(), "link", {width, ui.em(kBesideHeight)}, below);
  if (press.is_hovered || press.is_focused) ui.panel(press.min, press.max, ui.colors().hover, 0.35f, false);
  ui.icon(icon, {press.min.x + ui.em(0.5f), press.min.y + ui.em(0.35f)}, 1.1f, ui.colors().text);
  const float left = press.min.x + ui.em(2.1f), room = press.max.x - left - ui.em(0.4f);
  const TextStyle title = ui.style({Size::body, Weight::medium});
  ui.draw(ui.layout_line(name, title, room), {left, press.min.y + ui.em(0.2f)}, title.size, ui.colors().text);
  ui.label(below, {left, press.min.y + ui.em(1.6f)}, {Size::small, Weight::regular, Tone::secondary}, room);
  return press.was_pressed;
}

std::string dated_text(const vault::BesideDay::Item& item) {
  switch (item.dated) {
    case Dated::said_by_keeper:
      return fmt::format(fmt::runtime(tr("you say: {}")), isolated(foreign_line(item.row.when)));
    case Dated::said_by_file:
      return item.time.empty() ? std::string(tr("the file says this day"))
                               : fmt::format(fmt::runtime(tr("the file says {}")), item.time);
    case Dated::written:
      return tr("written that day");
  }
  return "";
}

void draw_things(const ConversationState::Beside& beside, float width, std::size_t room, Frame& frame) {
  std::size_t drawn = 0;
  for (const vault::BesideDay::Item& item : beside.found.items) {
    if (drawn++ == room) return;
    const vault::ShownAs shown = shown_as(item.row.kind, item.row.media);
    const std::string below = fmt::format("{}  \u00b7  {}", dated_text(item), vault::item_text(item.row.number));
    if (draw_one(title_of(item.row), below, icon_of(shown), static_cast<int>(item.row.number), width, frame.ui))
      frame.actions.push_back(OpenItem{item.row.number});
  }
  for (const auto& chat : beside.found.conversations) {
    if (drawn++ == room) return;
    const std::string below =
        fmt::format("{}  \u00b7  {}", vault::item_text(chat.conversation), message_count_text(chat.count));
    if (draw_one(foreign_line(chat.heading), below, Icon::conversation, static_cast<int>(chat.conversation), width,
                 frame.ui))
      frame.actions.push_back(OpenConversation{chat.conversation, "", {}, chat.first});
  }
}

}  // namespace

std::size_t count_beside(const ConversationState& shown) {
  if (!shown.beside) return 0;
  const vault::BesideDay& found = shown.beside->found;
  return found.items.size() + found.conversations.size() + found.more;
}

void draw_beside_day(const ConversationState& shown, float width, std::size_t room, Frame& frame) {
  Ui& ui = frame.ui;
  if (!shown.beside) return;
  ui.text(fmt::format(fmt::runtime(tr("Also from {}")), day_text(shown.beside->day * vault::kSecondsOfDay, 0)),
          {Size::body, Weight::semibold}, width / ui.em());
  const std::size_t count = count_beside(shown);
  if (count == 0)
    return ui.text(tr("Nothing else that you keep is dated this day."), {Size::small, Weight::regular, Tone::secondary},
                   width / ui.em());
  draw_things(*shown.beside, width, room, frame);
  if (const std::size_t more = count - std::min(count, room); more > 0)
    ui.text(fmt::format(fmt::runtime(tr("and {} more, which the timeline shows")), more),
            {Size::small, Weight::regular, Tone::secondary});
}

}  // namespace daybook::ui
