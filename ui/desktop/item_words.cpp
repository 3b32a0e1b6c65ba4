#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/date_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

// As much of a text as is laid out on the item's own page, so that a long one delays no key.
constexpr std::size_t kMostOfWords = 6000, kMostOfFile = 1500;  // bytes
std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  const std::string_view beginning = text.substr(0, most);
  const std::size_t end = beginning.find_last_of("\n ");
  if (end != std::string_view::npos) return beginning.substr(0, end);
  return beginning.substr(0, previous_character(text.substr(0, most + 4), static_cast<std::uint32_t>(most)));
}

// Draws kept words on a panel of their own, in which they can be chosen and copied.
void draw_passage(const std::string& name, std::string_view words, bool is_note, Ui& ui) {
  const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(40));
  const float inner = width - ui.em(2.2f);
  const float height = ui.layout(words, ui.style({}, inner)).height;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 end(corner.x + width, corner.y + height + ui.em(1.6f));
  ui.panel(corner, end, is_note ? ui.colors().note_soft : ui.colors().panel);
  ImGui::SetCursorScreenPos({corner.x + ui.em(1.1f), corner.y + ui.em(0.8f)});
  ui.passage(name.c_str(), words, inner, is_note);
  ImGui::SetCursorScreenPos(corner);
  ImGui::Dummy({width, end.y - corner.y});
}

}  // namespace

// The way to the whole text stands above its beginning, so that nobody scrolls through that to come to it.
void draw_item_text(const ItemState& shown, Frame& frame) {
  const vault::Item& item = *shown.item;
  Ui& ui = frame.ui;
  const bool is_file = item.kind == vault::ItemKind::file;
  const std::string_view whole = without_last_line_end(shown.text);
  const std::string_view beginning = beginning_of(whole, is_file ? kMostOfFile : kMostOfWords);
  const bool is_whole = !shown.text_is_cut && beginning.size() == whole.size();
  if (!is_whole || is_file) {
    const char* read = is_whole ? tr("Read it large") : tr("Read all of it");
    if (ui.button(read, ButtonKind::normal, Icon::words)) frame.actions.push_back(ReadText{item.number});
  }
  draw_passage(fmt::format("{}##{}", tr("The words"), vault::item_text(item.number)), beginning,
               item.kind == vault::ItemKind::note, ui);
  const bool is_doubtful = shown.check == ItemState::Check::differs || shown.check == ItemState::Check::unreadable;
  if (!is_whole)
    ui.text(is_doubtful ? tr("This is the beginning.") : tr("This is the beginning. All of it is kept."),
            {Size::small});
}

void draw_item_notes(const ItemState& item, Frame& frame) {
  Ui& ui = frame.ui;
  for (const NoteText& note : item.notes) {
    const std::string number = vault::item_text(note.item.number);
    const std::string_view whole = without_last_line_end(note.text), beginning = beginning_of(whole, kMostOfWords);
    const float width = std::min(ImGui::GetContentRegionAvail().x - ui.em(1), ui.em(40));
    const float inner = width - ui.em(2.4f);
    const float height = ui.layout(beginning, ui.style({}, inner)).height;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 end(corner.x + width, corner.y + height + ui.em(2.8f));
    ui.panel(corner, end, ui.colors().note_soft, 0.5f, false);
    ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + ui.em(0.22f), end.y}, ui.colors().note_edge);
    ui.label(fmt::format(fmt::runtime(tr("My note, item {}, written {}, {}")), number, day_text(note.item.added_at),
                         time_text(note.item.added_at)),
             {corner.x + ui.em(1.2f), corner.y + ui.em(0.5f)}, {Size::small, Weight::medium, Tone::secondary}, inner);
    ImGui::SetCursorScreenPos({corner.x + ui.em(1.2f), corner.y + ui.em(2)});
    ui.passage(fmt::format("{}##{}", tr("My note"), number).c_str(), beginning, inner, /*is_own=*/true);
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({width, end.y - corner.y});
    if (beginning.size() == whole.size() && !note.text_is_cut) continue;
    if (ui.button(fmt::format("{}##{}", tr("Read all of the note"), number).c_str(), ButtonKind::quiet))
      frame.actions.push_back(ReadText{note.item.number});
  }
}

}  // namespace daybook::ui
