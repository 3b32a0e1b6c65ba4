#include "ui/model/clock_doubt.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a clock before the last item is told of, and no more when it was set") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("i am sorry");
  window.restart();
  window.unlock();
  CHECK_FALSE(window.state().clock.is_in_doubt);
  window.clock.advance(-1'000'000);
  window.settle();
  CHECK(window.state().clock.is_in_doubt);
  CHECK(window.state().clock.says == window.clock.now().utc_seconds);
  window.act(ShowHowToSetClock{});
  CHECK(window.state().clock.shows_how);
  window.clock.advance(1'000'000);
  window.settle();
  CHECK_FALSE(window.state().clock.is_in_doubt);
  CHECK_FALSE(window.state().clock.shows_how);
}

TEST_CASE("a clock before the day when the program was made is told of, until she says to keep it so") {
  RouterDriver window;
  window.made_at = window.clock.now().utc_seconds + 3600;
  window.restart();
  CHECK_FALSE(window.state().clock.is_in_doubt);  // nobody is here yet who could be told
  window.make_record();
  CHECK(window.state().clock.is_in_doubt);
  window.act(KeepClock{});
  CHECK_FALSE(window.state().clock.is_in_doubt);
  window.paste_and_save("i am sorry");
  CHECK(window.state().timeline.keys.size() == 1);
  window.restart();
  window.unlock();
  CHECK(window.state().clock.is_in_doubt);  // another day it may be forgotten that the clock is wrong
}
