#pragma once

#include <imgui.h>

#include "ui/model/preferences.h"

namespace daybook::ui {

/// Colours by what they are for. Text on its ground has a contrast of at least 7 to 1, the edge of a control 3 to 1
/// (WCAG 2.2, AAA and 1.4.11); tests/ui/desktop/theme_test.cpp computes them.
struct Palette {
  ImU32 page, panel, text, secondary, border, line;
  ImU32 accent, on_accent, accent_soft, on_soft;
  ImU32 hover, field, selection;
  ImU32 good, good_soft, fault, fault_soft, note_soft, note_edge;
  ImU32 hide, on_hide;
  ImU32 ring_outer, ring_inner;  // around what has the focus
  ImU32 shadow;
  bool is_dark;
};

const Palette& palette(Theme theme);

/// Contrast of two opaque colours: WCAG 2.2, "contrast ratio".
double contrast(ImU32 a, ImU32 b);

}  // namespace daybook::ui
