#include "ui/desktop/secret_field.h"

#include <algorithm>

#include "ui/desktop/edit_field.h"
#include "ui/desktop/imgui_calls.h"
#include "ui/text/code_points.h"

namespace daybook::ui {
namespace {

constexpr float kMargin = 0.6f;

// Draws dots or letters from `at` on, or only measures them when `draws` is false. Returns where they end.
float draw_letters(PressAreas& areas, const SecretInput& input, bool is_shown, ImVec2 at, bool draws) {
  const ImU32 ink = areas.colors().text;
  if (!is_shown) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < input.characters(); ++i, at.x += areas.em(0.6f)) {
      if (draws) list.AddCircleFilled({at.x + areas.em(0.25f), at.y}, areas.em(0.2f), ink);
    }
    return at.x;
  }
  const TextStyle styled = areas.style({});
  std::string_view rest = input.secret().expose_text();
  while (!rest.empty()) {
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xc0) == 0x80) ++size;
    const Paragraph one = areas.layout_once(rest.substr(0, size), styled);
    if (draws) areas.draw(one, {at.x, at.y - one.height / 2}, styled.size, ink);
    at.x += rest.substr(0, size) == " " ? areas.em(0.28f) : one.width;
    rest.remove_prefix(size);
  }
  return at.x;
}

void paste(PressAreas& areas, SecretInput& input) {
  std::string pasted = areas.clipboard.get();
  CodePoints points = code_points_of(pasted);
  for (const char32_t character : points.values) input.append(character);
  crypto::wipe({reinterpret_cast<std::uint8_t*>(points.values.data()), points.values.size() * sizeof(char32_t)});
  crypto::wipe({reinterpret_cast<std::uint8_t*>(pasted.data()), pasted.size()});
}

// Takes the keys of this frame. Returns whether Enter was pressed.
bool take_keys(PressAreas& areas, SecretInput& input, ImGuiID id) {
  own_text_keys(id);
  const ImGuiIO& io = ImGui::GetIO();
  for (const char32_t character : areas.take_characters()) {
    if (!io.KeyCtrl || io.KeyAlt) input.append(character);
  }
  if (is_pressed(ImGuiKey_Backspace, id)) io.KeyCtrl ? input.clear() : input.erase_last();
  if (io.KeyCtrl && is_pressed(ImGuiKey_V, id)) paste(areas, input);
  return is_pressed(ImGuiKey_Enter, id, false) || is_pressed(ImGuiKey_KeypadEnter, id, false);
}

}  // namespace

bool draw_secret_field(PressAreas& areas, const char* name, SecretInput& input, bool is_shown, float width) {
  const std::string count = std::to_string(input.characters());
  const PressAreas::Press press = areas.area(name, "passphrase", {width, areas.em(2.5f)}, count);
  const ImGuiID id = ImGui::GetItemID();
  if (press.was_pressed) ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
  const bool was_entered = press.is_focused && take_keys(areas, input, id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, areas.colors().field, areas.em(0.4f));
  list.AddRect(press.min, press.max, areas.colors().border, areas.em(0.4f), 0, std::max(1.0f, areas.em(0.06f)));
  list.PushClipRect(press.min, press.max, true);
  const float middle = (press.min.y + press.max.y) / 2, begin = press.min.x + areas.em(kMargin);
  // The end of the passphrase is kept in sight, because that is where characters are added and taken back.
  const float over = draw_letters(areas, input, is_shown, {begin, middle}, false) + areas.em(kMargin) - press.max.x;
  const float x = draw_letters(areas, input, is_shown, {begin - std::max(0.0f, over), middle}, true);
  if (press.is_focused)
    list.AddRectFilled({x, middle - areas.em(0.65f)}, {x + std::max(2.0f, areas.em(0.1f)), middle + areas.em(0.65f)},
                       areas.colors().accent);
  list.PopClipRect();
  return was_entered;
}

}  // namespace daybook::ui
