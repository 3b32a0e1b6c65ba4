#include <catch2/catch_test_macros.hpp>

#include "tests/support/painter.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// How many pixels of the window have a colour.
std::size_t pixels_of(const Painter::Image& image, ImU32 color) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
    const ImU32 pixel = IM_COL32(image.rgba[i], image.rgba[i + 1], image.rgba[i + 2], 255);
    count += pixel == color ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("the words that were searched for are marked in the titles of the list, in every theme by a line too") {
  Painter painter;
  WindowDriver window({1366, 768}, &painter);
  window.make_record();
  for (const char* text : {"the boiler in the Café is broken", "call me"})
    window.router().apply(PasteWords{text}), window.router().apply(SaveAdded{}), window.settle();
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.router().apply(ToggleTag{"home"});
  window.router().apply(Go{Screen::timeline});
  window.settle();
  for (const Theme theme : {Theme::light, Theme::dark, Theme::dim, Theme::contrast}) {
    window.state_for_tests().preferences.theme = theme;
    const ImU32 line = palette(theme).note_edge;
    const auto marked = [&](const char* words) {
      window.forms().timeline.search.set(words);
      window.settle();
      return pixels_of(painter.paint(window.drawn()), line);
    };
    INFO(static_cast<int>(theme));
    const std::size_t nothing = marked("oiler");  // other things have such a colour in one theme
    const std::size_t boiler = marked("boiler");
    CHECK(window.state().timeline.keys.size() == 1);
    CHECK(boiler > nothing + 60);
    CHECK(marked("boiler cafe") > boiler + 30);
    CHECK(marked("home") == nothing);  // what found it stands in no title
    CHECK(window.state().timeline.keys.size() == 1);
  }
}
