#include "ui/desktop/ui.h"

#include <algorithm>
#include <cmath>

#include "ui/desktop/edit_view.h"
#include "ui/desktop/imgui_calls.h"

namespace daybook::ui {
namespace {

constexpr float kBaseSize = 18;  // pixels at 96 dpi and 100 % text
constexpr std::size_t kMostLayouts = 3000;

float size_factor(Size size) {
  switch (size) {
    case Size::small:
      return 0.84f;
    case Size::body:
      return 1;
    case Size::large:
      return 1.2f;
    case Size::title:
      return 1.6f;
  }
  return 1;
}

}  // namespace

std::size_t Ui::LabelHash::operator()(const LabelKey& key) const {
  return std::hash<std::string>()(key.text) ^ std::hash<float>()(key.style.width * 31 + key.style.size) ^
         (static_cast<std::size_t>(key.style.weight) << 7) ^ std::hash<float>()(key.line_width);
}

Ui::Ui(Fonts& fonts, Textures& textures)
    : m_shaper(fonts), m_atlas(fonts), m_textures(textures), m_palette(&palette(Theme::light)) {}

Ui::~Ui() {
  for (const Textures::Id page : m_pages) m_textures.destroy(page);
  wipe_characters();
}

void Ui::begin_frame(Theme theme, float scale) {
  m_palette = &palette(theme);
  constexpr int kFramesToSettle = 3;
  const float size = std::round(kBaseSize * scale);
  m_frames_of_growth = size != m_em ? kFramesToSettle : std::max(0, m_frames_of_growth - 1);
  m_em = size;
  m_widgets.clear();
  m_wants_frame = m_has_text_focus = false;
  if (m_layouts.size() > kMostLayouts) m_layouts.clear();
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.FramePadding = {0, 0};
  style.ItemSpacing = {em(0.5f), em(0.45f)};
  style.WindowBorderSize = style.ChildBorderSize = 0;
  style.ScrollbarSize = em(0.6f);
  style.ScrollbarRounding = em(0.3f);
  style.WindowMinSize = {1, 1};
  const auto set = [&](int index, ImU32 value) { style.Colors[index] = ImGui::ColorConvertU32ToFloat4(value); };
  set(ImGuiCol_WindowBg, m_palette->page);
  set(ImGuiCol_ChildBg, 0);
  set(kNavigationColor, 0);  // the ring is ours
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, m_palette->border);
  set(ImGuiCol_ScrollbarGrabHovered, m_palette->secondary);
  set(ImGuiCol_ScrollbarGrabActive, m_palette->text);
}

void Ui::end_frame() {
  if (m_atlas.is_full()) {
    m_atlas.clear();
    m_wants_frame = true;
  }
  keep_focus();
  keep_navigation();
  m_wants_frame |= m_frames_of_growth > 0;
  m_shown = m_widgets;
  wipe_characters();
}

// What had the focus may be gone with its screen. Then the first thing has it that can do no harm: not the button that
// hides, where a careless Enter would end the work.
void Ui::keep_focus() {
  constexpr int kFramesToTake = 3;  // what is asked of ImGui happens a frame later
  if (!m_wanted_focus.empty()) return;
  const Widget* first = nullptr;
  for (const Widget& widget : m_widgets) {
    if (widget.is_focused) {
      m_frames_without_focus = 0;
      return;
    }
    const bool can_take = widget.role != "text" && widget.is_enabled && widget.value != hide_key;
    // What a screen is for comes before the way to others.
    const bool is_better = first == nullptr || (first->role == "link" && widget.role != "link");
    if (can_take && is_better) first = &widget;
  }
  if (first == nullptr) return;
  m_wants_frame = true;
  if (++m_frames_without_focus < kFramesToTake) return;
  m_wanted_focus = first->name;
  m_frames_without_focus = 0;
}

void Ui::wipe_characters() {
  crypto::wipe({reinterpret_cast<std::uint8_t*>(m_characters.data()), m_characters.size() * sizeof(char32_t)});
  m_characters.clear();
}

ImU32 Ui::color(Tone tone) const {
  switch (tone) {
    case Tone::normal:
      return m_palette->text;
    case Tone::secondary:
      return m_palette->secondary;
    case Tone::accent:
      return m_palette->accent;
    case Tone::good:
      return m_palette->good;
    case Tone::fault:
      return m_palette->fault;
    case Tone::on_accent:
      return m_palette->on_accent;
    case Tone::on_hide:
      return m_palette->on_hide;
  }
  return m_palette->text;
}

TextStyle Ui::style(Look look, float width) const {
  TextStyle style;
  style.size = std::round(m_em * size_factor(look.size) * 4) / 4;
  style.weight = look.weight;
  style.width = width;
  style.line_height = look.size == Size::title ? 1.25f : 1.5f;
  return style;
}

const Paragraph& Ui::layout(std::string_view text, const TextStyle& style) {
  LabelKey key{std::string(text), style, 0};
  const auto known = m_layouts.find(key);
  if (known != m_layouts.end()) return known->second;
  return m_layouts.emplace(std::move(key), m_shaper.lay_out(text, style)).first->second;
}

const Paragraph& Ui::layout_line(std::string_view text, const TextStyle& style, float width) {
  LabelKey key{std::string(text), style, std::floor(width) + 1};
  const auto known = m_layouts.find(key);
  if (known != m_layouts.end()) return known->second;
  return m_layouts.emplace(std::move(key), m_shaper.lay_out_line(text, style, width)).first->second;
}

// Pages are sent to the card before the list that uses them is drawn.
void Ui::upload() {
  const auto& pages = m_atlas.pages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i >= m_pages.size()) {
      m_pages.push_back(m_textures.create(GlyphAtlas::kPageSide, GlyphAtlas::kPageSide, pages[i].rgba));
    } else if (pages[i].changed_begin < pages[i].changed_end) {
      m_textures.update(m_pages[i], GlyphAtlas::kPageSide, pages[i].changed_begin, pages[i].changed_end, pages[i].rgba);
    }
    m_atlas.mark_clean(i);
  }
}

void Ui::draw(const Paragraph& paragraph, ImVec2 at, float size, ImU32 color) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec4 clip = list._CmdHeader.ClipRect;
  const int quarter = static_cast<int>(std::lround(size * 4));
  const ImU32 plain = IM_COL32_WHITE & (color | ~IM_COL32_A_MASK);
  constexpr float kTexel = 1.0f / GlyphAtlas::kPageSide;
  const ImVec2 origin(std::floor(at.x), std::floor(at.y));
  int page = -1;
  for (const Line& line : paragraph.lines) {
    const float top = origin.y + line.top, left = origin.x + std::floor(line.x), baseline = top + line.baseline;
    if (top > clip.w || top + line.height < clip.y) continue;
    for (std::uint32_t i = line.first_glyph; i < line.end_glyph; ++i) {
      const Glyph& glyph = paragraph.glyphs[i];
      const float x = std::floor((left + glyph.x) * 4 + 0.5f) / 4, whole = std::floor(x);
      const bool is_fine = glyph.face != kNoFace && glyph.face != m_shaper.fonts().emoji();
      const AtlasGlyph picture =
          m_atlas.glyph(glyph.face, glyph.id, quarter, is_fine ? static_cast<int>((x - whole) * 4) : 0);
      if (picture.width == 0) continue;
      if (picture.page != page) {
        if (page >= 0) pop_texture(list);
        upload();
        page = picture.page;
        push_texture(list, m_pages[picture.page]);
      }
      const ImVec2 corner(whole + picture.left, std::floor(baseline + glyph.y + 0.5f) + picture.top);
      list.PrimReserve(6, 4);
      list.PrimRectUV(corner, {corner.x + picture.width, corner.y + picture.height},
                      {picture.x * kTexel, picture.y * kTexel},
                      {static_cast<float>(picture.x + picture.width) * kTexel,
                       static_cast<float>(picture.y + picture.height) * kTexel},
                      picture.is_colored ? plain : color);
    }
  }
  if (page >= 0) pop_texture(list);
  upload();
}

void Ui::text(std::string_view text, Look look, float most_ems) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, em(most_ems));
  const TextStyle styled = style(look, std::max(width, em(4)));
  const Paragraph& paragraph = layout(text, styled);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw(paragraph, at, styled.size, color(look.tone));
  m_widgets.push_back({"text", std::string(text), "", at, {at.x + styled.width, at.y + paragraph.height}});
  ImGui::Dummy({styled.width, paragraph.height});
}

void Ui::heading(std::string_view words) { text(words, {Size::title, Weight::semibold}, 60); }

void Ui::line(std::string_view text, Look look, float height) {
  const TextStyle styled = style(look);
  const Paragraph& paragraph = layout_line(text, styled, ImGui::GetContentRegionAvail().x);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size(paragraph.width, std::max(em(height), paragraph.height));
  draw(paragraph, {at.x, at.y + (size.y - paragraph.height) / 2}, styled.size, color(look.tone));
  m_widgets.push_back({"text", std::string(text), "", at, {at.x + size.x, at.y + size.y}});
  ImGui::Dummy(size);
}

float Ui::label(std::string_view text, ImVec2 at, Look look, float width) {
  const TextStyle styled = style(look);
  const Paragraph& line = layout_line(text, styled, width);
  draw(line, at, styled.size, color(look.tone));
  return line.width;
}

void Ui::gap(float ems) { ImGui::Dummy({1, em(ems)}); }

void Ui::icon(Icon icon, ImVec2 at, float ems, ImU32 color) {
  draw_icon(*ImGui::GetWindowDrawList(), icon, at, em(ems), color);
}

void Ui::panel(ImVec2 min, ImVec2 max, ImU32 fill, float radius_ems, bool with_edge) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, max, fill, em(radius_ems));
  if (with_edge) list.AddRect(min, max, m_palette->line, em(radius_ems), 0, std::max(1.0f, em(0.05f)));
}

void Ui::picture(Textures::Id id, ImVec2 min, ImVec2 max) {
  ImGui::GetWindowDrawList()->AddImageRounded(texture_of(id), min, max, {0, 0}, {1, 1}, IM_COL32_WHITE, em(0.4f));
}

// Outside of the widget, so that it hides nothing: yellow is seen on dark ground, black on light.
void Ui::ring(ImVec2 min, ImVec2 max, float radius_ems) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = std::max(2.0f, em(0.14f));
  const auto frame = [&](float out, ImU32 color) {
    list.AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out}, color, em(radius_ems) + out, 0, width);
  };
  frame(width * 1.5f, m_palette->ring_outer);
  frame(width * 0.5f, m_palette->ring_inner);
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

Ui::Press Ui::area(const char* name, const char* role, ImVec2 size, std::string value, bool is_enabled, bool is_chosen,
                   bool has_ring) {
  ImGui::BeginDisabled(!is_enabled);
  Press press{};
  const std::string_view whole(name);
  const std::string_view shown_name = whole.substr(0, whole.find("##"));
  const bool wants_focus = is_enabled && m_wanted_focus == shown_name;
  // Dear ImGui drops its own request when a part that is drawn later has the focus: then it is taken from there at
  // once.
  const bool is_elsewhere = wants_focus && focus_is_in_another_part();
  if (wants_focus) {
    if (m_focus_comes_into_view && !is_elsewhere) ImGui::SetKeyboardFocusHere();
    m_wanted_focus.clear();
    m_wants_frame = true;
  }
  press.was_pressed = ImGui::InvisibleButton(name, {std::max(1.0f, size.x), std::max(1.0f, size.y)}, kCanBeFocused);
  // What gets the focus is brought into view by Dear ImGui, and stays there when the text grows.
  if (wants_focus && (is_elsewhere || !m_focus_comes_into_view))
    ImGui::SetFocusID(ImGui::GetItemID(), ImGui::GetCurrentWindow());
  const bool comes_into_view = is_elsewhere && m_focus_comes_into_view;
  if (comes_into_view || (m_frames_of_growth > 0 && ImGui::IsItemFocused()))
    ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
  press.is_hovered = ImGui::IsItemHovered();
  press.is_held = ImGui::IsItemActive();
  press.is_focused = ImGui::IsItemFocused();
  press.min = ImGui::GetItemRectMin();
  press.max = ImGui::GetItemRectMax();
  const ImGuiID id = ImGui::GetItemID();
  ImGui::EndDisabled();
  m_widgets.push_back({role, std::string(shown_name), std::move(value), press.min, press.max, id, is_enabled,
                       press.is_focused, is_chosen});
  if (press.is_focused && has_ring) ring(press.min, press.max);
  return press;
}

}  // namespace daybook::ui
