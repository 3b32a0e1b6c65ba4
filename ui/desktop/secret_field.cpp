#include "ui/desktop/secret_field.h"

#include <algorithm>

#include "ui/desktop/edit_field.h"
#include "ui/desktop/imgui_calls.h"
#include "ui/text/code_points.h"

namespace daybook::ui {
namespace {

constexpr float kMargin = 0.6f;

// Calls `visit(index, x, width, letter)` for each character, the first of which begins at `x`. Returns where the last
// one ends. Each letter is laid out by itself, and where letters stand is not stored, because their widths would tell
// which they are.
template <class Visit>
float each_letter(PressAreas& areas, const SecretInput& input, bool is_shown, float x, Visit visit) {
  const TextStyle styled = areas.style({});
  std::string_view rest = input.secret().expose_text();
  for (std::size_t index = 0; !rest.empty(); ++index) {
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xc0) == 0x80) ++size;
    const std::string_view bytes = rest.substr(0, size);
    const Paragraph letter = is_shown ? areas.layout_once(bytes, styled) : Paragraph();
    const float width = !is_shown ? areas.em(0.6f) : (bytes == " " ? areas.em(0.28f) : letter.width);
    visit(index, x, width, letter);
    x += width;
    rest.remove_prefix(size);
  }
  return x;
}

float x_of_caret(PressAreas& areas, const SecretInput& input, bool is_shown) {
  float caret = -1;
  const float end = each_letter(areas, input, is_shown, 0, [&](std::size_t index, float x, float, const Paragraph&) {
    if (index == input.caret()) caret = x;
  });
  return caret < 0 ? end : caret;
}

// Draws dots or letters, with what is selected marked. Returns the character that begins nearest to `mouse`.
std::size_t draw_letters(PressAreas& areas, const SecretInput& input, bool is_shown, ImVec2 at, float mouse) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float size = areas.style({}).size;
  std::size_t nearest = 0;
  each_letter(areas, input, is_shown, at.x, [&](std::size_t index, float x, float width, const Paragraph& letter) {
    if (mouse > x + width / 2) nearest = index + 1;
    if (index >= input.selection_begin() && index < input.selection_end())
      list.AddRectFilled({x, at.y - areas.em(0.75f)}, {x + width, at.y + areas.em(0.75f)}, areas.colors().selection);
    if (is_shown)
      areas.draw(letter, {x, at.y - letter.height / 2}, size, areas.colors().text);
    else
      list.AddCircleFilled({x + areas.em(0.25f), at.y}, areas.em(0.2f), areas.colors().text);
  });
  return nearest;
}

void paste(PressAreas& areas, SecretInput& input) {
  std::string pasted = areas.clipboard.get();
  CodePoints points = code_points_of(pasted);
  for (const char32_t character : points.values) input.insert(character);
  crypto::wipe({reinterpret_cast<std::uint8_t*>(points.values.data()), points.values.size() * sizeof(char32_t)});
  crypto::wipe({reinterpret_cast<std::uint8_t*>(pasted.data()), pasted.size()});
}

void take_moves(SecretInput& input, ImGuiID id) {
  const ImGuiIO& io = ImGui::GetIO();
  const std::size_t end = input.characters();
  // With Ctrl the caret goes to an end, not by words: where the words part would be told behind the dots.
  if (is_pressed(ImGuiKey_LeftArrow, id))
    input.move_to(io.KeyCtrl ? 0 : input.caret() - (input.caret() > 0), io.KeyShift);
  if (is_pressed(ImGuiKey_RightArrow, id)) input.move_to(io.KeyCtrl ? end : input.caret() + 1, io.KeyShift);
  if (is_pressed(ImGuiKey_Home, id)) input.move_to(0, io.KeyShift);
  if (is_pressed(ImGuiKey_End, id)) input.move_to(end, io.KeyShift);
  if (io.KeyCtrl && !io.KeyAlt && is_pressed(ImGuiKey_A, id, false)) input.select_all();
}

// Takes the keys of this frame. Returns whether Enter was pressed.
bool take_keys(PressAreas& areas, SecretInput& input, ImGuiID id) {
  own_text_keys(id);
  const ImGuiIO& io = ImGui::GetIO();
  take_moves(input, id);
  for (const char32_t character : areas.take_characters()) {
    if (!io.KeyCtrl || io.KeyAlt) input.insert(character);
  }
  if (is_pressed(ImGuiKey_Backspace, id)) io.KeyCtrl ? input.clear() : input.erase_before();
  if (is_pressed(ImGuiKey_Delete, id)) input.erase_after();
  if (io.KeyCtrl && is_pressed(ImGuiKey_V, id)) paste(areas, input);
  return is_pressed(ImGuiKey_Enter, id, false) || is_pressed(ImGuiKey_KeypadEnter, id, false);
}

// Puts the caret where the mouse is, and selects while its button is held.
void take_mouse(SecretInput& input, std::size_t nearest) {
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) return input.select_all();
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left))
    input.move_to(nearest, ImGui::GetIO().KeyShift);
  else if (ImGui::IsMouseDragging(ImGuiMouseButton_Left))
    input.move_to(nearest, true);
}

}  // namespace

bool draw_secret_field(PressAreas& areas, const char* name, SecretInput& input, bool is_shown, float width) {
  const std::string count = std::to_string(input.characters());
  const PressAreas::Press press = areas.area(name, "passphrase", {width, areas.em(2.5f)}, count);
  const ImGuiID id = ImGui::GetItemID();
  const bool is_held = press.is_held && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (press.was_pressed || is_held) ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
  const bool was_entered = press.is_focused && take_keys(areas, input, id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, areas.colors().field, areas.em(0.4f));
  list.AddRect(press.min, press.max, areas.colors().border, areas.em(0.4f), 0, std::max(1.0f, areas.em(0.06f)));
  list.PushClipRect(press.min, press.max, true);
  const float middle = (press.min.y + press.max.y) / 2, begin = press.min.x + areas.em(kMargin);
  // The caret is kept in sight.
  const float caret = x_of_caret(areas, input, is_shown);
  const float over = std::max(0.0f, begin + caret + areas.em(kMargin) - press.max.x);
  const std::size_t nearest = draw_letters(areas, input, is_shown, {begin - over, middle}, ImGui::GetMousePos().x);
  if (press.is_focused) {
    const float x = begin - over + caret;
    list.AddRectFilled({x, middle - areas.em(0.65f)}, {x + std::max(2.0f, areas.em(0.1f)), middle + areas.em(0.65f)},
                       areas.colors().accent);
  }
  list.PopClipRect();
  if (is_held) take_mouse(input, nearest);
  return was_entered;
}

}  // namespace daybook::ui
