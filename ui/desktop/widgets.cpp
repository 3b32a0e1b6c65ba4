#include <algorithm>
#include <string_view>

#include "ui/desktop/ui.h"

namespace daybook::ui {
namespace {

constexpr float kButtonHeight = 2.45f;  // 44 pixels at 100 %
constexpr float kButtonMargin = 1.0f;
constexpr float kIcon = 1.15f;
constexpr float kChipHeight = 2.0f;

std::string_view shown(const char* name) {
  const std::string_view whole(name);
  return whole.substr(0, whole.find("##"));
}

}  // namespace

bool Ui::button(const char* name, ButtonKind kind, Icon icon, bool is_enabled) {
  const Look look{Size::body, Weight::medium};
  const float icon_room = icon == Icon::none ? 0 : em(kIcon + 0.5f);
  const float most = ImGui::GetContentRegionAvail().x - em(2 * kButtonMargin) - icon_room;
  // What a button does is always read whole: a name that is too long for the page goes on in the next line.
  const TextStyle wrapped = style(look, std::max(em(2), most));
  const Paragraph& line = layout(shown(name), wrapped);
  const float height = line.lines.size() > 1 ? line.height + em(1) : em(kButtonHeight);
  const ImVec2 size(line.width + em(2 * kButtonMargin) + icon_room, height);
  const Press press = area(name, "button", size, "", is_enabled);
  const bool can_act = kind != ButtonKind::danger || has_stood(ImGui::GetItemID());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImU32 ink = colors().text;
  const float radius = em(0.45f);
  if (kind == ButtonKind::primary) {
    list.AddRectFilled(press.min, press.max, colors().accent, radius);
    ink = colors().on_accent;
  } else if (kind == ButtonKind::normal || kind == ButtonKind::danger) {
    list.AddRectFilled(press.min, press.max, colors().panel, radius);
    list.AddRect(press.min, press.max, kind == ButtonKind::danger ? colors().fault : colors().border, radius, 0,
                 std::max(1.0f, em(0.06f)));
    if (kind == ButtonKind::danger) ink = colors().fault;
  } else {
    ink = colors().accent;
  }
  if (press.is_hovered && is_enabled)
    list.AddRectFilled(press.min, press.max, kind == ButtonKind::primary ? IM_COL32(255, 255, 255, 26) : colors().hover,
                       radius);
  if (!is_enabled) ink = (ink & ~IM_COL32_A_MASK) | (ImU32{120} << IM_COL32_A_SHIFT);
  float x = press.min.x + em(kButtonMargin);
  if (icon != Icon::none) {
    this->icon(icon, {x, press.min.y + (size.y - em(kIcon)) / 2}, kIcon, ink);
    x += icon_room;
  }
  draw(line, {x, press.min.y + (size.y - line.height) / 2}, wrapped.size, ink);
  return press.was_pressed && is_enabled && can_act;
}

bool Ui::has_stood(ImGuiID id) {
  Danger& danger = m_dangers[id];
  const int frame = ImGui::GetFrameCount();
  if (danger.frame != frame - 1) danger.since = ImGui::GetTime();
  danger.frame = frame;
  return ImGui::GetTime() - danger.since >= seconds_before_danger;
}

void Ui::beside(const char* next_name, Icon next_icon) {
  const float width = layout_line(shown(next_name), style({Size::body, Weight::medium}), 1e5f).width +
                      em(2 * kButtonMargin) + (next_icon == Icon::none ? 0 : em(kIcon + 0.5f));
  const float right = ImGui::GetItemRectMax().x + em(0.6f) + width;
  const float room = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  if (right < room) ImGui::SameLine(0, em(0.6f));
}

float Ui::at_right(float least, float most) {
  const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x - em(1.6f);  // where rows end
  const float room = (right - ImGui::GetItemRectMax().x) / em() - 1;
  if (room < least) return 0;
  const float width = std::min(room, most);
  ImGui::SameLine();
  ImGui::SetCursorScreenPos({right - em(width), ImGui::GetCursorScreenPos().y});
  return width;
}

bool Ui::choice(const char* name, bool is_chosen) {
  const TextStyle styled = style({}, std::max(em(4), std::min(ImGui::GetContentRegionAvail().x - em(2.2f), em(36))));
  const Paragraph& paragraph = layout(shown(name), styled);
  const float height = std::max(em(2.2f), paragraph.height + em(0.5f));
  const Press press =
      area(name, "choice", {paragraph.width + em(2.6f), height}, is_chosen ? "chosen" : "", true, is_chosen);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 center(press.min.x + em(0.9f), press.min.y + height / 2);
  if (press.is_hovered) list.AddRectFilled(press.min, press.max, colors().hover, em(0.4f));
  list.AddCircleFilled(center, em(0.55f), colors().field);
  list.AddCircle(center, em(0.55f), is_chosen ? colors().accent : colors().border, 0, em(0.09f));
  if (is_chosen) list.AddCircleFilled(center, em(0.28f), colors().accent);
  draw(paragraph, {press.min.x + em(1.9f), press.min.y + (height - paragraph.height) / 2}, styled.size, colors().text);
  return press.was_pressed;
}

bool Ui::toggle(const char* name, bool is_on) {
  const TextStyle styled = style({}, std::max(em(4), std::min(ImGui::GetContentRegionAvail().x - em(2.2f), em(36))));
  const Paragraph& paragraph = layout(shown(name), styled);
  const float height = std::max(em(2.2f), paragraph.height + em(0.5f));
  const Press press = area(name, "check box", {paragraph.width + em(2.6f), height}, is_on ? "on" : "off", true, is_on);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner(press.min.x + em(0.35f), press.min.y + (height - em(1.1f)) / 2);
  const ImVec2 end(corner.x + em(1.1f), corner.y + em(1.1f));
  if (press.is_hovered) list.AddRectFilled(press.min, press.max, colors().hover, em(0.4f));
  list.AddRectFilled(corner, end, is_on ? colors().accent : colors().field, em(0.22f));
  list.AddRect(corner, end, is_on ? colors().accent : colors().border, em(0.22f), 0, em(0.09f));
  if (is_on) icon(Icon::check, corner, 1.1f, colors().on_accent);
  draw(paragraph, {press.min.x + em(1.9f), press.min.y + (height - paragraph.height) / 2}, styled.size, colors().text);
  return press.was_pressed;
}

bool Ui::chip(const char* name, bool is_on) {
  const TextStyle styled = style({Size::body, is_on ? Weight::semibold : Weight::medium});
  const float most = ImGui::GetContentRegionAvail().x - em(2.4f);
  const Paragraph& line = layout_line(shown(name), styled, std::max(em(2), most));
  // A chip can be pressed over the height of a button, so that it stands in line with fields and buttons. It is drawn
  // smaller.
  const ImVec2 size(line.width + em(is_on ? 2.9f : 1.8f), em(kButtonHeight));
  const Press press = area(name, "check box", size, is_on ? "on" : "off", true, is_on, /*has_ring=*/false);
  const float inset = em((kButtonHeight - kChipHeight) / 2);
  const ImVec2 min(press.min.x, press.min.y + inset), max(press.max.x, press.max.y - inset);
  constexpr float kRadius = kChipHeight / 2;
  panel(min, max, is_on ? colors().accent : colors().panel, kRadius, false);
  if (!is_on) ImGui::GetWindowDrawList()->AddRect(min, max, colors().border, em(kRadius), 0, std::max(1.0f, em(0.06f)));
  if (press.is_hovered && !is_on) panel(min, max, colors().hover, kRadius, false);
  if (press.is_focused) ring(min, max, kRadius);
  const ImU32 ink = is_on ? colors().on_accent : colors().text;
  float x = press.min.x + em(0.9f);
  if (is_on) {  // a sign shows it too, because colour alone is not seen by everybody
    icon(Icon::check, {x - em(0.15f), press.min.y + (size.y - em(1)) / 2}, 1, ink);
    x += em(1.1f);
  }
  draw(line, {x, press.min.y + (size.y - line.height) / 2}, styled.size, ink);
  return press.was_pressed;
}

bool Ui::entry(const char* name, Icon icon, float width) {
  const Press press = area(name, "menu item", {width, em(kEntryHeight)});
  if (press.is_hovered || press.is_focused) panel(press.min, press.max, colors().hover, 0.35f, false);
  const float middle = press.min.y + em(kEntryHeight / 2);
  this->icon(icon, {press.min.x + em(0.7f), middle - em(kIcon / 2)}, kIcon, colors().text);
  const TextStyle styled = style({Size::body, Weight::medium});
  const Paragraph& line = layout_line(shown(name), styled, width - em(3));
  draw(line, {press.min.x + em(2.4f), middle - line.height / 2}, styled.size, colors().text);
  return press.was_pressed;
}

float Ui::entry_width(const char* name) {
  return layout_line(shown(name), style({Size::body, Weight::medium}), 1e5f).width + em(3.4f);
}

bool Ui::navigation(const char* name, Icon icon, bool is_current, float width) {
  const Press press = area(name, "link", {width, em(kButtonHeight)}, is_current ? "current" : "", true, is_current);
  if (is_current) panel(press.min, press.max, colors().accent_soft, 0.5f, false);
  if (press.is_hovered && !is_current) panel(press.min, press.max, colors().hover, 0.5f, false);
  const ImU32 ink = is_current ? colors().on_soft : colors().text;
  this->icon(icon, {press.min.x + em(0.7f), press.min.y + em((kButtonHeight - kIcon) / 2)}, kIcon, ink);
  const TextStyle styled = style({Size::body, is_current ? Weight::semibold : Weight::medium});
  const Paragraph& line = layout_line(shown(name), styled, width - em(3));
  draw(line, {press.min.x + em(2.5f), press.min.y + (em(kButtonHeight) - line.height) / 2}, styled.size, ink);
  return press.was_pressed;
}

}  // namespace daybook::ui
