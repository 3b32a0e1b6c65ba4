#include "ui/desktop/row_menu.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/marked_items.h"
#include "ui/words/translate.h"

namespace daybook::ui {
namespace {

constexpr float kEdge = 0.35f;  // ems around the entries

struct Entry {
  const char* name;
  Icon icon;
  Actions actions;
  void (*also)(Frame&) = nullptr;  // what is no action: what the window shows then
};

void show_tags(Frame& frame) {
  frame.forms.timeline.shows_tags = true;
  frame.ui.focus(tr("Another tag"));
}

// No entry has the name of a button on the page, which would get the focus in its place. As lists elsewhere do, the
// menu of a row that is marked with others acts on all of them.
std::vector<Entry> entries_of_marked(vault::ItemNumber item, const AppState& state) {
  std::vector<Entry> entries;
  entries.push_back({tr("Share these"), Icon::copy, {BeginSharing{state.timeline.marked}}});
  entries.push_back({tr("Give these a tag"), Icon::tag, {}, show_tags});
  entries.push_back({tr("Remove these ..."), Icon::remove, {}, ask_to_remove_marked});
  entries.push_back({tr("Open"), Icon::chevron, {open_action(item, state.timeline)}});
  entries.push_back({tr("Leave it out"), Icon::check, {ToggleMarked{item}}});
  entries.push_back({tr("Close"), Icon::close, {}});
  return entries;
}

// What can be done with an item, as its page does it.
std::vector<Entry> entries_of(vault::ItemNumber item, const AppState& state) {
  const std::set<vault::ItemNumber>& marked = state.timeline.marked;
  if (!state.is_read_only && marked.size() > 1 && marked.contains(item)) return entries_of_marked(item, state);
  std::vector<Entry> entries;
  entries.push_back({tr("Open"), Icon::chevron, {open_action(item, state.timeline)}});
  if (!state.is_read_only) {
    const bool is_marked = state.timeline.marked.contains(item);
    entries.push_back({tr("Write a note beside it"), Icon::note, {BeginAdding{Begun::Kind::note, item}}});
    entries.push_back({tr("Share it"), Icon::copy, {BeginSharing{item}}});
    entries.push_back({tr("Save it out ..."), Icon::file, {OpenItem{item}, AskToSaveOut{item}}});
    entries.push_back({is_marked ? tr("Leave it out") : tr("Choose it"), Icon::check, {ToggleMarked{item}}});
    entries.push_back({tr("Remove ..."), Icon::remove, {OpenItem{item}, AskToRemove{true}}});
  }
  entries.push_back({tr("Close"), Icon::close, {}});
  return entries;
}

ImVec2 size_of(const std::vector<Entry>& entries, Ui& ui) {
  float width = 0;
  for (const Entry& entry : entries) width = std::max(width, ui.entry_width(entry.name));
  return {width + ui.em(2 * kEdge), ui.em(Ui::kEntryHeight * static_cast<float>(entries.size()) + 2 * kEdge)};
}

// The menu in one frame.
class RowMenu {
 public:
  explicit RowMenu(Frame& frame)
      : m_frame(frame),
        m_ui(frame.ui),
        m_list(frame.views.list),
        m_entries(entries_of(m_list.menu->item, frame.state)) {}

  void draw() {
    const bool has_come = std::exchange(m_list.menu->has_come, false);
    if (has_come) m_ui.focus(m_entries.front().name);
    const ImVec2 cursor = ImGui::GetCursorScreenPos(), end = ImGui::GetCurrentWindow()->DC.CursorMaxPos;
    const ImRect place = find_place();
    ImGui::SetCursorScreenPos(place.Min);
    begin_part("menu of a row", place.GetSize());
    m_ui.panel(place.Min, place.Max, m_ui.colors().panel);
    ImGui::GetWindowDrawList()->AddRect(place.Min, place.Max, m_ui.colors().border, m_ui.em(0.5f), 0, m_ui.em(0.1f));
    const ImGuiID id = ImGui::GetCurrentWindow()->ID;
    draw_entries(place.GetWidth() - m_ui.em(2 * kEdge));
    ImGui::EndChild();
    ImGui::SetCursorScreenPos(cursor);
    ImGui::Dummy({0, 0});                              // Dear ImGui wants an item where the cursor was put back to
    ImGui::GetCurrentWindow()->DC.CursorMaxPos = end;  // the menu lies over the page, which gets no longer by it
    if (m_chosen) return choose(*m_chosen);
    if (m_focused) take_keys(id);
    if (!has_come) take_mouse(place);
  }

 private:
  // The menu stands where it was asked for, or as near to it as there is room. With large text it scrolls.
  ImRect find_place() const {
    const ImRect room = ImGui::GetCurrentWindow()->InnerClipRect;
    const ImVec2 wanted = size_of(m_entries, m_ui);
    const ImVec2 size(std::min(wanted.x, room.GetWidth()), std::min(wanted.y, room.GetHeight()));
    const ImVec2 at(std::floor(std::clamp(m_list.menu->at.x, room.Min.x, room.Max.x - size.x)),
                    std::floor(std::clamp(m_list.menu->at.y, room.Min.y, room.Max.y - size.y)));
    return {at, {at.x + size.x, at.y + size.y}};
  }

  void draw_entries(float width) {
    ImGui::SetCursorPos({m_ui.em(kEdge), m_ui.em(kEdge)});
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
      if (m_ui.entry(m_entries[i].name, m_entries[i].icon, width)) m_chosen = i;
      if (ImGui::IsItemFocused()) m_focused = i;
    }
    ImGui::PopStyleVar();
    ImGui::EndGroup();
  }

  void choose(std::size_t entry) {
    for (Action& action : m_entries[entry].actions) m_frame.actions.push_back(std::move(action));
    close();
    if (m_entries[entry].also == nullptr) return;
    m_frame.views.wants_list = false;
    m_entries[entry].also(m_frame);
  }

  // Esc hides the window, as everywhere, so other keys close the menu.
  void take_keys(ImGuiID id) {
    for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_LeftArrow, ImGuiKey_RightArrow,
                               ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Tab, ImGuiKey_Backspace})
      ImGui::SetKeyOwner(key, id);
    const auto hit = [id](ImGuiKey key) { return is_pressed(key, id); };
    if (hit(ImGuiKey_LeftArrow) || hit(ImGuiKey_Backspace)) return close();
    const std::size_t count = m_entries.size(), before = *m_focused;
    std::size_t now = before;
    const bool is_tab = hit(ImGuiKey_Tab), is_back = ImGui::GetIO().KeyShift;
    if (hit(ImGuiKey_DownArrow) || (is_tab && !is_back)) now = (now + 1) % count;
    if (hit(ImGuiKey_UpArrow) || (is_tab && is_back)) now = (now + count - 1) % count;
    if (hit(ImGuiKey_Home)) now = 0;
    if (hit(ImGuiKey_End)) now = count - 1;
    if (now != before) m_ui.focus(m_entries[now].name);
  }

  // A click elsewhere closes the menu. What has the focus by then keeps it.
  void take_mouse(const ImRect& place) {
    const bool is_click =
        ImGui::IsMouseReleased(ImGuiMouseButton_Left) || ImGui::IsMouseReleased(ImGuiMouseButton_Right);
    if (!is_click || place.Contains(ImGui::GetMousePos())) return;
    m_list.menu.reset();
    m_frame.views.wants_list |= m_focused.has_value();
  }

  void close() {
    m_list.menu.reset();
    m_frame.views.wants_list = true;
  }

  Frame& m_frame;
  Ui& m_ui;
  Views::List& m_list;
  std::vector<Entry> m_entries;
  std::optional<std::size_t> m_chosen, m_focused;
};

}  // namespace

void open_row_menu(vault::ItemNumber item, ImVec2 at, Views::List& list) { list.menu = Views::List::Menu{item, at}; }

void draw_row_menu(Frame& frame) {
  if (frame.has_come) frame.views.list.menu.reset();
  if (frame.views.list.menu) RowMenu(frame).draw();
}

}  // namespace daybook::ui
