#include <fmt/format.h>

#include <algorithm>

#include "ui/desktop/screens.h"
#include "ui/words/strength_text.h"
#include "ui/words/translate.h"

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

namespace {

// The strength stands in a word and in steps that are filled: colour alone is not seen by everybody.
void draw_strength(Ui& ui, const NewPassphrase& next, vault::StrengthEstimate estimate) {
  if (next.chosen.empty()) return;
  constexpr int kMostSteps = 3;
  const int steps = 1 + static_cast<int>(estimate.strength);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  for (int i = 0; i < kMostSteps; ++i) {
    const ImVec2 from(corner.x + ui.em(2.2f) * static_cast<float>(i), corner.y + ui.em(0.55f));
    const ImVec2 to(from.x + ui.em(2), from.y + ui.em(0.5f));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (i < steps) list.AddRectFilled(from, to, ui.colors().accent, ui.em(0.25f));
    list.AddRect(from, to, ui.colors().border, ui.em(0.25f), 0, std::max(1.0f, ui.em(0.06f)));
  }
  ImGui::SetCursorScreenPos({corner.x + ui.em(2.2f) * kMostSteps + ui.em(0.4f), corner.y});
  ui.line(name_of(estimate.strength), {Size::body, Weight::medium});
  ImGui::SetCursorScreenPos({corner.x, corner.y + ui.em(1.7f)});
  if (const char* why = sentence(estimate.weakness); *why != '\0')
    ui.text(why, {Size::small, Weight::regular, Tone::secondary});
  ui.gap(0.2f);
}

}  // namespace

void draw_cover_button(Ui& ui, bool& is_shown) {
  const char* name = is_shown ? tr("Cover") : tr("Show");
  if (ui.button(name, ButtonKind::normal, is_shown ? Icon::cover : Icon::uncover)) is_shown = !is_shown;
}

bool draw_choice_of_passphrase(Ui& ui, NewPassphrase& next, const char* name) {
  ui.text(next.is_own()
              ? tr("At least 12 characters. Several words that have nothing to do with you are good.")
              : tr("These words have nothing to do with you. Capital letters and extra spaces make no difference."));
  ui.gap(0.4f);
  ui.text(name, {Size::body, Weight::medium});
  const bool was_entered = ui.secret_field(name, next.chosen, next.is_shown, 34);
  // With large text the field is too narrow for the words that are suggested, and she has to know all of them.
  if (next.is_shown && !next.is_own()) draw_secret_words(ui, next.chosen.secret());
  draw_strength(ui, next, next.strength());
  draw_cover_button(ui, next.is_shown);
  ui.beside(tr("Other words"));
  if (ui.button(next.is_own() ? tr("Suggest words") : tr("Other words"))) next.suggest();
  if (!next.is_own()) {
    ui.beside(tr("Use my own"));
    if (ui.button(tr("Use my own"))) {
      next.begin_own();
      ui.focus(name);
    }
  }
  return was_entered;
}

bool draw_second_passphrase(Ui& ui, NewPassphrase& next, const char* name, bool has_failed) {
  ui.text(name, {Size::body, Weight::medium});
  const bool was_entered = ui.secret_field(name, next.attempt, next.is_shown, 34);
  if (!has_failed && !next.shows_chosen) return was_entered;
  // Who chose a passphrase under dots may have mistyped it then, and can only find out here.
  const char* look = next.shows_chosen ? tr("Cover the one I chose") : tr("Show the one I chose");
  if (ui.button(look)) {
    next.shows_chosen = !next.shows_chosen;
    ui.focus(next.shows_chosen ? tr("Cover the one I chose") : tr("Show the one I chose"));
  }
  if (next.shows_chosen) draw_secret_words(ui, next.chosen.secret());
  return was_entered;
}

}  // namespace daybook::ui
