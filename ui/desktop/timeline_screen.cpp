#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/screens.h"
#include "ui/words/date_text.h"
#include "ui/words/foreign_text.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr float kRow = 4.2f, kDay = 2.6f;

// The heading over items that happened at the same time. Where no single day is known it says so, because no day may be
// shown that nobody named.
std::string happened_text(const vault::ItemKey& key) {
  if (!key.happened) return tr("Day not known");
  if (key.happened->is_one_day()) return days_text(*key.happened);
  return fmt::format(fmt::runtime(tr("{}, day not known")), days_text(*key.happened));
}

// Finds where each day begins in the list. Only the days are kept: the rows all have one height, and a table of a
// hundred thousand of them is not needed.
void place_days(const TimelineState& timeline, const std::string& language, Views::List& list, Ui& ui) {
  const bool is_placed = list.revision == timeline.revision && list.em == ui.em() && list.language == language;
  if (is_placed) return;
  list.revision = timeline.revision;
  list.em = ui.em();
  list.language = language;
  list.days.clear();
  double top = 0;
  const bool by_happened = timeline.found.by_happened;
  for (std::size_t i = 0; i < timeline.keys.size(); ++i) {
    const vault::ItemKey& key = timeline.keys[i];
    const vault::ItemKey& last = timeline.keys[i - (i > 0 ? 1 : 0)];
    const bool is_same =
        by_happened ? key.happened == last.happened : vault::local_day(key.added_at) == vault::local_day(last.added_at);
    if (i == 0 || !is_same) {
      list.days.push_back({i, top, by_happened ? happened_text(key) : day_text(key.added_at)});
      top += ui.em(kDay);
    }
    top += ui.em(kRow);
  }
  list.height = top;
  list.chosen = std::min(list.chosen, timeline.keys.empty() ? 0 : timeline.keys.size() - 1);
}

double top_of(const Views::List& list, std::size_t row, float em) {
  auto day = std::upper_bound(list.days.begin(), list.days.end(), row,
                              [](std::size_t value, const Views::List::Day& d) { return value < d.first; });
  --day;
  return day->top + em * kDay + static_cast<double>(row - day->first) * em * kRow;
}

// The first row that ends below `y`, in pixels from the top of the whole list.
std::size_t row_at(const Views::List& list, double y, float em) {
  auto day = std::upper_bound(list.days.begin(), list.days.end(), y,
                              [](double value, const Views::List::Day& d) { return value < d.top; });
  if (day != list.days.begin()) --day;
  const double into = std::max(0.0, y - day->top - em * kDay);
  return day->first + static_cast<std::size_t>(into / (em * kRow));
}

std::string title_of(const vault::ListedItem& row) {
  std::string title = row.beginning.empty() ? foreign_line(row.name) : row.beginning;
  if (title.empty()) title = fmt::format(fmt::runtime(tr("Item {}")), vault::item_text(row.number));
  return title;
}

// Draws the kind and the number of an item and what the keeper says of it, then her tags, each in its own frame.
void draw_small_print(const vault::ListedItem& row, Ui& ui, ImVec2 at, float right) {
  const Look look{Size::small, Weight::regular, Tone::secondary};
  constexpr const char* kBetween = "  \u00b7  ";
  std::string about = std::string(name_of(shown_as(row.kind, row.media))) + " " + vault::item_text(row.number);
  if (!row.who.empty()) about += kBetween + fmt::format(fmt::runtime(tr("from {}")), isolated(row.who));
  if (row.about) about += kBetween + fmt::format(fmt::runtime(tr("beside item {}")), vault::item_text(*row.about));
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

void draw_row(const TimelineState& timeline, std::size_t index, Ui& ui, ImVec2 min, ImVec2 max, bool is_chosen,
              bool is_hovered) {
  ui.panel({min.x, min.y + ui.em(0.15f)}, {max.x, max.y - ui.em(0.15f)},
           is_chosen ? ui.colors().accent_soft : ui.colors().panel);
  if (is_hovered)
    ui.panel({min.x, min.y + ui.em(0.15f)}, {max.x, max.y - ui.em(0.15f)}, ui.colors().hover, 0.5f, false);
  const auto found = timeline.rows.find(timeline.keys[index].number);
  if (found == timeline.rows.end()) return;  // the row is still being read
  const vault::ListedItem& row = found->second;
  const float left = min.x + ui.em(4), right = max.x - ui.em(1);
  const bool is_note = row.kind == vault::ItemKind::note;
  ImGui::GetWindowDrawList()->AddCircleFilled({min.x + ui.em(2.1f), min.y + ui.em(kRow / 2)}, ui.em(1.2f),
                                              is_note ? ui.colors().note_soft : ui.colors().accent_soft);
  ui.icon(icon_of(shown_as(row.kind, row.media)), {min.x + ui.em(1.5f), min.y + ui.em(kRow / 2 - 0.6f)}, 1.2f,
          ui.colors().on_soft);
  const std::string time = timeline.found.by_happened ? "" : time_text(row.added_at);
  const float time_width = ui.layout_line(time, ui.style({Size::small}), 1e5f).width;
  ui.label(title_of(row), {left, min.y + ui.em(0.55f)}, {Size::body, Weight::medium},
           right - left - time_width - ui.em(1));
  ui.label(time, {right - time_width, min.y + ui.em(0.62f)}, {Size::small, Weight::regular, Tone::secondary});
  draw_small_print(row, ui, {left, min.y + ui.em(2.1f)}, right);
}

// Marks a row as chosen or not by a shape too, because colour alone is not seen by everybody.
void draw_mark(Ui& ui, ImVec2 corner, bool is_on) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end(corner.x + ui.em(1.2f), corner.y + ui.em(1.2f));
  list.AddRectFilled(corner, end, is_on ? ui.colors().accent : ui.colors().field, ui.em(0.22f));
  list.AddRect(corner, end, is_on ? ui.colors().accent : ui.colors().border, ui.em(0.22f), 0, ui.em(0.09f));
  if (is_on) ui.icon(Icon::check, corner, 1.2f, ui.colors().on_accent);
}

// By what a row is opened, or chosen where rows are chosen.
enum class Opens { no, by_enter, by_space_or_click };

// Takes the keys while the list has the focus. Returns whether the chosen row is to be opened.
Opens take_keys(Views::List& list, std::size_t count, Ui& ui, float height, ImGuiID id) {
  for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Home,
                             ImGuiKey_End, ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Space})
    ImGui::SetKeyOwner(key, id);
  const auto hit = [&](ImGuiKey key) { return is_pressed(key, id); };
  const auto page = static_cast<std::size_t>(std::max(1.0f, height / ui.em(kRow) - 1));
  const std::size_t before = list.chosen;
  if (hit(ImGuiKey_DownArrow)) list.chosen = std::min(count - 1, list.chosen + 1);
  if (hit(ImGuiKey_UpArrow)) list.chosen -= list.chosen > 0;
  if (hit(ImGuiKey_PageDown)) list.chosen = std::min(count - 1, list.chosen + page);
  if (hit(ImGuiKey_PageUp)) list.chosen -= std::min(page, list.chosen);
  if (hit(ImGuiKey_Home)) list.chosen = 0;
  if (hit(ImGuiKey_End)) list.chosen = count - 1;
  if (list.chosen != before) {
    const double top = top_of(list, list.chosen, ui.em());
    list.scroll = std::clamp(list.scroll, top + ui.em(kRow) - height, std::max(0.0, top - ui.em(kDay)));
  }
  if (hit(ImGuiKey_Enter) || hit(ImGuiKey_KeypadEnter)) return Opens::by_enter;
  return hit(ImGuiKey_Space) ? Opens::by_space_or_click : Opens::no;
}

// Enter only chooses: pressed once more, to go on, it must not take out what was chosen.
void open_row(vault::ItemNumber item, Opens opens, const std::set<vault::ItemNumber>* chosen, Actions& actions) {
  if (chosen == nullptr)
    actions.push_back(OpenItem{item});
  else if (opens != Opens::by_enter || !chosen->contains(item))
    actions.push_back(ToggleShared{item});
}

void draw_list(const TimelineState& timeline, Frame& frame, const std::set<vault::ItemNumber>* chosen) {
  Views::List& list = frame.views.list;
  Ui& ui = frame.ui;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 size(room.x - ui.em(0.8f), std::max(ui.em(8), room.y - ui.em(0.4f)));
  const Ui::Press press = ui.area(tr("Items"), "list", size, std::to_string(timeline.keys.size()), true, false,
                                  /*has_ring=*/false);
  const ImGuiID id = ImGui::GetItemID();
  Opens opens = Opens::no;
  if (press.is_hovered && ImGui::GetIO().MouseWheel != 0) {
    list.scroll -= ImGui::GetIO().MouseWheel * ui.em(kRow);
    ImGui::SetKeyOwner(ImGuiKey_MouseWheelY, id);
  }
  if (press.is_focused) opens = take_keys(list, timeline.keys.size(), ui, size.y, id);
  // The letter N alone is a shortcut only while the list has the focus, where it cannot be meant as text.
  const bool notes =
      press.is_focused && chosen == nullptr && !frame.state.is_read_only && ImGui::IsKeyPressed(ImGuiKey_N, false);
  if (notes && ImGui::GetIO().KeyMods == ImGuiMod_None)
    frame.actions.push_back(BeginAdding{Begun::Kind::note, timeline.keys[list.chosen].number});
  const bool removes =
      press.is_focused && chosen == nullptr && !frame.state.is_read_only && ImGui::IsKeyPressed(ImGuiKey_Delete, false);
  if (removes) {
    frame.actions.push_back(OpenItem{timeline.keys[list.chosen].number});
    frame.actions.push_back(AskToRemove{true});
  }
  list.scroll = std::clamp(list.scroll, 0.0, std::max(0.0, list.height - size.y));
  ImDrawList& drawing = *ImGui::GetWindowDrawList();
  drawing.PushClipRect(press.min, press.max, true);
  const std::size_t first = row_at(list, list.scroll, ui.em());
  const ImVec2 mouse = ImGui::GetMousePos();
  std::size_t index = first;
  for (; index < timeline.keys.size(); ++index) {
    const double top = top_of(list, index, ui.em()) - list.scroll;
    if (top > size.y) break;
    const float y = std::floor(press.min.y + static_cast<float>(top));
    const ImVec2 min(press.min.x, y), max(press.max.x - ui.em(0.8f), y + ui.em(kRow));
    const bool is_hovered = press.is_hovered && mouse.x < max.x && mouse.y >= min.y && mouse.y < max.y;
    const bool is_chosen = index == list.chosen && press.is_focused;
    draw_row(timeline, index, ui, min, max, is_chosen, is_hovered);
    if (chosen != nullptr)
      draw_mark(ui, {max.x - ui.em(2.4f), min.y + ui.em(2)}, chosen->contains(timeline.keys[index].number));
    if (is_chosen) ui.ring({min.x + ui.em(0.3f), min.y + ui.em(0.35f)}, {max.x - ui.em(0.3f), max.y - ui.em(0.35f)});
    if (is_hovered && press.was_pressed && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
      list.chosen = index;
      opens = Opens::by_space_or_click;
    }
  }
  for (const Views::List::Day& day : list.days) {
    const double top = day.top - list.scroll;
    if (top > -ui.em(kDay) && top < size.y)
      ui.label(day.text, {press.min.x + ui.em(0.2f), press.min.y + static_cast<float>(top) + ui.em(0.9f)},
               {Size::small, Weight::semibold, Tone::secondary});
    if (top > size.y) break;
  }
  drawing.PopClipRect();
  draw_scrollbar(list.scroll, list.height, ui, press);
  frame.actions.push_back(NeedRows{first, index - first + 1});
  if (opens != Opens::no && list.chosen < timeline.keys.size())
    open_row(timeline.keys[list.chosen].number, opens, chosen, frame.actions);
}

void draw_nothing(const Filter& found, Ui& ui, Actions& actions) {
  if (!found.narrows())
    return ui.text(tr("Nothing here yet. Copy a message and press Ctrl+V, or drop a file on this window."),
                   {Size::large});
  ui.text(found.words.empty() ? std::string(tr("Nothing found."))
                              : fmt::format(fmt::runtime(tr("Nothing found for \"{}\".")), found.words),
          {Size::large});
  if (found.when.empty()) return;
  Filter filter = found;
  filter.when.clear();
  if (ui.button(tr("Search all dates"))) actions.push_back(FilterBy{filter});
}

}  // namespace

void draw_item_list(Frame& frame, const std::set<vault::ItemNumber>* chosen) {
  const TimelineState& timeline = frame.state.timeline;
  Ui& ui = frame.ui;
  draw_filters(timeline, frame.forms.timeline, frame);
  if (timeline.keys.empty()) {
    ui.gap(1);
    if (!timeline.is_loading) draw_nothing(timeline.found, ui, frame.actions);
    return;
  }
  if (frame.views.wants_list) ui.focus(tr("Items"), /*comes_into_view=*/false);
  frame.views.wants_list = false;
  place_days(timeline, frame.state.settings.language, frame.views.list, ui);
  draw_list(timeline, frame, chosen);
}

namespace {

constexpr std::size_t kAllShown = 4, kShown = 3;

void draw_begun(const AddState::Waiting& one, Frame& frame) {
  const Begun& what = one.what;
  std::string name = title_of(what);
  if (!one.begins.empty()) name += ": " + isolated(foreign_line(one.begins));
  name += fmt::format("##begun{}", what.number);
  const vault::ShownAs shown = what.kind == Begun::Kind::picture ? vault::ShownAs::picture
                               : what.kind == Begun::Kind::note  ? vault::ShownAs::note
                                                                 : vault::ShownAs::words;
  if (frame.ui.button(name.c_str(), ButtonKind::normal, icon_of(shown)))
    frame.actions.push_back(OpenBegun{what.number});
}

// What was begun and is not saved stands above everything that is, so that it is not forgotten.
void draw_not_saved(Frame& frame) {
  Ui& ui = frame.ui;
  const AddState& add = frame.state.add;
  bool& shows_all = frame.forms.timeline.shows_all_begun;
  const auto all = not_saved(add, frame.forms.add);
  if (!all.empty())
    ui.text(fmt::format(fmt::runtime(tr("Not saved yet: {}")), all.size()), {Size::body, Weight::semibold});
  const bool is_cut = all.size() > kAllShown && !shows_all;
  for (std::size_t i = is_cut ? all.size() - kShown : 0; i < all.size(); ++i) draw_begun(all[i], frame);
  if (all.size() > kAllShown) {
    const char* more = shows_all ? tr("Show the latest only") : tr("Show all that is not saved");
    if (ui.button(more, ButtonKind::quiet)) {
      shows_all = !shows_all;
      ui.focus(shows_all ? tr("Show the latest only") : tr("Show all that is not saved"));
    }
  }
  if (add.dropped == 0) return;
  const std::string take_back = add.dropped == 1
                                    ? std::string(tr("Take back what was not saved"))
                                    : fmt::format(fmt::runtime(tr("Take back what was not saved: {}")), add.dropped);
  if (ui.button(take_back.c_str(), ButtonKind::quiet, Icon::back)) frame.actions.push_back(TakeBackDropped{});
}

// Until a sheet is known to be on paper, a lost passphrase would be the end of everything here.
void draw_sheet_reminder(Frame& frame) {
  Ui& ui = frame.ui;
  Preferences preferences = frame.state.preferences;
  if (!preferences.asks_for_sheet || frame.state.is_read_only) return;
  ui.text(tr("No sheet is written down yet, as far as this program knows. Without one, a lost passphrase cannot be "
             "replaced."),
          {Size::small, Weight::regular, Tone::secondary}, 60);
  if (ui.button(tr("Make a sheet"), ButtonKind::quiet)) frame.actions.push_back(BeginSafety{SafetyState::Task::sheet});
  ui.beside(tr("Leave it so"));
  if (!ui.button(tr("Leave it so"), ButtonKind::quiet)) return;
  preferences.asks_for_sheet = false;
  frame.actions.push_back(ChangePreferences{preferences});
}

}  // namespace

void draw_timeline(Frame& frame) {
  Ui& ui = frame.ui;
  Actions& actions = frame.actions;
  frame.views.wants_list |= frame.has_come && !ui.is_focus_wanted(tr("Search"));
  if (!frame.state.is_read_only) {
    if (ui.button(tr("Write a note"), ButtonKind::primary, Icon::note))
      actions.push_back(BeginAdding{Begun::Kind::note, std::nullopt});
    ui.beside(tr("Paste words"), Icon::words);
    if (ui.button(tr("Paste words"), ButtonKind::normal, Icon::words)) paste_from(ui, actions);
    ui.beside(tr("Keep a file"), Icon::file);
    if (ui.button(tr("Keep a file"), ButtonKind::normal, Icon::file)) actions.push_back(Browse{BrowseFor::adding});
    const char* screen = tr("Picture of the screen");
    if (ui.take_screen) {
      ui.beside(screen, Icon::picture);
      if (ui.button(screen, ButtonKind::normal, Icon::picture)) ui.take_screen();
    }
  }
  draw_sheet_reminder(frame);
  draw_not_saved(frame);
  draw_item_list(frame, nullptr);
}

}  // namespace daybook::ui
