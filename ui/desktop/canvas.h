#pragma once

#include <imgui.h>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ui/desktop/icons.h"
#include "ui/desktop/textures.h"
#include "ui/desktop/theme.h"
#include "ui/text/glyph_atlas.h"
#include "ui/text/paragraph.h"

namespace daybook::ui {

enum class Size { small, body, large, title };
enum class Tone { normal, secondary, accent, good, fault, on_accent, on_hide };

struct Look {
  Size size = Size::body;
  Weight weight = Weight::regular;
  Tone tone = Tone::normal;
};

/// Draws text, signs and shapes into the draw lists of Dear ImGui. The text is shaped by ui/text, because Dear ImGui
/// knows neither scripts from right to left nor letters that join. Sizes are in ems, so that everything grows with the
/// text. Places are in pixels. Used on one thread.
class Canvas {
 public:
  /// As long as it lives, an em has so many pixels: for what may not grow with the text without limit.
  class InSize {
   public:
    InSize(Canvas& canvas, float em) : m_canvas(canvas), m_before(std::exchange(canvas.m_em, em)) {}
    ~InSize() { m_canvas.m_em = m_before; }
    InSize(const InSize&) = delete;
    InSize& operator=(const InSize&) = delete;

   private:
    Canvas& m_canvas;
    float m_before;
  };

  Canvas(Fonts& fonts, Textures& textures);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  const Palette& colors() const { return *m_palette; }
  /// So many ems in pixels.
  float em(float count = 1) const { return count * m_em; }
  ImU32 color(Tone tone) const;
  Textures& textures() { return m_textures; }

  // Text
  TextStyle style(Look look, float width = 0) const;
  /// Lays the text out once, and keeps text and layout for later frames: not for secrets. The reference holds until the
  /// next begin_drawing().
  const Paragraph& layout(std::string_view text, const TextStyle& style);
  /// The same for one line, which is cut to `width` pixels.
  const Paragraph& layout_line(std::string_view text, const TextStyle& style, float width);
  /// Lays the text out anew, and keeps nothing of it.
  Paragraph layout_once(std::string_view text, const TextStyle& style) { return m_shaper.lay_out(text, style); }
  /// Draws a paragraph with its top left corner at a place. `size` is that of the style of its layout, in pixels.
  void draw(const Paragraph& paragraph, ImVec2 at, float size, ImU32 color);
  /// Draws one line with its top left corner at a place, cut to `width` pixels. Returns its width in pixels.
  float label(std::string_view text, ImVec2 at, Look look, float width = 1e6f);

  // Signs and shapes
  void icon(Icon icon, ImVec2 at, float ems, ImU32 color);
  void panel(ImVec2 min, ImVec2 max, ImU32 fill, float radius_ems = 0.5f, bool with_edge = true);
  void picture(Textures::Id id, ImVec2 min, ImVec2 max, float radius_ems = 0.4f);
  /// Draws the ring that shows where the focus is, around a rectangle. A list has it around the row that is chosen.
  void ring(ImVec2 min, ImVec2 max, float radius_ems = 0.45f);
  /// Draws the name of a key in a frame, with the middle of its right edge at a place. Returns its width in pixels.
  float key_cap(const char* key, ImVec2 right_middle, Tone tone);

 protected:
  /// `scale` is the number of pixels in a 96th of an inch, times the size of the text that was chosen (1 to 3). True
  /// when the size is another one than before.
  bool begin_drawing(Theme theme, float scale);
  /// True when the frame has to be drawn once more, because a glyph found no room in the atlas. The atlas is empty
  /// then.
  bool end_drawing();

 private:
  struct LabelKey {
    std::string text;
    TextStyle style;
    float line_width;
    bool operator==(const LabelKey&) const = default;
  };
  struct LabelHash {
    std::size_t operator()(const LabelKey& key) const;
  };
  void upload();

  Shaper m_shaper;
  GlyphAtlas m_atlas;
  Textures& m_textures;
  std::vector<Textures::Id> m_pages;
  std::unordered_map<LabelKey, Paragraph, LabelHash> m_layouts;
  const Palette* m_palette;
  float m_em = 18;
};

}  // namespace daybook::ui
