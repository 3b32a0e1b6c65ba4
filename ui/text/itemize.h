#pragma once

#include <hb.h>

#include "ui/text/code_points.h"
#include "ui/text/fonts.h"
#include "ui/text/hand.h"

namespace daybook::ui {

/// A stretch of code points of one font, one direction and one script: what HarfBuzz takes at once.
struct TextRun {
  std::uint32_t begin = 0, end = 0;  // code points
  FaceIndex face = 0;
  std::uint8_t level = 0;  // of UAX 9; odd: right to left
  hb_script_t script = HB_SCRIPT_LATIN;
};

/// Parts a paragraph without line ends into runs. `is_right_to_left` is its direction, from its first strong character.
std::vector<TextRun> itemize(Fonts& fonts, const CodePoints& points, Weight weight, Hand hand, bool& is_right_to_left);

/// Means what two people agree on; a font's own idea of it would only mislead.
bool is_private_use(char32_t value);

/// What shows nothing of itself: joiners, selectors, marks of direction.
bool is_invisible(char32_t value);

}  // namespace daybook::ui
