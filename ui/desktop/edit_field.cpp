#include "ui/desktop/edit_field.h"

#include <algorithm>
#include <cmath>

#include "ui/desktop/imgui_calls.h"
#include "ui/desktop/passage.h"
#include "ui/desktop/scrolling.h"
#include "ui/text/code_points.h"

namespace daybook::ui {
namespace {

constexpr float kMargin = 0.6f;
constexpr ImGuiKey kOwnKeys[] = {ImGuiKey_LeftArrow, ImGuiKey_RightArrow,  ImGuiKey_UpArrow, ImGuiKey_DownArrow,
                                 ImGuiKey_Home,      ImGuiKey_End,         ImGuiKey_PageUp,  ImGuiKey_PageDown,
                                 ImGuiKey_Enter,     ImGuiKey_KeypadEnter, ImGuiKey_Space,   ImGuiKey_Backspace,
                                 ImGuiKey_Delete,    ImGuiKey_A,           ImGuiKey_C,       ImGuiKey_X,
                                 ImGuiKey_V,         ImGuiKey_Z,           ImGuiKey_Y};

std::size_t word_left(std::string_view text, std::size_t at) {
  while (at > 0 && !is_word_byte(text[at - 1])) --at;
  while (at > 0 && is_word_byte(text[at - 1])) --at;
  return at;
}

std::size_t word_right(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(text[at])) ++at;
  while (at < text.size() && !is_word_byte(text[at])) ++at;
  return at;
}

// Where the End key puts the caret: before the line feed, or before the blanks at which the line was broken.
std::size_t end_of(const Line& line, std::string_view text) {
  std::size_t end = line.end;
  while (end > line.begin && (text[end - 1] == '\n' || (text[end - 1] == ' ' && end < text.size()))) --end;
  return end;
}

// Scrolls the page so that the line that is being written in is seen, with one more below it: a field may be higher
// than what there is room for.
void bring_line_into_view(float top, float height) {
  const float x = ImGui::GetItemRectMin().x;
  ImGui::ScrollToRect(ImGui::GetCurrentWindow(), {{x, top}, {x + 1, top + 2 * height}},
                      ImGuiScrollFlags_KeepVisibleEdgeY);
}

}  // namespace

void own_text_keys(ImGuiID id, bool is_multiline) {
  for (const ImGuiKey key : kOwnKeys) {
    const bool is_of_page = key == ImGuiKey_PageUp || key == ImGuiKey_PageDown;
    if (is_multiline || !is_of_page) ImGui::SetKeyOwner(key, id);
  }
  // With Alt these lead back and on, out of a field too.
  if (!ImGui::GetIO().KeyAlt) return;
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow}) ImGui::SetKeyOwner(key, kNoKeyOwner);
}

bool EditField::draw(PressAreas& areas, const PressAreas::Press& press, TextInput& input, const Form& form) {
  const ImGuiID id = ImGui::GetItemID();
  const float margin = areas.em(kMargin);
  const ImVec2 inner(press.min.x + margin, press.min.y + (form.is_multiline ? margin : 0));
  const TextStyle wanted = areas.style({}, form.is_multiline ? form.size.x - 2 * margin - areas.em(0.4f) : 0);
  refresh(areas, input, wanted);
  const float offset = form.is_multiline ? -m_scroll : (form.size.y - m_paragraph.lines[0].height) / 2;
  if (press.is_held && ImGui::IsMouseDown(ImGuiMouseButton_Left))
    take_mouse(input, {inner.x - m_scroll_x, inner.y + offset}, id);
  bool was_entered = false;
  const auto at_first = std::pair(input.caret(), input.revision());
  if (press.is_focused) {
    was_entered = take_keys(areas, input, form, id);
    refresh(areas, input, wanted);
  }
  follow_caret(areas, press, input, form, id);
  if (press.is_focused && at_first != std::pair(input.caret(), input.revision())) {
    const CaretPlace caret = caret_at(m_paragraph, m_cells, static_cast<std::uint32_t>(input.caret()));
    const Line& line = m_paragraph.lines[caret.line];
    bring_line_into_view(inner.y + (form.is_multiline ? line.top - m_scroll : 0),
                         form.is_multiline ? line.height : form.size.y);
  }

  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, areas.colors().field, areas.em(0.4f));
  list.AddRect(press.min, press.max, areas.colors().border, areas.em(0.4f), 0, std::max(1.0f, areas.em(0.06f)));
  list.PushClipRect({press.min.x + 2, press.min.y + 2}, {press.max.x - 2, press.max.y - 2}, true);
  const float top = inner.y + (form.is_multiline ? -m_scroll : offset);
  if (input.empty() && *form.hint != '\0')
    areas.label(form.hint, {inner.x, top}, {Size::body, Weight::regular, Tone::secondary});
  if (input.empty() && *form.key != '\0')
    areas.key_cap(form.key, {press.max.x - margin, (press.min.y + press.max.y) / 2}, Tone::secondary);
  draw_text(areas, input, {inner.x - m_scroll_x, top}, press.is_focused);
  list.PopClipRect();
  return was_entered;
}

void EditField::refresh(PressAreas& areas, const TextInput& input, const TextStyle& wanted) {
  if (m_revision == input.revision() && m_style == wanted) return;
  m_paragraph = areas.layout_once(input.text(), wanted);
  m_cells = cells_of(m_paragraph, input.text());
  m_revision = input.revision();
  m_style = wanted;
}

// `origin` is the place in the window at which the text begins.
void EditField::take_mouse(TextInput& input, ImVec2 origin, ImGuiID id) {
  const ImVec2 mouse = ImGui::GetMousePos();
  const auto at = byte_at(m_paragraph, m_cells, mouse.x - origin.x, mouse.y - origin.y);
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
    input.move_to(at, ImGui::GetIO().KeyShift);
  else if (at != input.caret())
    input.move_to(at, true);
  ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
}

// Scrolls so that the caret is seen, and no further than the text goes.
void EditField::follow_caret(PressAreas& areas, const PressAreas::Press& press, const TextInput& input,
                             const Form& form, ImGuiID id) {
  const CaretPlace caret = caret_at(m_paragraph, m_cells, static_cast<std::uint32_t>(input.caret()));
  if (!form.is_multiline) {
    const float width = form.size.x - areas.em(2 * kMargin);
    m_scroll_x = std::clamp(m_scroll_x, caret.x - width, std::max(0.0f, caret.x - areas.em(0.2f)));
    m_scroll_x = std::clamp(m_scroll_x, 0.0f, std::max(0.0f, m_paragraph.width - width + areas.em(0.1f)));
    return;
  }
  const Line& line = m_paragraph.lines[caret.line];
  const float room = form.size.y - areas.em(2 * kMargin);
  if (const float turned = take_wheel(press.is_hovered, id); turned != 0) {
    m_scroll -= turned * areas.em(3);
  } else if (m_followed_caret != input.caret()) {
    m_scroll = std::clamp(m_scroll, line.top + line.height - room, std::max(0.0f, line.top));
  }
  m_followed_caret = input.caret();
  m_scroll = std::clamp(m_scroll, 0.0f, std::max(0.0f, m_paragraph.height - room));
}

void EditField::draw_text(PressAreas& areas, const TextInput& input, ImVec2 origin, bool is_focused) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_marked(m_paragraph, m_cells, static_cast<std::uint32_t>(input.selection_begin()),
              static_cast<std::uint32_t>(input.selection_end()), origin, areas.colors().selection);
  areas.draw(m_paragraph, origin, m_style.size, areas.colors().text);
  if (!is_focused) return;
  const CaretPlace caret = caret_at(m_paragraph, m_cells, static_cast<std::uint32_t>(input.caret()));
  const Line& line = m_paragraph.lines[caret.line];
  const float x = std::floor(origin.x + caret.x), top = origin.y + line.top;
  list.AddRectFilled({x, top + line.height * 0.12f}, {x + std::max(2.0f, areas.em(0.1f)), top + line.height * 0.88f},
                     areas.colors().accent);
}

// Takes the keys of this frame. Returns whether Enter was pressed in a field of one line.
bool EditField::take_keys(PressAreas& areas, TextInput& input, const Form& form, ImGuiID id) {
  own_text_keys(id, form.is_multiline);
  const ImGuiIO& io = ImGui::GetIO();
  take_moves(input, form.is_multiline, id);
  if (io.KeyCtrl && !io.KeyAlt) take_commands(areas, input, form.takes, id);
  if (form.takes == Takes::nothing) return false;
  take_deletions(input, id);
  for (const char32_t character : areas.take_characters()) {
    if (!io.KeyCtrl || io.KeyAlt) input.insert(utf8_of(character));
  }
  const bool enter = is_pressed(ImGuiKey_Enter, id) || is_pressed(ImGuiKey_KeypadEnter, id);
  if (enter && form.is_multiline) input.insert("\n");
  return enter && !form.is_multiline;
}

void EditField::move_by_lines(TextInput& input, int delta, float goal) {
  const bool selects = ImGui::GetIO().KeyShift;
  const CaretPlace place = caret_at(m_paragraph, m_cells, static_cast<std::uint32_t>(input.caret()));
  const int target = static_cast<int>(place.line) + delta;
  m_goal_x = goal;
  if (target < 0) return input.move_to(0, selects);
  if (target >= static_cast<int>(m_paragraph.lines.size())) return input.move_to(input.text().size(), selects);
  if (m_goal_x < 0) m_goal_x = place.x;
  input.move_to(byte_on_line(m_paragraph, m_cells, static_cast<std::uint32_t>(target), m_goal_x), selects);
}

void EditField::take_moves(TextInput& input, bool is_multiline, ImGuiID id) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyAlt) return;
  const bool selects = io.KeyShift, by_word = io.KeyCtrl;
  const std::string& text = input.text();
  const auto caret = static_cast<std::uint32_t>(input.caret());
  const CaretPlace place = caret_at(m_paragraph, m_cells, caret);
  const Line& line = m_paragraph.lines[place.line];
  const float goal = std::exchange(m_goal_x, -1.0f);
  // In a line that runs from right to left the left arrow goes forward in the text.
  const bool turned = line.is_right_to_left;
  const auto forward = [&] { return by_word ? word_right(text, caret) : next_character(text, caret); };
  const auto backward = [&] { return by_word ? word_left(text, caret) : previous_character(text, caret); };
  constexpr std::pair<ImGuiKey, int> kLineKeys[] = {
      {ImGuiKey_UpArrow, -1}, {ImGuiKey_DownArrow, 1}, {ImGuiKey_PageUp, -10}, {ImGuiKey_PageDown, 10}};
  for (const auto& [key, lines] : kLineKeys) {
    if (is_multiline && is_pressed(key, id)) return move_by_lines(input, lines, goal);
  }
  if (is_pressed(ImGuiKey_LeftArrow, id))
    input.move_to(turned ? forward() : backward(), selects);
  else if (is_pressed(ImGuiKey_RightArrow, id))
    input.move_to(turned ? backward() : forward(), selects);
  else if (is_pressed(ImGuiKey_Home, id))
    input.move_to(by_word ? 0 : line.begin, selects);
  else if (is_pressed(ImGuiKey_End, id))
    input.move_to(by_word ? text.size() : end_of(line, text), selects);
}

void EditField::take_deletions(TextInput& input, ImGuiID id) {
  const bool by_word = ImGui::GetIO().KeyCtrl;
  const std::string& text = input.text();
  const auto caret = static_cast<std::uint32_t>(input.caret());
  if (is_pressed(ImGuiKey_Backspace, id))
    input.erase(by_word ? word_left(text, caret) : previous_character(text, caret), caret);
  else if (is_pressed(ImGuiKey_Delete, id))
    input.erase(caret, by_word ? word_right(text, caret) : next_character(text, caret));
}

void EditField::take_commands(PressAreas& areas, TextInput& input, Takes takes, ImGuiID id) {
  if (is_pressed(ImGuiKey_A, id, false)) input.select_all();
  const bool cuts = is_pressed(ImGuiKey_X, id, false);
  if ((cuts || is_pressed(ImGuiKey_C, id, false)) && input.has_selection())
    areas.copy(input.selected(), takes == Takes::own_words);
  if (takes == Takes::nothing) return;
  if (cuts && input.has_selection()) input.erase(0, 0);
  if (is_pressed(ImGuiKey_V, id)) {
    const std::string pasted = areas.clipboard.get();
    if (takes == Takes::anything || areas.is_own_copy(pasted))
      input.insert(pasted);
    else
      areas.clipboard.paste();
  }
  if (is_pressed(ImGuiKey_Z, id)) ImGui::GetIO().KeyShift ? input.redo() : input.undo();
  if (is_pressed(ImGuiKey_Y, id)) input.redo();
}

}  // namespace daybook::ui
