#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"

// Secrets are drawn letter by letter, so that no buffer of the text engine ever holds two letters of one.

namespace daybook::ui {

void draw_sheet_code(Ui& ui, const crypto::SecretBuffer& code) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const TextStyle style = ui.style({Size::large, Weight::semibold});
  const std::string_view letters = code.expose_text();
  const float width = ui.em(6.4f), cell = ui.em(1.05f);
  const int columns = std::max(1, std::min(4, static_cast<int>(ImGui::GetContentRegionAvail().x / width)));
  int group = 0;
  for (std::size_t at = 0; at + 4 <= letters.size(); at += 5, ++group) {
    const ImVec2 place(corner.x + width * static_cast<float>(group % columns),
                       corner.y + ui.em(2.6f) * static_cast<float>(group / columns));
    ui.panel(place, {place.x + ui.em(6), place.y + ui.em(2.2f)}, ui.colors().panel, 0.35f);
    ui.label(fmt::format("{}", group + 1), {place.x + ui.em(0.3f), place.y + ui.em(0.1f)},
             {Size::small, Weight::regular, Tone::secondary});
    float x = place.x + ui.em(1.3f);
    for (const char letter : letters.substr(at, 4)) {
      const Paragraph& one = ui.layout(std::string_view(&letter, 1), style);
      ui.draw(one, {x + (cell - one.width) / 2, place.y + ui.em(0.2f)}, style.size, ui.colors().text);
      x += cell;
    }
  }
  ImGui::Dummy({1, ui.em(2.6f) * static_cast<float>((group + columns - 1) / columns)});
}

void draw_secret_words(Ui& ui, const crypto::SecretBuffer& secret) {
  const TextStyle style = ui.style({Size::large, Weight::semibold});
  ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + std::min(ImGui::GetContentRegionAvail().x, ui.em(44));
  std::string_view rest = secret.expose_text();
  const float left = at.x;
  while (!rest.empty()) {
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xc0) == 0x80) ++size;
    const Paragraph& one = ui.layout(rest.substr(0, size), style);
    // A line ends at a blank near its end, or where one of the keeper's own has none.
    if (at.x + one.width > right) at = {left, at.y + ui.em(1.9f)};
    ui.draw(one, at, style.size, ui.colors().text);
    at.x += rest[0] == ' ' ? ui.em(0.5f) : one.width;
    if (rest[0] == ' ' && at.x > right - ui.em(6)) at = {left, at.y + ui.em(1.9f)};
    rest.remove_prefix(size);
  }
  ImGui::SetCursorScreenPos({left, at.y + ui.em(2.2f)});
}

}  // namespace daybook::ui
