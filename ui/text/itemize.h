#pragma once

#include <hb.h>

#include "ui/text/code_points.h"
#include "ui/text/fonts.h"
#include "ui/text/hand.h"

namespace daybook::ui {

/// A stretch of a text that has one font, one direction and one script, as HarfBuzz needs it.
struct TextRun {
  std::uint32_t begin = 0, end = 0;  // indexes of code points
  FaceIndex face = 0;
  std::uint8_t level = 0;  // embedding level of UAX 9; odd: right to left
  hb_script_t script = HB_SCRIPT_LATIN;
};

/// Parts a paragraph without line ends into runs. `is_right_to_left` is set to its direction, which comes from its
/// first strong character (UAX 9, P2 and P3).
std::vector<TextRun> itemize(Fonts& fonts, const CodePoints& points, Weight weight, Hand hand, bool& is_right_to_left);

/// Whether a character has no meaning in Unicode, but one that people agree on among themselves. It is shown as its
/// code point, because a font's picture of it may mean something else than its writer meant.
bool is_private_use(char32_t value);

/// Whether a character shows nothing of itself: joiners, selectors, marks of direction.
bool is_invisible(char32_t value);

}  // namespace daybook::ui
