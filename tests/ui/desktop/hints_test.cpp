#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Resting : WindowDriver {
  Resting() { make_record(); }
  void rest(int frames) {
    for (int i = 0; i < frames; ++i) frame();
  }
  void move_to(std::string_view name) {
    const Widget& one = widget(name);
    ImGui::GetIO().AddMousePosEvent((one.min.x + one.max.x) / 2 + static_cast<float>(++m_moves % 2),
                                    (one.min.y + one.max.y) / 2);
    frame();
  }
  bool shows(std::string_view text) const {
    return words().find("text: " + std::string(text) + "\n") != std::string::npos;
  }

 private:
  int m_moves = 0;
};

constexpr int kHalfASecond = 30;  // frames of the driver

}  // namespace

TEST_CASE("the key of a button is shown after half a second under the mouse, and goes with it") {
  Resting window;
  window.move_to("Write a note");
  window.rest(kHalfASecond - 4);
  CHECK_FALSE(window.shows("Ctrl+N"));
  REQUIRE(window.ui().hints.due());
  CHECK(*window.ui().hints.due() < 0.1);
  window.rest(8);
  CHECK(window.shows("Ctrl+N"));
  CHECK_FALSE(window.ui().hints.due());  // no frame is needed any more
  window.move_to("Paste words");
  CHECK_FALSE(window.shows("Ctrl+N"));
  window.rest(kHalfASecond + 4);
  CHECK(window.shows("Ctrl+V"));
  window.move_to("Search");
  window.rest(kHalfASecond + 4);
  CHECK_FALSE(window.shows("Ctrl+V"));
}

TEST_CASE("at the keyboard nothing pops up, wherever the mouse lies") {
  Resting window;
  window.move_to("Write a note");
  window.rest(kHalfASecond + 4);
  REQUIRE(window.shows("Ctrl+N"));
  window.key(ImGuiKey_Tab);
  CHECK_FALSE(window.shows("Ctrl+N"));
  window.rest(3 * kHalfASecond);
  CHECK_FALSE(window.shows("Ctrl+N"));
  window.move_to("Write a note");
  window.rest(kHalfASecond + 4);
  CHECK(window.shows("Ctrl+N"));
  // A click does what it does, and the mouse then lies where it lies.
  window.click("Paste words");
  window.rest(3 * kHalfASecond);
  CHECK_FALSE(window.shows("Ctrl+V"));
}

TEST_CASE("a title that is cut off is shown whole, and one that is not is not shown twice") {
  Resting window;
  const std::string text =
      "you never listen to me and you never did and when you come home tonight we will have a long talk about all of "
      "it, "
      "do you hear, all of it, and then you will see";
  for (const std::string& one : {text, std::string("short")})
    window.router().apply(PasteWords{one}), window.router().apply(SaveAdded{}), window.settle();
  const Widget& list = window.widget("Items");
  const float em = window.ui().em();
  for (const int row : {0, 1}) {
    ImGui::GetIO().AddMousePosEvent(list.min.x + 8 * em,
                                    list.min.y + (2.6f + 4.2f * static_cast<float>(row) + 1.2f) * em);
    window.frame();
    window.rest(kHalfASecond + 4);
    CHECK(window.shows(text) == (row == 1));
    CHECK_FALSE(window.shows("short"));
  }
}
