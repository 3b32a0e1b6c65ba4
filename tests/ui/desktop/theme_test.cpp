#include "ui/desktop/theme.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace daybook::ui;

TEST_CASE("text is read and edges are seen in every theme") {
  for (const Theme theme : {Theme::light, Theme::dark, Theme::dim, Theme::contrast}) {
    INFO("theme " << static_cast<int>(theme));
    const Palette& p = palette(theme);
    // The dim theme holds back light on purpose; it keeps AA, the others AAA.
    const double least = theme == Theme::dim ? 4.5 : 7;
    for (const ImU32 ground :
         {p.page, p.panel, p.field, p.note_soft, p.good_soft, p.fault_soft, p.accent_soft, p.selection})
      CHECK(contrast(p.text, ground) >= least);
    for (const ImU32 ground : {p.page, p.panel}) {
      CHECK(contrast(p.secondary, ground) >= least);
      CHECK(contrast(p.accent, ground) >= least);
      CHECK(contrast(p.fault, ground) >= least);
      CHECK(contrast(p.good, ground) >= 4.5);
      CHECK(contrast(p.border, ground) >= 3);
    }
    CHECK(contrast(p.on_accent, p.accent) >= least);
    CHECK(contrast(p.on_soft, p.accent_soft) >= least);
    CHECK(contrast(p.on_hide, p.hide) >= 7);
    CHECK(std::max(contrast(p.ring_inner, p.page), contrast(p.ring_outer, p.page)) >= 7);
  }
}
