#pragma once

#include <string_view>
#include <vector>

#include "ui/text/fonts.h"
#include "ui/text/hand.h"

namespace daybook::ui {

// Text of every script, from bytes to glyphs in their places: fonts.h finds the face, itemize.h parts it into runs, Shaper
// shapes and breaks them, cells.cpp answers where a caret stands, glyph_atlas.h paints. No window: a page on paper is set by
// the same hand.

struct TextStyle {
  float size = 16;  // pixels
  Weight weight = Weight::regular;
  float width = 0;           // lines are broken to fit; 0: never
  float line_height = 1.5f;  // in sizes; taller scripts get more

  bool operator==(const TextStyle&) const = default;
};

/// A glyph in its place. `face` kNoFace: `id` is a code point that no font has.
struct Glyph {
  std::uint32_t id = 0;
  FaceIndex face = 0;
  bool is_right_to_left = false;
  float x = 0, y = 0;  // from the line's left end and its baseline; y downwards
  float advance = 0;
  std::uint32_t begin = 0;  // byte of the text where its cluster begins
};

struct Line {
  std::uint32_t first_glyph = 0, end_glyph = 0;  // in order from left to right
  std::uint32_t begin = 0, end = 0;              // bytes; the end includes blanks and the line end that broke it
  float x = 0, width = 0;
  float top = 0, baseline = 0, height = 0;  // baseline from the top
  bool is_right_to_left = false;
};

/// A text, shaped and broken into lines.
struct Paragraph {
  std::vector<Glyph> glyphs;
  std::vector<Line> lines;  // at least one
  float width = 0, height = 0;
};

/// Shapes text: order by UAX 9 (FriBidi), breaks by UAX 14 (libunibreak), glyphs by HarfBuzz, each line aligned to the
/// side where its text begins. Text that is not UTF-8 shows U+FFFD in the place of each byte that is none. One thread.
class Shaper {
 public:
  explicit Shaper(Fonts& fonts);
  ~Shaper();
  Fonts& fonts() { return m_fonts; }

  Paragraph lay_out(std::string_view text, const TextStyle& style);
  /// One line of at most `width`, ended by an ellipsis where it does not fit. Line ends count as blanks. Always Naskh:
  /// a row has no room for letters that hang.
  Paragraph lay_out_line(std::string_view text, TextStyle style, float width);

 private:
  class Work;
  Paragraph lay_out_in(Hand hand, std::string_view text, const TextStyle& style);
  Fonts& m_fonts;
  std::unique_ptr<Work> m_work;
};

/// A character as a person sees it (UAX 29) and the place that it takes.
struct Cell {
  std::uint32_t begin = 0, end = 0;  // bytes
  float left = 0, right = 0;
  std::uint32_t line = 0;
  bool is_right_to_left = false;
};

/// The cells of a paragraph in the order of the text, for carets, selections and clicks. `text` is what was laid out.
std::vector<Cell> cells_of(const Paragraph& paragraph, std::string_view text);

struct CaretPlace {
  float x = 0;
  std::uint32_t line = 0;
};
/// Where a caret before byte `at` stands.
CaretPlace caret_at(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t at);
/// The byte before which a caret goes when somebody points here.
std::uint32_t byte_at(const Paragraph& paragraph, const std::vector<Cell>& cells, float x, float y);
/// The bytes of that on a given line.
std::uint32_t byte_on_line(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t line, float x);

/// The next boundary between characters as a person sees them, after or before byte `at`.
std::uint32_t next_character(std::string_view text, std::uint32_t at);
std::uint32_t previous_character(std::string_view text, std::uint32_t at);

}  // namespace daybook::ui
