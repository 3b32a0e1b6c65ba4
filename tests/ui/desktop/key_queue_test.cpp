#include "ui/desktop/key_queue.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// All of it comes before the first frame sees any, as on a slow computer.
struct Slow : WindowDriver {
  Slow() {
    make_record();
    key(ImGuiMod_Ctrl | ImGuiKey_N);
  }
  void press(ImGuiKey key, bool ctrl = false) {
    keys.add({key, true, ctrl, false, false});
    keys.add({key, false, ctrl, false, false});
  }
  void chord(ImGuiKey key) {
    keys.add({ImGuiKey_LeftCtrl, true, true, false, false});
    press(key, true);
    keys.add({ImGuiKey_LeftCtrl, false, false, false, false});
  }
  void letters(std::string_view text) {
    for (const char c : text) {
      press(static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a')));
      keys.add(static_cast<char32_t>(c));
    }
  }
  void run() {
    for (int i = 0; i < 100 && !keys.empty(); ++i) {
      keys.pass_on(ui());
      frame();
    }
    REQUIRE(keys.empty());
    settle();
  }
  KeyQueue keys;
};

}  // namespace

TEST_CASE("letters and what takes them away stay in their order within one slow frame") {
  Slow window;
  window.letters("ab");
  window.press(ImGuiKey_Backspace);
  window.letters("cd");
  window.press(ImGuiKey_LeftArrow);
  window.letters("e");
  window.run();
  CHECK(window.forms().add.text.text() == "aced");
}

TEST_CASE("the keys that end a line or go to its beginning come between the letters where they were typed") {
  Slow window;
  window.letters("one");
  window.press(ImGuiKey_Enter);
  window.letters("two");
  window.press(ImGuiKey_Home);
  window.letters("q");
  window.press(ImGuiKey_Delete);
  window.letters("r");
  window.run();
  CHECK(window.forms().add.text.text() == "one\nqrwo");
}

TEST_CASE("a chord that is over before the frame is still a chord") {
  Slow window;
  window.letters("abc");
  window.chord(ImGuiKey_A);
  window.letters("x");
  window.run();
  CHECK(window.forms().add.text.text() == "x");
  window.chord(ImGuiKey_S);
  window.run();
  CHECK(window.state().timeline.keys.size() == 1);
}

TEST_CASE("a held key goes on repeating: letters need no frame each") {
  Slow window;
  window.letters("abcdefghijklmnopqrstuvwxyz");
  const int before = window.frames();
  window.run();
  CHECK(window.forms().add.text.text() == "abcdefghijklmnopqrstuvwxyz");
  CHECK(window.frames() - before < 12);
}
