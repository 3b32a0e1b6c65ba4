#include "ui/desktop/canvas.h"

#include <algorithm>
#include <cmath>

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

// Sets the distances and colours of what Dear ImGui draws itself: windows and scroll bars.
void set_style(const Palette& palette, float em) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = style.FramePadding = {0, 0};
  style.ItemSpacing = {0.5f * em, 0.45f * em};
  style.WindowBorderSize = style.ChildBorderSize = 0;
  style.ScrollbarSize = 0.6f * em;
  style.ScrollbarRounding = 0.3f * em;
  style.WindowMinSize = {1, 1};
  const auto set = [&](int index, ImU32 value) { style.Colors[index] = ImGui::ColorConvertU32ToFloat4(value); };
  set(ImGuiCol_WindowBg, palette.page);
  set(ImGuiCol_ChildBg, 0);
  set(kNavigationColor, 0);  // Canvas::ring() draws where the focus is
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, palette.border);
  set(ImGuiCol_ScrollbarGrabHovered, palette.secondary);
  set(ImGuiCol_ScrollbarGrabActive, palette.text);
}

}  // namespace

std::size_t Canvas::LabelHash::operator()(const LabelKey& key) const {
  return std::hash<std::string>()(key.text) ^ std::hash<float>()(key.style.width * 31 + key.style.size) ^
         (static_cast<std::size_t>(key.style.weight) << 7) ^ std::hash<float>()(key.line_width);
}

Canvas::Canvas(Fonts& fonts, Textures& textures)
    : m_shaper(fonts), m_atlas(fonts), m_textures(textures), m_palette(&palette(Theme::light)) {}

Canvas::~Canvas() {
  for (const Textures::Id page : m_pages) m_textures.destroy(page);
}

bool Canvas::begin_drawing(Theme theme, float scale) {
  m_palette = &palette(theme);
  const float size = std::round(kBaseSize * scale);
  const bool is_other = size != m_em;
  m_em = size;
  if (m_layouts.size() > kMostLayouts) m_layouts.clear();
  set_style(*m_palette, m_em);
  return is_other;
}

bool Canvas::end_drawing() {
  if (!m_atlas.is_full()) return false;
  m_atlas.clear();
  return true;
}

ImU32 Canvas::color(Tone tone) const {
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

TextStyle Canvas::style(Look look, float width) const {
  TextStyle style;
  style.size = std::round(m_em * size_factor(look.size) * 4) / 4;
  style.weight = look.weight;
  style.width = width;
  style.line_height = look.size == Size::title ? 1.25f : 1.5f;
  return style;
}

const Paragraph& Canvas::layout(std::string_view text, const TextStyle& style) {
  LabelKey key{std::string(text), style, 0};
  const auto known = m_layouts.find(key);
  if (known != m_layouts.end()) return known->second;
  return m_layouts.emplace(std::move(key), m_shaper.lay_out(text, style)).first->second;
}

const Paragraph& Canvas::layout_line(std::string_view text, const TextStyle& style, float width) {
  LabelKey key{std::string(text), style, std::floor(width) + 1};
  const auto known = m_layouts.find(key);
  if (known != m_layouts.end()) return known->second;
  return m_layouts.emplace(std::move(key), m_shaper.lay_out_line(text, style, width)).first->second;
}

// Sends the pages of the atlas that have changed to the card, before the draw list is drawn that uses them.
void Canvas::upload() {
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

void Canvas::draw(const Paragraph& paragraph, ImVec2 at, float size, ImU32 color) {
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

float Canvas::label(std::string_view text, ImVec2 at, Look look, float width) {
  const TextStyle styled = style(look);
  const Paragraph& line = layout_line(text, styled, width);
  draw(line, at, styled.size, color(look.tone));
  return line.width;
}

void Canvas::icon(Icon icon, ImVec2 at, float ems, ImU32 color) {
  draw_icon(*ImGui::GetWindowDrawList(), icon, at, em(ems), color);
}

void Canvas::panel(ImVec2 min, ImVec2 max, ImU32 fill, float radius_ems, bool with_edge) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(min, max, fill, em(radius_ems));
  if (with_edge) list.AddRect(min, max, m_palette->line, em(radius_ems), 0, std::max(1.0f, em(0.05f)));
}

void Canvas::picture(Textures::Id id, ImVec2 min, ImVec2 max, float radius_ems) {
  ImGui::GetWindowDrawList()->AddImageRounded(texture_of(id), min, max, {0, 0}, {1, 1}, IM_COL32_WHITE, em(radius_ems));
}

// The ring lies outside the rectangle, so that it hides nothing. It has two colours, because yellow is seen on a dark
// ground and black on a light one.
void Canvas::ring(ImVec2 min, ImVec2 max, float radius_ems) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = std::max(2.0f, em(0.14f));
  const auto frame = [&](float out, ImU32 color) {
    list.AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out}, color, em(radius_ems) + out, 0, width);
  };
  frame(width * 1.5f, m_palette->ring_outer);
  frame(width * 0.5f, m_palette->ring_inner);
}

float Canvas::key_cap(const char* key, ImVec2 right_middle, Tone tone) {
  const TextStyle styled = style({Size::small, Weight::medium});
  const Paragraph& line = layout_line(key, styled, 1e5f);
  const float width = line.width + em(1);
  const ImVec2 min(right_middle.x - width, right_middle.y - em(0.68f)), max(right_middle.x, right_middle.y + em(0.68f));
  ImGui::GetWindowDrawList()->AddRect(min, max, color(tone), em(0.25f));
  draw(line, {min.x + em(0.5f), right_middle.y - line.height / 2}, styled.size, color(tone));
  return width;
}

}  // namespace daybook::ui
