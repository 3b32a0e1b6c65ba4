#include "ui/text/glyph_atlas.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>

namespace daybook::ui {
namespace {

constexpr int kGap = 1;  // pixels between pictures, so that a neighbour never shows at an edge
constexpr std::size_t kFirstRgba = 4;

void put_white(std::uint8_t* target, std::uint8_t coverage) {
  target[0] = target[1] = target[2] = 255;
  target[3] = coverage;
}

}  // namespace

AtlasGlyph GlyphAtlas::glyph(FaceIndex face, std::uint32_t id, int quarter, int shift) {
  const std::uint64_t key = std::uint64_t{id} | std::uint64_t{face} << 32 | static_cast<std::uint64_t>(shift) << 48 |
                            static_cast<std::uint64_t>(quarter) << 50;
  if (const auto known = m_known.find(key); known != m_known.end()) return known->second;
  const AtlasGlyph placed = place(draw(face, id, quarter, shift));
  if (!m_is_full) m_known.emplace(key, placed);
  return placed;
}

void GlyphAtlas::clear() {
  m_known.clear();
  m_pages.clear();
  m_shelf_x = m_shelf_y = m_shelf_height = 0;
  m_is_full = false;
}

GlyphAtlas::Picture GlyphAtlas::draw(FaceIndex index, std::uint32_t id, int quarter, int shift) {
  if (index == kNoFace) return draw_missing(id, quarter);
  const Face* face = m_fonts.face(index);
  if (face == nullptr) return {};
  return face->is_colored ? draw_colored(*face, id, quarter) : draw_outline(*face, id, quarter, shift);
}

GlyphAtlas::Picture GlyphAtlas::draw_outline(const Face& face, std::uint32_t id, int quarter, int shift) {
  constexpr int kPartsOfQuarter = 16;  // FreeType counts in 1/64 pixel
  FT_Set_Char_Size(face.glyphs, 0, quarter * kPartsOfQuarter, 72, 72);
  // Light hinting moves outlines to the pixel grid in height only, so that the advances of HarfBuzz stay right.
  if (FT_Load_Glyph(face.glyphs, id, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return {};
  FT_GlyphSlot slot = face.glyphs->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return {};
  FT_Outline_Translate(&slot->outline, shift * kPartsOfQuarter, 0);
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
  const FT_Bitmap& bitmap = slot->bitmap;
  Picture picture{static_cast<int>(bitmap.width),
                  static_cast<int>(bitmap.rows),
                  slot->bitmap_left,
                  -slot->bitmap_top,
                  false,
                  std::vector<std::uint8_t>(std::size_t{bitmap.width} * bitmap.rows * 4)};
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    for (unsigned x = 0; x < bitmap.width; ++x)
      put_white(&picture.rgba[(std::size_t{y} * bitmap.width + x) * 4],
                bitmap.buffer[static_cast<std::ptrdiff_t>(y) * bitmap.pitch + x]);
  }
  return picture;
}

// Draws a coloured glyph from the one size that its font has, made smaller by averaging. FreeType gives it with
// premultiplied alpha and in the order blue, green, red.
GlyphAtlas::Picture GlyphAtlas::draw_colored(const Face& face, std::uint32_t id, int quarter) {
  constexpr float kAboveBaseline = 0.79f;
  if (FT_Load_Glyph(face.glyphs, id, FT_LOAD_COLOR) != 0) return {};
  const FT_Bitmap& bitmap = face.glyphs->glyph->bitmap;
  if (bitmap.pixel_mode != FT_PIXEL_MODE_BGRA || bitmap.width == 0 || bitmap.rows == 0) return {};
  const float scale = static_cast<float>(quarter) / 4 / face.glyphs->size->metrics.x_ppem;
  Picture picture;
  picture.width = std::max(1, static_cast<int>(std::lround(static_cast<float>(bitmap.width) * scale)));
  picture.height = std::max(1, static_cast<int>(std::lround(static_cast<float>(bitmap.rows) * scale)));
  picture.top = -static_cast<int>(std::lround(static_cast<float>(picture.height) * kAboveBaseline));
  picture.is_colored = true;
  picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
  const auto source_x = [&](int x) {
    return static_cast<unsigned>(x) * bitmap.width / static_cast<unsigned>(picture.width);
  };
  const auto source_y = [&](int y) {
    return static_cast<unsigned>(y) * bitmap.rows / static_cast<unsigned>(picture.height);
  };
  std::uint8_t* target = picture.rgba.data();
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x, target += 4) {
      unsigned sums[4] = {}, count = 0;
      for (unsigned from_y = source_y(y); from_y < std::max(source_y(y) + 1, source_y(y + 1)); ++from_y) {
        for (unsigned from_x = source_x(x); from_x < std::max(source_x(x) + 1, source_x(x + 1)); ++from_x, ++count) {
          const std::uint8_t* pixel = bitmap.buffer + static_cast<std::ptrdiff_t>(from_y) * bitmap.pitch + from_x * 4;
          for (int channel = 0; channel < 4; ++channel) sums[channel] += pixel[channel];
        }
      }
      const unsigned alpha = sums[3];
      for (int channel = 0; channel < 3 && alpha > 0; ++channel)
        target[channel] = static_cast<std::uint8_t>(std::min(255u, sums[2 - channel] * 255 / alpha));
      target[3] = static_cast<std::uint8_t>(alpha / count);
    }
  }
  return picture;
}

// Draws a frame with the digits of a code point in two rows, as Pango and Firefox do. The digits can be looked up.
GlyphAtlas::Picture GlyphAtlas::draw_missing(char32_t value, int quarter) {
  constexpr float kDigit = 0.36f, kDigitSize = 0.55f, kHeight = 1.0f, kMargin = 0.1f;
  const float size = static_cast<float>(quarter) / 4;
  const int columns = value > 0xffff ? 3 : 2;
  Picture picture;
  picture.width = std::max(4, static_cast<int>(std::lround(size * (kDigit * static_cast<float>(columns) + 0.1f))));
  picture.height = std::max(6, static_cast<int>(std::lround(size * kHeight)));
  picture.left = static_cast<int>(std::lround(size * 0.05f));
  picture.top = -static_cast<int>(std::lround(size * 0.82f));
  picture.rgba.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4, 0);
  const auto set = [&](int x, int y, std::uint8_t coverage) {
    if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return;
    std::uint8_t* pixel = &picture.rgba[static_cast<std::size_t>(y * picture.width + x) * kFirstRgba];
    put_white(pixel, std::max(coverage, pixel[3]));
  };
  for (int x = 0; x < picture.width; ++x) set(x, 0, 200), set(x, picture.height - 1, 200);
  for (int y = 0; y < picture.height; ++y) set(0, y, 200), set(picture.width - 1, y, 200);
  for (int place = 0; place < 2 * columns; ++place) {
    const unsigned digit = static_cast<unsigned>(value >> (4 * (2 * columns - 1 - place))) & 15u;
    const Face* face = m_fonts.face(m_fonts.for_weight(Weight::medium));
    const FT_UInt id = FT_Get_Char_Index(face->glyphs, digit < 10 ? '0' + digit : 'A' + digit - 10);
    const Picture glyph = draw_outline(*face, id, static_cast<int>(static_cast<float>(quarter) * kDigitSize), 0);
    const int left = static_cast<int>(size * (kMargin + kDigit * static_cast<float>(place % columns)));
    const int bottom = static_cast<int>(size * (place < columns ? 0.46f : 0.9f));
    for (int y = 0; y < glyph.height; ++y) {
      for (int x = 0; x < glyph.width; ++x)
        set(left + x, bottom + glyph.top + y,
            glyph.rgba[static_cast<std::size_t>(y * glyph.width + x) * kFirstRgba + 3]);
    }
  }
  return picture;
}

// Finds room for a picture and copies it there. Pictures stand on shelves, one row after the other, which wastes little
// because glyphs of one size have about one height.
AtlasGlyph GlyphAtlas::place(const Picture& picture) {
  if (picture.width == 0 || picture.height == 0) return {};
  if (picture.width + kGap > kPageSide || picture.height + kGap > kPageSide) return {};
  if (m_pages.empty() || m_shelf_x + picture.width + kGap > kPageSide) {
    m_shelf_y += m_shelf_height;
    m_shelf_x = m_shelf_height = 0;
  }
  if (m_pages.empty() || m_shelf_y + picture.height + kGap > kPageSide) {
    if (m_pages.size() == kMostPages) {
      m_is_full = true;
      return {};
    }
    m_pages.push_back({std::vector<std::uint8_t>(std::size_t{kPageSide} * kPageSide * 4), 0, kPageSide});
    m_shelf_x = m_shelf_y = m_shelf_height = 0;
  }
  Page& page = m_pages.back();
  for (int y = 0; y < picture.height; ++y) {
    const auto row = static_cast<std::ptrdiff_t>(y) * picture.width * 4;
    std::copy_n(picture.rgba.begin() + row, picture.width * 4,
                page.rgba.begin() + (static_cast<std::ptrdiff_t>(m_shelf_y + y) * kPageSide + m_shelf_x) * 4);
  }
  const bool was_clean = page.changed_begin >= page.changed_end;
  page.changed_begin = was_clean ? m_shelf_y : std::min(page.changed_begin, m_shelf_y);
  page.changed_end = std::max(page.changed_end, m_shelf_y + picture.height);
  AtlasGlyph glyph{static_cast<std::uint16_t>(m_pages.size() - 1), static_cast<std::uint16_t>(m_shelf_x),
                   static_cast<std::uint16_t>(m_shelf_y),          static_cast<std::uint16_t>(picture.width),
                   static_cast<std::uint16_t>(picture.height),     static_cast<std::int16_t>(picture.left),
                   static_cast<std::int16_t>(picture.top),         picture.is_colored};
  m_shelf_x += picture.width + kGap;
  m_shelf_height = std::max(m_shelf_height, picture.height + kGap);
  return glyph;
}

}  // namespace daybook::ui
