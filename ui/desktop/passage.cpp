#include "ui/desktop/passage.h"

#include <algorithm>
#include <cctype>

#include "ui/desktop/imgui_calls.h"

namespace daybook::ui {
namespace {

constexpr ImGuiKey kKeysThatChoose[] = {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
                                        ImGuiKey_DownArrow, ImGuiKey_Home,       ImGuiKey_End};

}  // namespace

void draw_marked(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t from, std::uint32_t to,
                 ImVec2 origin, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Cell& cell : cells) {
    if (cell.begin < from || cell.begin >= to) continue;
    const Line& line = paragraph.lines[cell.line];
    list.AddRectFilled({origin.x + cell.left, origin.y + line.top},
                       {origin.x + cell.right + 1, origin.y + line.top + line.height}, color);
  }
}

void draw_underlined(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t from, std::uint32_t to,
                     ImVec2 origin, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Cell& cell : cells) {
    if (cell.begin < from || cell.begin >= to) continue;
    const Line& line = paragraph.lines[cell.line];
    const float bottom = origin.y + line.top + line.height, thick = std::max(2.0f, line.height * 0.07f);
    list.AddRectFilled({origin.x + cell.left, bottom - thick}, {origin.x + cell.right + 1, bottom}, color);
  }
}

bool is_word_byte(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80 || std::isalnum(static_cast<unsigned char>(byte)) != 0;
}

std::pair<std::uint32_t, std::uint32_t> word_around(std::string_view text, std::uint32_t at) {
  std::size_t begin = std::min<std::size_t>(at, text.size()), end = begin;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void Passage::draw(PressAreas& areas, const PressAreas::Press& press, std::string_view text, const Paragraph& paragraph,
                   const TextStyle& style, bool is_own) {
  const auto size = static_cast<std::uint32_t>(text.size());
  m_anchor = std::min(m_anchor, size);
  m_caret = std::min(m_caret, size);
  const ImGuiID id = ImGui::GetItemID();
  if (press.is_held || press.is_focused || from() != to()) {
    const std::vector<Cell> cells = cells_of(paragraph, text);
    if (press.is_held && ImGui::IsMouseDown(ImGuiMouseButton_Left)) take_mouse(paragraph, cells, text, press.min);
    if (press.is_focused) take_keys(areas, paragraph, cells, text, is_own, id);
    draw_marked(paragraph, cells, from(), to(), press.min, areas.colors().selection);
  }
  if (press.is_hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  areas.draw(paragraph, press.min, style.size, areas.colors().text);
}

void Passage::take_mouse(const Paragraph& paragraph, const std::vector<Cell>& cells, std::string_view text,
                         ImVec2 origin) {
  const ImVec2 mouse = ImGui::GetMousePos();
  const std::uint32_t at = byte_at(paragraph, cells, mouse.x - origin.x, mouse.y - origin.y);
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
    std::tie(m_anchor, m_caret) = word_around(text, at);
  else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::GetIO().KeyShift)
    m_anchor = m_caret = at;
  else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) || ImGui::IsMouseDragging(ImGuiMouseButton_Left))
    m_caret = at;
  ImGui::SetFocusID(ImGui::GetItemID(), ImGui::GetCurrentWindow());
}

// Without Shift the arrow keys lead on to the next widget, as everywhere on a page.
void Passage::take_keys(PressAreas& areas, const Paragraph& paragraph, const std::vector<Cell>& cells,
                        std::string_view text, bool is_own, ImGuiID id) {
  const ImGuiIO& io = ImGui::GetIO();
  for (const ImGuiKey key : {ImGuiKey_A, ImGuiKey_C}) ImGui::SetKeyOwner(key, id);
  if (io.KeyCtrl && is_pressed(ImGuiKey_A, id, false)) m_anchor = 0, m_caret = static_cast<std::uint32_t>(text.size());
  if (io.KeyCtrl && is_pressed(ImGuiKey_C, id, false) && from() != to())
    areas.copy(text.substr(from(), to() - from()), is_own);
  if (!io.KeyShift) return;
  for (const ImGuiKey key : kKeysThatChoose) ImGui::SetKeyOwner(key, id);
  const CaretPlace place = caret_at(paragraph, cells, m_caret);
  const Line& line = paragraph.lines[place.line];
  const auto on_line = [&](std::uint32_t wanted) { return byte_on_line(paragraph, cells, wanted, place.x); };
  const auto last = static_cast<std::uint32_t>(paragraph.lines.size() - 1);
  const bool forward_is_left = line.is_right_to_left;
  if (is_pressed(ImGuiKey_LeftArrow, id))
    m_caret = forward_is_left ? next_character(text, m_caret) : previous_character(text, m_caret);
  if (is_pressed(ImGuiKey_RightArrow, id))
    m_caret = forward_is_left ? previous_character(text, m_caret) : next_character(text, m_caret);
  if (is_pressed(ImGuiKey_UpArrow, id)) m_caret = place.line == 0 ? 0 : on_line(place.line - 1);
  if (is_pressed(ImGuiKey_DownArrow, id))
    m_caret = place.line == last ? static_cast<std::uint32_t>(text.size()) : on_line(place.line + 1);
  if (is_pressed(ImGuiKey_Home, id)) m_caret = line.begin;
  if (is_pressed(ImGuiKey_End, id)) m_caret = line.end;
}

}  // namespace daybook::ui
