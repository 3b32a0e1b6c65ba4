#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("what the focus is asked for gets it, however long after a screen has come") {
  WindowDriver window;
  window.make_record();
  for (int frames = 0; frames < 8; ++frames) {
    CAPTURE(frames);
    window.router().apply(Go{Screen::case_details});
    window.settle();
    REQUIRE(window.focused() == "Crime reference");
    window.router().apply(Go{Screen::timeline});  // without an item there is no list that takes the focus
    for (int i = 0; i < frames; ++i) window.frame();
    window.ui().focus("Search");
    window.settle();
    CHECK(window.focused() == "Search");
  }
}

TEST_CASE("where nothing is asked for, the first thing that does no harm gets the focus") {
  WindowDriver window;
  window.make_record();
  window.router().apply(Go{Screen::case_details});
  window.settle();
  window.router().apply(Go{Screen::timeline});
  for (int i = 0; i < 8; ++i) window.frame();
  CHECK(window.focused() == "Write a note");
}
