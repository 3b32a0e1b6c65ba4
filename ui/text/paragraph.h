#pragma once

#include <string_view>
#include <vector>

#include "ui/text/fonts.h"
#include "ui/text/hand.h"

namespace daybook::ui {

// Text of every script, from bytes to glyphs in their places. fonts.h has the fonts, itemize.h parts a text into runs,
// Shaper shapes runs and breaks lines, cells.cpp tells where a caret stands, and glyph_atlas.h paints glyphs. Nothing
// here needs a window. All measures are in pixels.

/// How a text is set.
struct TextStyle {
  float size = 16;
  Weight weight = Weight::regular;
  float width = 0;           // the width to which lines are broken; 0: lines are not broken
  float line_height = 1.5f;  // in sizes of the text; scripts that need more get more

  bool operator==(const TextStyle&) const = default;
};

/// A glyph in its place. Where `face` is kNoFace, `id` is a code point that no font has.
struct Glyph {
  std::uint32_t id = 0;
  FaceIndex face = 0;
  bool is_right_to_left = false;
  float x = 0, y = 0;  // from the line's left end and its baseline; y downwards
  float advance = 0;
  std::uint32_t begin = 0;  // byte of the text where its cluster begins
};

/// A line of a paragraph.
struct Line {
  std::uint32_t first_glyph = 0, end_glyph = 0;  // in order from left to right
  std::uint32_t begin = 0, end = 0;              // bytes of the text; blanks and a line end at the end are included
  float x = 0, width = 0;                        // left end, and width without blanks at the end
  float top = 0, baseline = 0, height = 0;       // `baseline` counts from `top`
  bool is_right_to_left = false;
};

/// A text that was shaped and broken into lines.
struct Paragraph {
  std::vector<Glyph> glyphs;
  std::vector<Line> lines;  // at least one
  float width = 0, height = 0;
};

/// Shapes text: the order is that of UAX 9 (FriBidi), line breaks are those of UAX 14 (libunibreak), glyphs come from
/// HarfBuzz. Each line is aligned to the side where its text begins. A byte that is not UTF-8 is shown as U+FFFD. One
/// thread.
class Shaper {
 public:
  /// `fonts` must outlive the shaper.
  explicit Shaper(Fonts& fonts);
  ~Shaper();
  Fonts& fonts() { return m_fonts; }

  /// Lays out a text of any number of lines.
  Paragraph lay_out(std::string_view text, const TextStyle& style);
  /// Lays out one line of at most `width`, with an ellipsis where the text does not fit. Line ends count as blanks.
  /// Arabic letters are always in Naskh, because a row of a list is not high enough for Nastaliq.
  Paragraph lay_out_line(std::string_view text, TextStyle style, float width);

 private:
  class Work;
  Paragraph lay_out_in(Hand hand, std::string_view text, const TextStyle& style);
  Fonts& m_fonts;
  std::unique_ptr<Work> m_work;
};

/// A character as a person sees it (UAX 29), and the place that it takes on its line.
struct Cell {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  float left = 0, right = 0;
  std::uint32_t line = 0;
  bool is_right_to_left = false;
};

/// The cells of a paragraph, line by line in the order of the text, for carets, selections and clicks. `text` is the
/// text that was laid out.
std::vector<Cell> cells_of(const Paragraph& paragraph, std::string_view text);

/// Where a caret stands.
struct CaretPlace {
  float x = 0;
  std::uint32_t line = 0;
};
/// Where a caret stands that is before byte `at` of the text.
CaretPlace caret_at(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t at);
/// The byte before which a caret goes when somebody points at this place of the paragraph.
std::uint32_t byte_at(const Paragraph& paragraph, const std::vector<Cell>& cells, float x, float y);
/// The byte before which a caret goes that stands nearest to `x` on this line.
std::uint32_t byte_on_line(const Paragraph& paragraph, const std::vector<Cell>& cells, std::uint32_t line, float x);

/// The byte where the next character as a person sees it begins, after byte `at`; at the end the length of the text.
std::uint32_t next_character(std::string_view text, std::uint32_t at);
/// The byte where the character before byte `at` begins; at the beginning 0.
std::uint32_t previous_character(std::string_view text, std::uint32_t at);

}  // namespace daybook::ui
