#include "ui/desktop/item_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/passage.h"
#include "ui/report/described_item.h"
#include "ui/words/conversation_text.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"
#include "vault/record/found_places.h"

namespace daybook::ui {
namespace {

// Draws the title of an item. The words that were searched for are marked in it, by a line under them too, because
// colour alone is not seen by everybody.
void draw_title(const std::string& title, const std::string& sought, Ui& ui, ImVec2 at, float width) {
  const TextStyle style = ui.style({Size::body, Weight::medium});
  const Paragraph& line = ui.layout_line(title, style, width);
  const std::vector<vault::FoundPlace> found = vault::find_places(title, sought);
  if (!found.empty()) {
    const ImVec2 origin(std::floor(at.x), std::floor(at.y));
    const std::vector<Cell> cells = cells_of(line, title);
    for (const vault::FoundPlace& place : found) {
      draw_marked(line, cells, place.begin, place.end, origin, ui.colors().note_soft);
      draw_underlined(line, cells, place.begin, place.end, origin, ui.colors().note_edge);
    }
  }
  ui.draw(line, at, style.size, ui.color(Tone::normal));
}

// Offers the whole of a title that is cut off, where the mouse is over it.
void offer_whole(const std::string& title, Ui& ui, ImVec2 at, float width) {
  const TextStyle style = ui.style({Size::body, Weight::medium});
  const ImVec2 end(at.x + width, at.y + ui.em(1.5f)), mouse = ImGui::GetMousePos();
  const bool is_over = mouse.x >= at.x && mouse.x < end.x && mouse.y >= at.y && mouse.y < end.y;
  if (is_over && ui.layout_line(title, style, 1e5f).width > width) ui.hints.offer(title, at, end);
}

// Draws the time where it has no place of its own, the kind and the number of an item and what the keeper says of it,
// then her tags, each in its own frame.
void draw_small_print(const std::string& time, const vault::ListedItem& row, Ui& ui, ImVec2 at, float right) {
  const Look look{Size::small, Weight::regular, Tone::secondary};
  constexpr const char* kBetween = "  \u00b7  ";
  std::string about = time + (time.empty() ? "" : kBetween) + std::string(name_of(shown_as(row.kind, row.media))) +
                      " " + vault::item_text(row.number);
  if (!row.who.empty() && row.who != kNotSure)
    about += kBetween + fmt::format(fmt::runtime(tr("from {}")), isolated(row.who));
  if (row.about) about += kBetween + fmt::format(fmt::runtime(tr("beside item {}")), vault::item_text(*row.about));
  if (row.kind == vault::ItemKind::conversation) about += kBetween + message_count_text(row.messages);
  if (row.kind == vault::ItemKind::file) about += kBetween + size_text(row.size);
  if (!row.when.empty()) about += kBetween + fmt::format(fmt::runtime(tr("you say: {}")), isolated(row.when));
  float x = at.x + ui.label(about, at, look, right - at.x);
  for (const std::string& tag : row.tags) {
    const float width = ui.layout_line(tag, ui.style(look), 1e5f).width, left = x + ui.em(0.8f);
    if (left + width + ui.em(1) > right) return;
    ui.panel({left, at.y}, {left + width + ui.em(1), at.y + ui.em(1.35f)}, ui.colors().accent_soft, 0.67f, false);
    ui.label(tag, {left + ui.em(0.5f), at.y}, {Size::small});
    x = left + width + ui.em(1);
  }
}

// Marks a row as chosen or not by a shape too, because colour alone is not seen by everybody.
void draw_mark(Ui& ui, ImVec2 corner, bool is_on) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end(corner.x + ui.em(1.2f), corner.y + ui.em(1.2f));
  list.AddRectFilled(corner, end, is_on ? ui.colors().accent : ui.colors().field, ui.em(0.22f));
  list.AddRect(corner, end, is_on ? ui.colors().accent : ui.colors().border, ui.em(0.22f), 0, ui.em(0.09f));
  if (is_on) ui.icon(Icon::check, corner, 1.2f, ui.colors().on_accent);
}

// Draws what kind of item it is, or a small picture.
void draw_sign(const vault::ListedItem& row, const ItemRow& place, Ui& ui) {
  const ImVec2 middle(place.min.x + ui.em(2.1f), place.min.y + ui.em(kRowHeight / 2));
  if (place.picture != 0) {
    const float scale = ui.em(3.2f) / std::max(place.picture_size.x, place.picture_size.y);
    const ImVec2 half(place.picture_size.x * scale / 2, place.picture_size.y * scale / 2);
    return ui.picture(place.picture, {middle.x - half.x, middle.y - half.y}, {middle.x + half.x, middle.y + half.y},
                      0.2f);
  }
  const bool is_note = row.kind == vault::ItemKind::note;
  ImGui::GetWindowDrawList()->AddCircleFilled(middle, ui.em(1.2f),
                                              is_note ? ui.colors().note_soft : ui.colors().accent_soft);
  ui.icon(icon_of(shown_as(row.kind, row.media)), {middle.x - ui.em(0.6f), middle.y - ui.em(0.6f)}, 1.2f,
          ui.colors().on_soft);
}

}  // namespace

std::string title_of(const vault::ListedItem& row) {
  std::string beginning = row.beginning;
  std::replace_if(
      beginning.begin(), beginning.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  std::string title = foreign_line(beginning.empty() ? row.name : beginning);
  if (title.empty()) title = fmt::format(fmt::runtime(tr("Item {}")), vault::item_text(row.number));
  return title;
}

void draw_item_row(const TimelineState& timeline, const ItemRow& place, Ui& ui) {
  const ImVec2 min = place.min, max = place.max;
  const auto fill = [&](ImU32 color, bool with_edge) {
    ui.panel({min.x, min.y + ui.em(0.15f)}, {max.x, max.y - ui.em(0.15f)}, color, 0.5f, with_edge);
  };
  // Where rows are marked, a row of this colour is one that is marked; the one with the focus has a ring.
  const bool stands_out = place.mark ? *place.mark : place.is_current;
  fill(stands_out ? ui.colors().accent_soft : ui.colors().panel, true);
  if (place.is_hovered) fill(ui.colors().hover, false);
  if (place.mark) draw_mark(ui, {max.x - ui.em(2.4f), min.y + ui.em(2)}, *place.mark);
  const auto found = timeline.rows.find(timeline.keys[place.index].number);
  if (found == timeline.rows.end()) return;  // the row is still being read
  const vault::ListedItem& row = found->second;
  // Where the text is large the title gets the room of the sign and of the time.
  constexpr float kNarrow = 20;
  const bool is_narrow = max.x - min.x < ui.em(kNarrow);
  const float left = min.x + ui.em(is_narrow ? 1 : 4), right = max.x - ui.em(1);
  if (!is_narrow) draw_sign(row, place, ui);
  const std::string time = timeline.found.by_happened ? "" : time_text(row.added_at);
  const float time_width = is_narrow ? 0 : ui.layout_line(time, ui.style({Size::small}), 1e5f).width + ui.em(1);
  const std::string title = title_of(row);
  const ImVec2 title_at(left, min.y + ui.em(0.55f));
  const float title_width = (is_narrow && place.mark ? right - ui.em(kMarkRoom - 1) : right) - left - time_width;
  draw_title(title, timeline.found.words, ui, title_at, title_width);
  if (place.is_hovered) offer_whole(title, ui, title_at, title_width);
  if (!is_narrow)
    ui.label(time, {right - time_width + ui.em(1), min.y + ui.em(0.62f)},
             {Size::small, Weight::regular, Tone::secondary});
  draw_small_print(is_narrow ? time : "", row, ui, {left, min.y + ui.em(2.1f)},
                   place.mark ? right - ui.em(kMarkRoom - 1) : right);
}

}  // namespace daybook::ui
