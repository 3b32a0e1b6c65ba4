#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = FirstRunState::Step;

TEST_CASE("first run ends with an open record, and none of its secrets stay") {
  RouterDriver window;
  CHECK(window.state().screen == Screen::first_run);
  window.make_record();
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.state().before.empty());
  CHECK_FALSE(window.state().first_run.sheet);
  CHECK(window.forms().first_run.passphrase.empty());
  CHECK(window.forms().first_run.attempt.empty());
  CHECK(window.state().settings.record == window.record_path());
}

TEST_CASE("words are suggested, and a passphrase of her own has a least length") {
  RouterDriver window;
  while (window.state().first_run.step != Step::passphrase) window.act(NextStep{});
  CHECK(window.forms().first_run.passphrase.characters() > kLeastOwnCharacters);
  window.act(UseOwnPassphrase{});
  CHECK(window.forms().first_run.passphrase.empty());
  window.forms().first_run.passphrase.set(secret("short"));
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  CHECK(window.state().first_run.step == Step::passphrase);
  CHECK_FALSE(std::filesystem::exists(window.record_path()));
  window.act(SuggestPassphrase{});
  CHECK_FALSE(window.state().first_run.error);
  window.act(NextStep{});
  CHECK(window.state().first_run.step == Step::sheet);
}

TEST_CASE("groups that are not those of the sheet are told, and the way back shows the sheet again") {
  RouterDriver window;
  while (window.state().first_run.step != Step::sheet) window.act(NextStep{});
  const std::string code(window.state().first_run.sheet->expose_text());
  window.act(NextStep{});
  window.forms().first_run.groups.set("nothing");
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  window.act(PreviousStep{});
  CHECK(window.state().first_run.step == Step::sheet);
  window.act(PreviousStep{});
  CHECK(window.state().first_run.step == Step::sheet);  // the record is made
  window.act(NextStep{});
  window.forms().first_run.groups.set(code.substr(5, 4) + " " + code.substr(20, 4));
  window.act(NextStep{});
  CHECK(window.state().first_run.step == Step::try_passphrase);
  CHECK_FALSE(window.state().first_run.sheet);
  window.act(PreviousStep{});
  CHECK(window.state().first_run.step == Step::try_passphrase);  // there is no sheet any more to go back to
}

TEST_CASE("a slip of the finger when the passphrase is tried costs nothing") {
  RouterDriver window;
  while (window.state().first_run.step != Step::try_passphrase) window.act(NextStep{});
  window.forms().first_run.attempt.set(secret("something else"));
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  CHECK(window.forms().first_run.attempt.empty());
  CHECK_FALSE(window.state().is_open);
  window.forms().first_run.attempt.set(window.forms().first_run.passphrase.secret());
  window.act(NextStep{});
  CHECK(window.state().is_open);
  window.forms().first_run.lock_minutes = 10;
  window.act(NextStep{});
  CHECK(window.state().preferences.lock_minutes == 10);
}
