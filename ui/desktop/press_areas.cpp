#include "ui/desktop/press_areas.h"

#include <algorithm>

#include "crypto/secret.h"
#include "ui/desktop/imgui_calls.h"

namespace daybook::ui {

PressAreas::~PressAreas() { wipe_characters(); }

void PressAreas::begin_frame(Theme theme, float scale) {
  constexpr int kFramesToSettle = 3;
  const bool is_other_size = begin_drawing(theme, scale);
  m_frames_of_growth = is_other_size ? kFramesToSettle : std::max(0, m_frames_of_growth - 1);
  m_widgets.clear();
  m_wants_frame = m_has_text_focus = m_page_opens = false;
  m_last_error = std::exchange(m_error, "");
}

void PressAreas::end_frame() {
  m_wants_frame |= end_drawing();
  keep_focus();
  keep_navigation();
  m_wants_frame |= m_frames_of_growth > 0;
  m_shown = m_widgets;
  wipe_characters();
}

const std::vector<char32_t>& PressAreas::take_characters() {
  m_has_text_focus = true;
  return m_characters;
}

// When the widget that had the focus is gone, the first one that can do no harm stands in for it. The button that hides
// never does, and neither does one that stops what goes on, because a careless Enter would end the work. A widget that
// is gone for as long as something works gets the focus again when it comes back: who types a passphrase once more must
// not type it into nothing.
void PressAreas::keep_focus() {
  if (!m_wanted_focus.empty() && !gives_up_waiting()) return;
  const Widget *first = nullptr, *focused = nullptr, *lost = nullptr;
  for (const Widget& widget : m_widgets) {
    const bool ends_something = widget.value == hide_key || widget.role == "close button";
    const bool can_take = widget.role != "text" && widget.is_enabled && !ends_something;
    if (widget.is_focused) focused = &widget;
    if (can_take && widget.name == m_lost_focus) lost = &widget;
    // A widget of the page comes before a link to another page.
    const bool is_better = first == nullptr || (first->role == "link" && widget.role != "link");
    if (can_take && is_better) first = &widget;
  }
  const bool has_stand_in = focused != nullptr && focused->name == m_stand_in;
  if (focused != nullptr && !has_stand_in) {
    m_lost_focus = focused->name;
    m_stand_in.clear();
  }
  if (focused != nullptr && (!has_stand_in || lost == nullptr)) m_frames_without_focus = 0;
  if (focused == nullptr || has_stand_in) give_focus_back(lost, focused == nullptr ? first : nullptr);
}

// A widget that was given the focus may come later, such as the button below a picture that is being read. Meanwhile
// another stands in, and it gets the focus as one does that was gone.
bool PressAreas::gives_up_waiting() {
  const bool has_focus =
      std::any_of(m_widgets.begin(), m_widgets.end(), [](const Widget& one) { return one.is_focused; });
  if (has_focus) return false;
  constexpr int kFramesToCome = 4;
  m_wants_frame = true;
  if (++m_frames_without_focus < kFramesToCome) return false;
  m_lost_focus = std::exchange(m_wanted_focus, "");
  m_stand_in.clear();
  return true;
}

// `lost` had the focus before and is back, or null; else `first` stands in, if it is not null.
void PressAreas::give_focus_back(const Widget* lost, const Widget* first) {
  constexpr int kFramesToTake = 3, kFramesToGiveBack = 2;  // Dear ImGui moves the focus a frame after it was asked to
  if (lost == nullptr && first == nullptr) return;
  m_wants_frame = true;
  if (++m_frames_without_focus < (lost == nullptr ? kFramesToTake : kFramesToGiveBack)) return;
  m_stand_in = lost == nullptr ? first->name : "";
  m_wanted_focus = lost == nullptr ? first->name : lost->name;
  m_focus_comes_into_view = false;  // an error that was just told may stand elsewhere
  m_frames_without_focus = 0;
}

void PressAreas::copy(std::string_view words, bool are_own) {
  clipboard.set(std::string(words));
  m_own_copy = are_own ? std::optional(crypto::Sha256::of(as_bytes(words))) : std::nullopt;
}

bool PressAreas::is_own_copy(std::string_view words) const {
  return m_own_copy && !words.empty() && *m_own_copy == crypto::Sha256::of(as_bytes(words));
}

void PressAreas::wipe_characters() {
  crypto::wipe({reinterpret_cast<std::uint8_t*>(m_characters.data()), m_characters.size() * sizeof(char32_t)});
  m_characters.clear();
}

void PressAreas::show_error(std::string_view words) {
  m_error = words;
  if (m_error != m_last_error) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
}

// Scrolls the window, or that around it which can be scrolled, so that `top` to `bottom` come into view, but no further
// than a page, so that everything on the way is shown.
void scroll_towards(float top, float bottom, const ImRect& seen) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  while (window->ScrollMax.y <= 0 && window->ParentWindow != nullptr) window = window->ParentWindow;
  const float page = seen.GetHeight() * 0.8f, margin = seen.GetHeight() * 0.1f;
  const float step =
      bottom > seen.Max.y ? std::min(page, bottom - seen.Max.y + margin) : std::max(-page, top - seen.Min.y - margin);
  ImGui::SetScrollY(window, std::clamp(window->Scroll.y + step, 0.0f, window->ScrollMax.y));
}

// A key on what cannot be seen shows the next page of what stands before it and does nothing else, and typing into it
// brings it into view: nobody presses what she has not read.
void PressAreas::bring_to_eyes(bool& was_pressed) const {
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  const ImRect& seen = ImGui::GetCurrentWindow()->ClipRect;
  const float middle = (min.y + max.y) / 2;
  const bool is_large = max.y - min.y > seen.GetHeight();
  const bool is_under_mouse = ImGui::IsItemHovered(ImGuiHoveredFlags_NoNavOverride);
  if (is_under_mouse || is_large || (middle > seen.Min.y && middle < seen.Max.y)) return;
  const bool is_typed_into = ImGui::IsItemFocused() && !m_characters.empty();
  if (is_typed_into) ImGui::ScrollToItem(ImGuiScrollFlags_AlwaysCenterY);
  if (was_pressed) scroll_towards(min.y, max.y, seen);
  was_pressed = false;
}

namespace {

bool focus_is_in_another_part() {
  const ImGuiWindow* focused = ImGui::GetCurrentContext()->NavWindow;
  if (focused == nullptr) return false;
  for (const ImGuiWindow* one = ImGui::GetCurrentWindow(); one != nullptr; one = one->ParentWindow) {
    if (one == focused) return false;
  }
  return true;
}

}  // namespace

// What comes in the place of a widget that was clicked must not be pressed by the second half of a double click.
bool PressAreas::is_second_click_on_another(ImGuiID id) {
  if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return false;
  const bool is_second = ImGui::GetIO().MouseClickedLastCount[ImGuiMouseButton_Left] > 1;
  if (is_second && m_clicked != id) return true;
  m_clicked = id;
  return false;
}

PressAreas::Press PressAreas::area(const char* name, const char* role, ImVec2 size, std::string value, bool is_enabled,
                                   bool is_chosen, bool has_ring) {
  ImGui::BeginDisabled(!is_enabled);
  Press press{};
  const std::string_view whole(name);
  const std::string_view shown_name = whole.substr(0, whole.find("##"));
  // Dear ImGui leaves out what stands in a part that is wholly out of sight, and has no item there. It has the focus by
  // its number, which Tab finds: then Dear ImGui leaves nothing out.
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  const bool is_left_out = window->SkipItems;
  const ImGuiID number = window->GetID(name);
  const bool wants_focus = is_enabled && m_wanted_focus == shown_name;
  // Dear ImGui drops a request for the focus when a part that is drawn later has the focus. Then it is set below,
  // without a request.
  const bool is_elsewhere = wants_focus && focus_is_in_another_part();
  if (wants_focus) {
    if (is_left_out)
      ImGui::SetFocusID(number, window);
    else if (m_focus_comes_into_view && !is_elsewhere)
      ImGui::SetKeyboardFocusHere();
    // Where a window of Dear ImGui has just come, it gives the focus to its first widget a frame later.
    const bool is_settled = m_focus_comes_into_view || !ImGui::IsWindowAppearing();
    if (is_settled) m_wanted_focus.clear();
    m_frames_without_focus = 0;  // so that keep_focus() gives this request its time before it chooses another widget
    m_wants_frame = true;
  }
  const bool leads_on = std::exchange(m_next_leads_on, false) && is_enabled;
  press.was_pressed = ImGui::InvisibleButton(name, {std::max(1.0f, size.x), std::max(1.0f, size.y)}, kCanBeFocused);
  press.was_pressed |= leads_on && is_shortcut(ImGuiMod_Alt | ImGuiKey_RightArrow);
  // Dear ImGui scrolls to a widget that was given the focus by a request. One that is given it here is scrolled to
  // here, and so is the one with the focus while the text grows.
  if (wants_focus && !is_left_out && (is_elsewhere || !m_focus_comes_into_view)) ImGui::SetFocusID(number, window);
  const bool comes_into_view = is_elsewhere && m_focus_comes_into_view;
  if (comes_into_view || (m_frames_of_growth > 0 && ImGui::IsItemFocused()))
    ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
  if (press.was_pressed && is_second_click_on_another(ImGui::GetItemID())) press.was_pressed = false;
  press.is_hovered = ImGui::IsItemHovered();
  bring_to_eyes(press.was_pressed);
  press.is_held = ImGui::IsItemActive();
  press.is_focused = is_left_out ? ImGui::GetCurrentContext()->NavId == number : ImGui::IsItemFocused();
  press.min = ImGui::GetItemRectMin();
  press.max = ImGui::GetItemRectMax();
  ImGui::EndDisabled();
  m_widgets.push_back({role, std::string(shown_name), std::move(value), press.min, press.max, number, is_enabled,
                       press.is_focused, is_chosen});
  if (press.is_focused && has_ring) ring(press.min, press.max);
  return press;
}

}  // namespace daybook::ui
