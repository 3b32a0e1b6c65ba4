#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("what is kept while somebody helps says who was there, and afterwards nothing of it") {
  RouterDriver window;
  window.make_record();
  window.act(BeginHelp{});
  CHECK_FALSE(window.state().helper.is_on);  // nobody is named, and no role
  window.forms().helper.name.set("Sam");
  window.forms().helper.role.set("IDVA");
  window.forms().helper.they_type = true;
  window.act(BeginHelp{});
  window.paste_and_save("call me");
  window.act(EndHelp{});
  window.paste_and_save("sorry");
  window.act(OpenItem{1_item});
  CHECK(window.state().item.item->current_answers() ==
        vault::Answers{{"typed", "typed by a helper (IDVA), with the record keeper present"}, {"helper", "Sam"}});
  window.act(OpenItem{2_item});
  CHECK(window.state().item.item->current_answers().empty());
}

TEST_CASE("a helper who is not named can help, and nothing is kept as a name") {
  RouterDriver window;
  window.make_record();
  window.forms().helper.role.set("IDVA");
  window.act(BeginHelp{});
  REQUIRE(window.state().helper.is_on);
  window.paste_and_save("call me");
  window.act(OpenItem{1_item});
  CHECK(window.state().item.item->current_answers() ==
        vault::Answers{{"typed", "typed by the record keeper, with a helper (IDVA) present"}});
}

TEST_CASE("while somebody helps it stays open for the minutes that were chosen, and then locks as ever") {
  RouterDriver window;
  window.make_record();
  window.forms().helper.name.set("Sam");
  window.forms().helper.minutes = 15;
  window.act(BeginHelp{});
  window.wait(14 * 60);
  CHECK(window.router().leaving() == Leaving::no);
  CHECK(window.state().helper.is_on);
  window.wait(2 * 60);
  CHECK_FALSE(window.state().helper.is_on);
  CHECK(window.router().leaving() == Leaving::lock);
}

TEST_CASE("an open record locks when nobody has used it, and any use begins the time anew") {
  RouterDriver window;
  window.make_record();
  window.wait(4 * 60);
  window.act(StayOpen{});
  window.wait(4 * 60);
  CHECK(window.router().leaving() == Leaving::no);
  window.wait(45);
  CHECK(window.state().seconds_to_lock <= kLockWarning);
  window.wait(20);
  CHECK(window.router().leaving() == Leaving::lock);
  CHECK(window.router().locked_because().find("5 minutes") != std::string::npos);
}

TEST_CASE("what is being saved is finished before the lock, and nothing else can be done meanwhile") {
  RouterDriver window;
  window.make_record();
  window.state_for_tests().share.is_working = true;
  window.wait(6 * 60);
  CHECK(window.state().finishes_first);
  CHECK(window.router().leaving() == Leaving::no);
  window.act(PasteWords{"call me"});
  CHECK(window.forms().add.text.empty());
  window.state_for_tests().share.is_working = false;
  window.wait(1);
  CHECK(window.router().leaving() == Leaving::lock);
}

TEST_CASE("nothing locks before a record is open") {
  RouterDriver window;
  window.wait(3600);
  CHECK(window.router().leaving() == Leaving::no);
  window.router().lock("the screen was locked");
  CHECK(window.router().leaving() == Leaving::no);
}
