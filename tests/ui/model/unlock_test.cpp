#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a wrong passphrase opens nothing, and after five of them there is a pause") {
  RouterDriver window;
  window.make_record();
  window.restart();
  for (int i = 0; i < 5; ++i) window.unlock("not this one");
  CHECK(window.state().unlock.failures == 5);
  CHECK(window.state().unlock.error);
  CHECK(window.state().unlock.wait_until > window.now);
  window.unlock();
  CHECK_FALSE(window.state().is_open);  // not even the right one
  window.wait(31);
  CHECK(window.state().unlock.wait_until == 0);
  window.unlock();
  CHECK(window.state().is_open);
  CHECK(window.forms().unlock.secret.empty());
}

TEST_CASE("the sheet opens it, and asks for a new passphrase before anything is shown") {
  RouterDriver window;
  while (window.state().first_run.step != FirstRunState::Step::sheet) window.act(NextStep{});
  const std::string code(window.state().first_run.sheet->expose_text());
  window.restart();
  window.act(UseSheet{true});
  window.unlock(code);
  CHECK(window.state().unlock.wants_new_passphrase);
  CHECK(window.state().screen == Screen::unlock);
  window.forms().unlock.new_passphrase.set(secret("short"));
  window.act(Unlock{});
  CHECK(window.state().unlock.error);
  window.forms().unlock.new_passphrase.set(secret("a longer one of mine"));
  window.act(Unlock{});
  CHECK(window.state().screen == Screen::timeline);
  window.restart();
  window.unlock("a longer one of mine");
  CHECK(window.state().is_open);
}

TEST_CASE("what was being written stands there again, with where it belongs") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("i am sorry");
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  window.forms().add.text.set("he rang at four");
  window.restart();
  CHECK(window.forms().add.text.empty());
  window.unlock();
  CHECK(window.state().screen == Screen::add);
  CHECK(window.forms().add.text.text() == "he rang at four");
  CHECK(window.state().add.kind == Begun::Kind::note);
  CHECK(window.state().add.about == vault::ItemNumber{1});
  CHECK_FALSE(window.state().add.rewrites);
}

TEST_CASE("a record that is not there any more is told as damage, with ways to bring it back") {
  RouterDriver window;
  window.make_record();
  window.restart();
  std::filesystem::remove_all(window.record_path());
  window.unlock();
  CHECK(window.state().unlock.is_damaged);
  CHECK_FALSE(window.state().is_open);
}
