#pragma once

#include <imgui.h>

#include <string>
#include <unordered_map>
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

/// Text, signs and shapes in Dear ImGui's lists, with text of our own. Measures are ems, so that everything grows with
/// the text; places are pixels. One thread.
class Canvas {
 public:
  Canvas(Fonts& fonts, Textures& textures);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  const Palette& colors() const { return *m_palette; }
  float em(float count = 1) const { return count * m_em; }
  ImU32 color(Tone tone) const;
  Textures& textures() { return m_textures; }

  // Text
  TextStyle style(Look look, float width = 0) const;
  /// Laid out once, and kept while it is drawn: not for what is secret.
  const Paragraph& layout(std::string_view text, const TextStyle& style);
  const Paragraph& layout_line(std::string_view text, const TextStyle& style, float width);
  /// Laid out anew, and kept by nobody else.
  Paragraph layout_once(std::string_view text, const TextStyle& style) { return m_shaper.lay_out(text, style); }
  void draw(const Paragraph& paragraph, ImVec2 at, float size, ImU32 color);
  /// One line at a place, cut to `width`. Returns its width.
  float label(std::string_view text, ImVec2 at, Look look, float width = 1e6f);

  // Signs and shapes
  void icon(Icon icon, ImVec2 at, float ems, ImU32 color);
  void panel(ImVec2 min, ImVec2 max, ImU32 fill, float radius_ems = 0.5f, bool with_edge = true);
  void picture(Textures::Id id, ImVec2 min, ImVec2 max);
  /// What shows where the focus is, around something: a list puts it around the row that is chosen.
  void ring(ImVec2 min, ImVec2 max, float radius_ems = 0.45f);
  /// A key, drawn as one, with its right end at a place. Returns its width.
  float key_cap(const char* key, ImVec2 right_middle, Tone tone);

 protected:
  /// `scale` is pixels for each of our 96ths of an inch times the size of text that was chosen. True when the size is
  /// another one than before.
  bool begin_drawing(Theme theme, float scale);
  /// True when the frame has to be drawn once more: a glyph found no room.
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
