#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a page that holds nothing to press can be read to its end by keyboard") {
  WindowDriver window({1366, 480});
  window.make_record();
  window.key(ImGuiKey_F1);
  REQUIRE(window.state().screen == Screen::help);
  const auto place_of = [&](std::string_view text) {
    for (const Widget& one : window.ui().widgets()) {
      if (one.name.find(text) != std::string::npos) return one.min.y;
    }
    FAIL("\"" << text << "\" is not on the page");
    return 0.0f;
  };
  REQUIRE(place_of("F1: this page") > 480);
  for (int i = 0; i < 10; ++i) window.key(ImGuiKey_PageDown);
  CHECK(place_of("F1: this page") < 480);
  for (int i = 0; i < 10; ++i) window.key(ImGuiKey_PageUp);
  CHECK(place_of("How to leave quickly") > 60);
}

TEST_CASE("F6 goes between the places and the page, also where the places are a menu") {
  for (const float width : {1366.0f, 640.0f}) {
    WindowDriver window({width, 768});
    window.make_record();
    window.router().apply(Go{Screen::case_details});
    window.settle();
    CHECK(window.focused() == "Save");
    window.key(ImGuiKey_F6);
    CHECK(window.focused() == (width > 1000 ? "Case" : "Menu"));
    window.key(ImGuiKey_F6);
    CHECK(window.focused() == "Crime reference");
  }
}

TEST_CASE("numbers to call stand on the page of help, and never where the record is locked") {
  WindowDriver window;
  window.make_record();
  window.key(ImGuiKey_F1);
  CHECK(window.words().find("0808 2000 247") != std::string::npos);
  window.restart(false);
  window.key(ImGuiKey_F1);
  REQUIRE(window.state().screen == Screen::help);
  CHECK(window.words().find("0808") == std::string::npos);
  CHECK(window.words().find("Abuse") == std::string::npos);
}
