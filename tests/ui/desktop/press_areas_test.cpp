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
    REQUIRE(window.focused() == "Save");
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

TEST_CASE("a field that is away while something works has the focus again when it comes back") {
  WindowDriver window;
  window.make_record();
  window.router().apply(BeginSafety{SafetyState::Task::passphrase});
  window.settle();
  REQUIRE(window.focused() == "Your passphrase now");
  for (const int frames : {1, 2, 3, 4, 5, 8, 20}) {
    CAPTURE(frames);
    window.state_for_tests().safety.is_working = true;
    for (int i = 0; i < frames; ++i) window.frame();
    CHECK_FALSE(window.has("Your passphrase now"));
    window.state_for_tests().safety.is_working = false;
    for (int i = 0; i < 6; ++i) window.frame();
    CHECK(window.focused() == "Your passphrase now");
  }
  window.key(ImGuiKey_Tab);
  const std::string chosen = window.focused();
  REQUIRE(chosen != "Your passphrase now");
  for (int i = 0; i < 8; ++i) window.frame();
  CHECK(window.focused() == chosen);  // what a person chose stays
}
