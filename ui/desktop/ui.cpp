#include "ui/desktop/ui.h"

#include <algorithm>

#include "ui/desktop/secret_field.h"

namespace daybook::ui {
namespace {

constexpr float kRing = 0.5f;  // ems that are left free at the right for the ring around a field with the focus

}  // namespace

void Ui::text(std::string_view text, Look look, float most_ems) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, em(most_ems));
  const TextStyle styled = style(look, std::max(width, em(4)));
  const Paragraph& paragraph = layout(text, styled);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw(paragraph, at, styled.size, color(look.tone));
  tell(text, at, {at.x + styled.width, at.y + paragraph.height});
  ImGui::Dummy({styled.width, paragraph.height});
}

// Where the text is large in a small window, a heading of a few words would fill the page.
void Ui::heading(std::string_view words) {
  constexpr float kNarrow = 24;
  const bool is_narrow = ImGui::GetContentRegionAvail().x < em(kNarrow);
  text(words, {is_narrow ? Size::large : Size::title, Weight::semibold}, 60);
}

void Ui::line(std::string_view text, Look look, float height) {
  const TextStyle styled = style(look);
  const Paragraph& paragraph = layout_line(text, styled, ImGui::GetContentRegionAvail().x);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(paragraph.width, std::max(em(height), paragraph.height));
  draw(paragraph, {at.x, at.y + (size.y - paragraph.height) / 2}, styled.size, color(look.tone));
  tell(text, at, {at.x + size.x, at.y + size.y});
  ImGui::Dummy(size);
}

void Ui::hint(const char* text) {
  if (ImGui::IsItemHovered()) hints.offer(text, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

void Ui::gap(float ems) { ImGui::Dummy({1, em(ems)}); }

bool Ui::field(const char* name, TextInput& input, float ems, const char* hint, bool shows_name, const char* key) {
  const std::string_view whole(name);
  if (shows_name) text(whole.substr(0, whole.find("##")), {Size::body, Weight::medium});
  const float width = std::min(ImGui::GetContentRegionAvail().x - em(kRing), em(ems));
  return edit(name, input, {false, {width, em(2.45f)}, hint, key});
}

void Ui::editor(const char* name, TextInput& input, float width, float height, EditField::Takes takes) {
  edit(name, input, {true, {width, height}, "", "", takes});
}

bool Ui::edit(const char* name, TextInput& input, const EditField::Form& form) {
  const Press press = area(name, "field", form.size, input.text());
  auto& slot = m_fields[ImGui::GetItemID()];
  if (slot == nullptr) slot = std::make_unique<EditField>();
  return slot->draw(*this, press, input, form);
}

void Ui::passage(const char* name, std::string_view text, float width, bool is_own) {
  const TextStyle styled = style({}, width);
  const Paragraph& paragraph = layout(text, styled);
  const Press press = area(name, "passage", {width, paragraph.height}, std::string(text));
  m_passages[ImGui::GetItemID()].draw(*this, press, text, paragraph, styled, is_own);
  tell(text, press.min, press.max);
}

bool Ui::secret_field(const char* name, SecretInput& input, bool is_shown, float ems) {
  const float width = std::min(ImGui::GetContentRegionAvail().x - em(kRing), em(ems));
  return draw_secret_field(*this, name, input, is_shown, width);
}

}  // namespace daybook::ui
