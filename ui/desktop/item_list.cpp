#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/item_row.h"
#include "ui/desktop/list_days.h"
#include "ui/desktop/marked_items.h"
#include "ui/desktop/row_menu.h"
#include "ui/desktop/scrolling.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr float kRow = kRowHeight, kDay = kDayHeight;
constexpr int kFramesToFollow = 4;

// By what a row is opened, or chosen where rows are chosen.
enum class Opens { no, by_enter, by_space_or_click };

// The list as it is drawn in one frame.
class ItemList {
 public:
  // With `chosen`, rows are opened by choosing them for a copy.
  ItemList(Frame& frame, const std::set<vault::ItemNumber>* chosen)
      : m_frame(frame),
        m_timeline(frame.state.timeline),
        m_ui(frame.ui),
        m_view(frame.views.list),
        m_chosen(chosen),
        m_can_act(chosen == nullptr && !frame.state.is_read_only),
        m_has_menu(m_view.menu.has_value()) {}

  void draw() {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ImVec2 size(room.x - m_ui.em(0.8f), std::max(m_ui.em(8), room.y - m_ui.em(0.4f)));
    m_press = m_ui.area(tr("Items"), "list", size, std::to_string(m_timeline.keys.size()), true, false,
                        /*has_ring=*/false);
    m_id = ImGui::GetItemID();
    follow_focus();
    m_view.scroll -= take_wheel(m_press.is_hovered, m_id) * m_ui.em(kRow);
    // The key that brought the focus here has done its work elsewhere: Enter on a button must not open a row too.
    if (m_press.is_focused && had_focus() && !m_has_menu && !begin_search()) take_keys();
    if (!m_press.is_focused) m_view.frames_of_search = 0;
    m_view.scroll = std::clamp(m_view.scroll, 0.0, std::max(0.0, m_view.height - height()));
    m_frame.actions.push_back(draw_rows());
    m_view.scroll_before = m_view.scroll;
    if (m_view.chosen < m_timeline.keys.size()) m_view.item = item_at(m_view.chosen);
    draw_scrollbar(m_view.scroll, m_view.height, m_ui, m_press);
    open_row();
  }

 private:
  // With large text the list is one of several things on a page that scrolls.
  void follow_focus() {
    if (m_frame.has_come) m_view.frames_to_follow = 0;  // a page is shown from its beginning
    if (!m_press.is_focused || m_view.frames_to_follow == 0) return;
    --m_view.frames_to_follow;
    ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
    show_chosen();
  }
  void show_chosen() {
    if (m_view.chosen >= m_timeline.keys.size()) return;
    const double top = top_of(m_view, m_view.chosen, m_ui.em());
    const double most = std::max(0.0, top - m_ui.em(kDay)), least = std::min(most, top + m_ui.em(kRow) - height());
    m_view.scroll = std::clamp(m_view.scroll, least, most);
  }

  // Whether the list had the focus in the frame before.
  bool had_focus() const {
    const auto& before = m_ui.widgets();
    return std::any_of(before.begin(), before.end(),
                       [](const Widget& one) { return one.role == "list" && one.is_focused; });
  }
  float height() const { return m_press.max.y - m_press.min.y; }
  vault::ItemNumber item_at(std::size_t row) const { return m_timeline.keys[row].number; }
  void act(Action action) { m_frame.actions.push_back(std::move(action)); }

  void take_keys() {
    for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Home,
                               ImGuiKey_End, ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Space, ImGuiKey_A})
      ImGui::SetKeyOwner(key, m_id);
    const std::size_t before = m_view.chosen;
    move_by_keys();
    // As in the timeline, Shift with the arrow keys chooses what is passed.
    const bool passes = m_chosen != nullptr && m_view.chosen != before && ImGui::GetIO().KeyShift;
    if (passes && !m_chosen->contains(item_at(m_view.chosen))) act(ToggleShared{item_at(m_view.chosen)});
    if (m_can_act) {
      mark_by_keys(before);
      act_by_keys();
    }
    const bool marks = m_can_act && ImGui::GetIO().KeyCtrl;
    if (m_chosen == nullptr) open_menu_by_keys();
    if (hit(ImGuiKey_Enter) || hit(ImGuiKey_KeypadEnter))
      m_opens = Opens::by_enter;
    else if (hit(ImGuiKey_Space) && !marks)
      m_opens = Opens::by_space_or_click;
  }
  bool hit(ImGuiKey key) const { return is_pressed(key, m_id); }

  void move_by_keys() {
    const std::size_t count = m_timeline.keys.size(), before = m_view.chosen;
    const auto page = static_cast<std::size_t>(std::max(1.0f, height() / m_ui.em(kRow) - 1));
    std::size_t& row = m_view.chosen;
    if (hit(ImGuiKey_DownArrow)) row = std::min(count - 1, row + 1);
    if (hit(ImGuiKey_UpArrow)) row -= row > 0;
    if (hit(ImGuiKey_PageDown)) row = std::min(count - 1, row + page);
    if (hit(ImGuiKey_PageUp)) row -= std::min(page, row);
    if (hit(ImGuiKey_Home)) row = 0;
    if (hit(ImGuiKey_End)) row = count - 1;
    if (row == before) return;
    show_chosen();
    m_view.frames_to_follow = kFramesToFollow;
  }

  // The keys by which lists elsewhere mark rows. `before` is the row from which the keys have moved.
  void mark_by_keys(std::size_t before) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl && is_pressed(ImGuiKey_A, m_id, false)) act(MarkAll{});
    if (io.KeyCtrl && is_pressed(ImGuiKey_Space, m_id, false)) act(ToggleMarked{item_at(m_view.chosen)});
    if (io.KeyCtrl) m_view.frames_to_follow = kFramesToFollow;  // the buttons for marked rows may come
    if (m_view.chosen == before) return;
    if (io.KeyShift)
      mark_up_to(m_view.chosen);
    else
      m_view.anchor = m_view.chosen;
  }

  void open_menu_by_keys() {
    const bool is_wanted = ImGui::IsKeyPressed(ImGuiKey_Menu, false) ||
                           (ImGui::GetIO().KeyShift && ImGui::IsKeyPressed(ImGuiKey_F10, false));
    if (!is_wanted) return;
    const double below = top_of(m_view, m_view.chosen, m_ui.em()) - m_view.scroll + m_ui.em(kRow);
    open_row_menu(item_at(m_view.chosen), {m_press.min.x + m_ui.em(4), m_press.min.y + static_cast<float>(below)},
                  m_view);
  }

  void mark_up_to(std::size_t row) {
    MarkOnly wanted;
    const auto [first, last] = std::minmax(m_view.anchor, row);
    for (std::size_t i = first; i <= last; ++i) wanted.items.insert(item_at(i));
    act(std::move(wanted));
  }

  // Letters begin a search, as in lists elsewhere: whoever types into the list must not do something to an item by it.
  // Until the field has the focus, a few frames later, all that is typed goes there. Returns whether it does.
  bool begin_search() {
    constexpr int kFramesUntilFocus = 4;
    const ImGuiIO& io = ImGui::GetIO();
    const bool goes_on = m_view.frames_of_search > 0;
    m_view.frames_of_search -= goes_on ? 1 : 0;
    std::string typed;
    for (const char32_t character : m_ui.typed()) {
      const bool is_text = io.KeyCtrl == io.KeyAlt && character >= U' ';  // with both it is AltGr
      if (is_text && (character != U' ' || goes_on || !typed.empty())) typed += utf8_of(character);
    }
    if (typed.empty()) return goes_on;
    TextInput& search = m_frame.forms.timeline.search;
    if (goes_on)
      search.move_to(search.text().size(), false);
    else
      search.select_all();
    search.insert(typed);
    m_ui.focus(tr("Search"));
    m_view.frames_of_search = kFramesUntilFocus;
    return true;
  }

  void act_by_keys() {
    const vault::ItemNumber item = item_at(m_view.chosen);
    if (ImGui::IsKeyPressed(ImGuiKey_N, false) && ImGui::GetIO().KeyMods == ImGuiMod_Alt)
      act(BeginAdding{Begun::Kind::note, item});
    if (ImGui::IsKeyPressed(ImGuiKey_Q, false) && ImGui::GetIO().KeyMods == ImGuiMod_Alt) {
      act(OpenItem{item});
      act(AskQuestion{0});
    }
    if (!ImGui::IsKeyPressed(ImGuiKey_Delete, false)) return;
    if (!m_timeline.marked.empty()) return ask_to_remove_marked(m_frame);
    act(OpenItem{item});
    act(AskToRemove{true});
  }

  void take_click(std::size_t row, bool is_on_mark) {
    const ImGuiIO& io = ImGui::GetIO();
    m_view.chosen = row;
    if (m_can_act && io.KeyShift) return mark_up_to(row);
    m_view.anchor = row;
    if (m_can_act && (io.KeyCtrl || is_on_mark))
      act(ToggleMarked{item_at(row)});
    else
      m_opens = Opens::by_space_or_click;
  }

  // Draws the rows that are seen, and returns which these are.
  NeedRows draw_rows() {
    ImDrawList& drawing = *ImGui::GetWindowDrawList();
    drawing.PushClipRect(m_press.min, m_press.max, true);
    const std::size_t first = row_at(m_view, m_view.scroll, m_ui.em());
    std::size_t index = first;
    for (; index < m_timeline.keys.size(); ++index) {
      const double top = top_of(m_view, index, m_ui.em()) - m_view.scroll;
      if (top > height()) break;
      draw_row(index, std::floor(m_press.min.y + static_cast<float>(top)));
    }
    draw_days();
    drawing.PopClipRect();
    return {first, index - first + 1};
  }

  void draw_row(std::size_t index, float y) {
    const ImVec2 mouse = ImGui::GetMousePos();
    ItemRow row;
    row.index = index;
    row.min = {m_press.min.x, y};
    row.max = {m_press.max.x - m_ui.em(0.8f), y + m_ui.em(kRow)};
    row.is_hovered = m_press.is_hovered && mouse.x < row.max.x && mouse.y >= row.min.y && mouse.y < row.max.y;
    row.is_current = index == m_view.chosen && (m_press.is_focused || m_has_menu);
    const std::set<vault::ItemNumber>& marked = m_chosen != nullptr ? *m_chosen : m_timeline.marked;
    if (m_chosen != nullptr || (m_can_act && !marked.empty())) row.mark = marked.contains(item_at(index));
    bring_picture(row);
    draw_item_row(m_timeline, row, m_ui);
    if (row.is_current)
      m_ui.ring({row.min.x + m_ui.em(0.3f), row.min.y + m_ui.em(0.35f)},
                {row.max.x - m_ui.em(0.3f), row.max.y - m_ui.em(0.35f)});
    if (row.is_hovered) take_mouse(row, mouse);
  }

  // A row shows a small picture only where the keeper has turned covering off. A few are read at a time, and none while
  // the list moves on, so that those which are passed by are not read at all.
  void bring_picture(ItemRow& row) {
    constexpr std::size_t kMostAtOnce = 3;
    if (m_frame.state.preferences.covers_pictures) return;
    const vault::ItemNumber item = item_at(row.index);
    const auto known = m_timeline.rows.find(item);
    if (known == m_timeline.rows.end() || shown_as(known->second.kind, known->second.media) != vault::ShownAs::picture)
      return;
    const SmallPicture* small = find_picture(m_frame, item, row.picture);
    if (small != nullptr && small->pixels)
      row.picture_size = {static_cast<float>(small->pixels->width), static_cast<float>(small->pixels->height)};
    const bool rests = m_view.scroll == m_view.scroll_before;
    if (small == nullptr && rests && m_frame.state.pictures.waiting() + m_pictures_asked < kMostAtOnce) {
      ++m_pictures_asked;
      act(NeedPicture{item});
    }
  }

  // While a menu is open, a click elsewhere only closes it.
  void take_mouse(const ItemRow& row, ImVec2 mouse) {
    if (m_press.was_pressed && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !m_has_menu)
      take_click(row.index, row.mark.has_value() && mouse.x > row.max.x - m_ui.em(kMarkRoom));
    if (m_chosen != nullptr || !ImGui::IsMouseReleased(ImGuiMouseButton_Right)) return;
    m_view.chosen = m_view.anchor = row.index;
    open_row_menu(item_at(row.index), mouse, m_view);
  }

  void draw_days() {
    for (const Views::List::Day& day : m_view.days) {
      const double top = day.top - m_view.scroll;
      if (top > -m_ui.em(kDay) && top < height())
        m_ui.label(day.text, {m_press.min.x + m_ui.em(0.2f), m_press.min.y + static_cast<float>(top) + m_ui.em(0.9f)},
                   {Size::small, Weight::semibold, Tone::secondary});
      if (top > height()) break;
    }
  }

  // Enter only chooses: pressed once more, to go on, it must not take out what was chosen.
  void open_row() {
    if (m_opens == Opens::no || m_view.chosen >= m_timeline.keys.size()) return;
    const vault::ItemNumber item = item_at(m_view.chosen);
    if (m_chosen == nullptr)
      act(open_action(item, m_timeline));
    else if (m_opens != Opens::by_enter || !m_chosen->contains(item))
      act(ToggleShared{item});
  }

  Frame& m_frame;
  const TimelineState& m_timeline;
  Ui& m_ui;
  Views::List& m_view;
  const std::set<vault::ItemNumber>* m_chosen;
  bool m_can_act;   // rows can be marked, and something be done with them
  bool m_has_menu;  // the menu of a row is open
  Ui::Press m_press{};
  ImGuiID m_id = 0;
  Opens m_opens = Opens::no;
  std::size_t m_pictures_asked = 0;  // in this frame
};

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
  const float top = ImGui::GetCursorPosY();
  draw_filters(timeline, frame.forms.timeline, /*marks=*/chosen == nullptr, frame);
  stay_in_place(ImGui::GetCursorPosY() - top, frame);
  if (timeline.keys.empty()) {
    ui.gap(1);
    if (!timeline.is_loading) draw_nothing(timeline.found, ui, frame.actions);
    return;
  }
  if (frame.views.wants_list) ui.focus(tr("Items"), /*comes_into_view=*/false);
  frame.views.wants_list = false;
  place_days(timeline, frame.state.settings.language, frame.views.list, ui);
  ItemList(frame, chosen).draw();
  if (chosen == nullptr) draw_row_menu(frame);
}

}  // namespace daybook::ui
