#include "ui/desktop/hints.h"

#include <algorithm>
#include <cmath>

#include "ui/desktop/imgui_calls.h"

namespace daybook::ui {
namespace {

constexpr double kRest = 0.5;  // seconds
constexpr float kMostWidth = 30, kMargin = 0.5f;

bool was_anything_pressed(const PressAreas& areas) {
  if (!areas.typed().empty() || ImGui::GetIO().MouseWheel != 0) return true;
  for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
    if (ImGui::IsKeyDown(static_cast<ImGuiKey>(key))) return true;
  }
  return false;
}

}  // namespace

void Hints::offer(std::string_view text, ImVec2 min, ImVec2 max) { m_offer = Offer{std::string(text), min, max}; }

void Hints::draw(PressAreas& areas) {
  const ImGuiIO& io = ImGui::GetIO();
  const double now = ImGui::GetTime();
  const bool has_moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
  if (has_moved) m_rests_since = now;
  m_is_quiet = was_anything_pressed(areas) || (m_is_quiet && !has_moved);
  const bool is_same = m_offer && m_last && m_offer->text == m_last->text && m_offer->min.x == m_last->min.x &&
                       m_offer->min.y == m_last->min.y;
  const double left = m_rests_since + kRest - now;
  const bool can_show = m_offer && !m_is_quiet;
  m_is_shown = can_show && ((m_is_shown && is_same) || left <= 0);
  m_due = can_show && !m_is_shown ? std::optional(left) : std::nullopt;
  if (m_is_shown) draw_offer(*m_offer, areas);
  m_last = std::exchange(m_offer, std::nullopt);
}

// The text stands below what it is about, or above it where there is no room. The mouse goes through it, so that it
// covers nothing that could be pressed.
void Hints::draw_offer(const Offer& offer, PressAreas& areas) {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float margin = areas.em(kMargin);
  const TextStyle wide = areas.style({Size::small}, 0);
  const float width =
      std::min({areas.layout_line(offer.text, wide, 1e5f).width + 1, areas.em(kMostWidth), window.x - 4 * margin});
  const TextStyle style = areas.style({Size::small}, std::max(areas.em(2), width));
  const Paragraph& text = areas.layout(offer.text, style);
  const ImVec2 size(style.width + 2 * margin, text.height + margin);
  float top = offer.max.y + areas.em(0.3f);
  if (top + size.y > window.y) top = std::max(0.0f, offer.min.y - areas.em(0.3f) - size.y);
  const float left = std::clamp(ImGui::GetMousePos().x, 0.0f, std::max(0.0f, window.x - size.x));
  const ImVec2 at(std::floor(left), std::floor(top));
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("hint", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
  areas.panel(at, {at.x + size.x, at.y + size.y}, areas.colors().panel, 0.3f);
  areas.draw(text, {at.x + margin, at.y + margin / 2}, style.size, areas.colors().text);
  areas.tell(offer.text, at, {at.x + size.x, at.y + size.y});
  ImGui::End();
}

}  // namespace daybook::ui
