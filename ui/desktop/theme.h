#pragma once

#include <imgui.h>

#include "ui/model/preferences.h"

namespace daybook::ui {

/// Colours by what they are for. Text has a contrast of at least 7 to 1 with its ground (WCAG 2.2, 1.4.6). The colour
/// for good, and all text of the dim theme, which holds back light on purpose, have at least 4.5 to 1 (1.4.3). The edge
/// of a control has 3 to 1 (1.4.11). tests/ui/desktop/theme_test.cpp computes them.
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

/// The contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(ImU32 a, ImU32 b);

}  // namespace daybook::ui
