#pragma once

#include "ui/text/fonts.h"

namespace daybook::ui {

/// Where the picture of a glyph lies, in pixels. A glyph that shows nothing has the width 0.
struct AtlasGlyph {
  std::uint16_t page = 0, x = 0, y = 0, width = 0, height = 0;
  std::int16_t left = 0, top = 0;  // from the pen on the baseline to the picture's upper left corner; y downwards
  bool is_colored = false;
};

/// Pictures of glyphs, painted into pages of RGBA when they are first asked for. Dear ImGui has an atlas too, but one
/// that differs between its versions and knows nothing of shaped text. One thread.
class GlyphAtlas {
 public:
  static constexpr int kPageSide = 1024;
  static constexpr std::size_t kMostPages = 8;  // 32 MiB

  struct Page {
    std::vector<std::uint8_t> rgba;  // kPageSide rows of kPageSide pixels, alpha not premultiplied
    // The rows that changed since mark_clean(), from `changed_begin` up to but not with `changed_end`.
    int changed_begin = 0, changed_end = 0;
  };

  /// `fonts` must outlive the atlas.
  explicit GlyphAtlas(Fonts& fonts) : m_fonts(fonts) {}

  /// The picture of a glyph, painted now where it is not there yet. `quarter` is the size of the text in quarters of a
  /// pixel. `shift` is how many quarters the pen is right of a whole pixel. For kNoFace, `id` is a code point, and its
  /// digits are drawn in a box.
  AtlasGlyph glyph(FaceIndex face, std::uint32_t id, int quarter, int shift);

  const std::vector<Page>& pages() const { return m_pages; }
  /// To be called when a page has been copied to the graphics card.
  void mark_clean(std::size_t page) { m_pages[page].changed_begin = m_pages[page].changed_end = 0; }
  /// True when some glyph found no room and has the width 0. The caller then calls clear() between two frames and draws
  /// again.
  bool is_full() const { return m_is_full; }
  /// Forgets all glyphs. Every AtlasGlyph that was given out is invalid after that.
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
