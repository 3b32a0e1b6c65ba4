#pragma once

#include "ui/text/fonts.h"

namespace daybook::ui {

/// Where a glyph's picture lies. Nothing to be drawn: width 0.
struct AtlasGlyph {
  std::uint16_t page = 0, x = 0, y = 0, width = 0, height = 0;
  std::int16_t left = 0, top = 0;  // from the pen on the baseline; y downwards
  bool is_colored = false;
};

/// Pictures of glyphs in pages of RGBA, made when they are first asked for. Its own, not ImGui's, so that any version
/// of ImGui will do and the report can use the same. One thread.
class GlyphAtlas {
 public:
  static constexpr int kPageSide = 1024;
  static constexpr std::size_t kMostPages = 8;  // 32 MiB

  struct Page {
    std::vector<std::uint8_t> rgba;
    // Rows that changed since mark_clean(); none when the first is not below the second.
    int changed_begin = 0, changed_end = 0;
  };

  explicit GlyphAtlas(Fonts& fonts) : m_fonts(fonts) {}

  /// `quarter` is the size in quarters of a pixel, `shift` how many quarters the pen is right of a whole pixel.
  /// For kNoFace `id` is a code point, which is drawn as digits in a box.
  AtlasGlyph glyph(FaceIndex face, std::uint32_t id, int quarter, int shift);

  const std::vector<Page>& pages() const { return m_pages; }
  void mark_clean(std::size_t page) { m_pages[page].changed_begin = m_pages[page].changed_end = 0; }
  /// True when some glyph found no room: call clear() between two frames, and draw again.
  bool is_full() const { return m_is_full; }
  void clear();

 private:
  struct Picture {
    int width = 0, height = 0, left = 0, top = 0;
    bool is_colored = false;
    std::vector<std::uint8_t> rgba;
  };
  Picture draw(FaceIndex face, std::uint32_t id, int quarter, int shift);
  Picture draw_outline(const Face& face, std::uint32_t id, int quarter, int shift);
  Picture draw_colored(const Face& face, std::uint32_t id, int quarter);
  Picture draw_missing(char32_t value, int quarter);
  AtlasGlyph place(const Picture& picture);

  Fonts& m_fonts;
  std::unordered_map<std::uint64_t, AtlasGlyph> m_known;
  std::vector<Page> m_pages;
  int m_shelf_x = 0, m_shelf_y = 0, m_shelf_height = 0;
  bool m_is_full = false;
};

}  // namespace daybook::ui
