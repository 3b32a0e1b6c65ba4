#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"
#include "vault/store/passphrase.h"

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
  CHECK(window.forms().first_run.next.chosen.empty());
  CHECK(window.forms().first_run.next.attempt.empty());
  CHECK(window.state().settings.record == window.record_path());
}

TEST_CASE("words are suggested, and a passphrase of her own has a least length") {
  RouterDriver window;
  while (window.state().first_run.step != Step::passphrase) window.act(NextStep{});
  CHECK(window.forms().first_run.next.chosen.characters() > vault::kLeastPassphraseCharacters);
  window.forms().first_run.next.begin_own();
  CHECK(window.forms().first_run.next.chosen.empty());
  window.forms().first_run.next.chosen.set(secret("short"));
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  CHECK(window.state().first_run.step == Step::passphrase);
  CHECK_FALSE(std::filesystem::exists(window.record_path()));
  window.forms().first_run.next.suggest();
  window.act(NextStep{});
  CHECK(window.state().first_run.step == Step::sheet);
}

TEST_CASE("a passphrase that is easy to guess is taken only when she says so twice") {
  RouterDriver window;
  while (window.state().first_run.step != Step::passphrase) window.act(NextStep{});
  window.forms().first_run.next.chosen.set(secret("markmarkmark"));
  window.act(NextStep{});
  REQUIRE(window.state().first_run.error);
  CHECK(window.state().first_run.error->what == "That passphrase is easy to guess.");
  CHECK(window.state().first_run.step == Step::passphrase);
  window.forms().first_run.next.chosen.set(secret("markmarkmark2"));
  window.act(NextStep{});
  CHECK(window.state().first_run.error);  // another one is told of anew
  window.act(NextStep{});
  CHECK(window.state().first_run.step == Step::sheet);
}

TEST_CASE("groups that are not those of the sheet are told, and what was done at a step stays when she goes back") {
  RouterDriver window;
  while (window.state().first_run.step != Step::sheet) window.act(NextStep{});
  const std::string code(window.state().first_run.sheet->expose_text());
  window.act(NextStep{});
  window.forms().first_run.groups.set("nothing");
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  window.act(PreviousStep{});
  CHECK(window.state().first_run.step == Step::sheet);
  CHECK(window.state().first_run.sheet->expose_text() == code);
  window.act(NextStep{});
  window.forms().first_run.groups.set("AAAA AAAA");
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  window.forms().first_run.groups.set(code.substr(5, 4) + " " + code.substr(20, 4));
  window.act(NextStep{});
  CHECK(window.state().first_run.step == Step::try_passphrase);
  window.forms().first_run.next.attempt.set(secret("something else"));
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  window.act(PreviousStep{});
  CHECK(window.state().first_run.step == Step::confirm_sheet);
  window.forms().first_run.groups.set("AAAA AAAA");
  window.act(NextStep{});
  CHECK(window.state().first_run.error);  // still held against the sheet
  window.act(PreviousStep{});
  CHECK(window.state().first_run.sheet->expose_text() == code);
}

TEST_CASE("back at the passphrase, the record that was made stays, and opens with another one when she wants it") {
  RouterDriver window;
  while (window.state().first_run.step != Step::sheet) window.act(NextStep{});
  const std::string code(window.state().first_run.sheet->expose_text());
  window.act(PreviousStep{});
  REQUIRE(window.state().first_run.step == Step::passphrase);
  window.act(NextStep{});
  CHECK(window.state().first_run.step == Step::sheet);
  CHECK(window.state().first_run.sheet->expose_text() == code);  // nothing was made a second time
  CHECK_FALSE(std::filesystem::exists(window.record_path().string() + "-2"));
  window.act(NextStep{});
  window.act(NextStep{});
  window.act(ChooseAnotherPassphrase{});
  REQUIRE(window.state().first_run.step == Step::passphrase);
  const std::string first(window.state().first_run.made_with->expose_text());
  window.forms().first_run.next.chosen.set(secret("another passphrase of mine"));
  window.act(NextStep{});
  REQUIRE(window.state().first_run.step == Step::sheet);
  window.restart();
  window.unlock(first);
  CHECK_FALSE(window.state().is_open);
  window.unlock("another passphrase of mine");
  CHECK(window.state().is_open);
}

TEST_CASE("until a sheet is known to be on paper a quiet line says so, and she can leave it so") {
  RouterDriver window;
  while (window.state().first_run.step != Step::sheet) window.act(NextStep{});
  window.act(DeclineSheet{});
  REQUIRE(window.state().first_run.step == Step::try_passphrase);
  CHECK(window.state().first_run.declines_sheet);
  const std::string passphrase(window.state().first_run.made_with->expose_text());
  SECTION("she goes on") {
    window.forms().first_run.next.attempt.set(secret(passphrase));
    window.act(NextStep{});
    window.act(NextStep{});
  }
  SECTION("she hides, and comes back another day") {
    window.restart();
    window.unlock(passphrase);
  }
  REQUIRE(window.state().is_open);
  CHECK(window.state().preferences.asks_for_sheet);
  Preferences preferences = window.state().preferences;
  preferences.asks_for_sheet = false;
  window.act(ChangePreferences{preferences});
  window.restart();
  window.unlock(passphrase);
  CHECK_FALSE(window.state().preferences.asks_for_sheet);
}

TEST_CASE("a sheet that was declined opens nothing, and one that is fetched after that is another") {
  RouterDriver window;
  while (window.state().first_run.step != Step::sheet) window.act(NextStep{});
  const std::string declined(window.state().first_run.sheet->expose_text());
  window.act(DeclineSheet{});
  REQUIRE(window.state().first_run.step == Step::try_passphrase);
  window.act(PreviousStep{});
  REQUIRE(window.state().first_run.step == Step::sheet);
  const std::string fetched(window.state().first_run.sheet->expose_text());
  CHECK(fetched != declined);
  window.restart();
  window.act(UseSheet{true});
  window.unlock(declined);
  CHECK_FALSE(window.state().unlock.wants_new_passphrase);
  window.unlock(fetched);
  CHECK(window.state().unlock.wants_new_passphrase);
}

TEST_CASE("who confirmed the sheet is not asked for one") {
  RouterDriver window;
  window.make_record();
  CHECK_FALSE(window.state().preferences.asks_for_sheet);
}

TEST_CASE("hiding that was practised counts, and first run goes on there; before that nothing is left behind") {
  RouterDriver window;
  window.act(NextStep{});
  window.restart();
  CHECK(window.state().first_run.step == Step::language);
  CHECK_FALSE(std::filesystem::exists(window.folder / "config"));
  window.act(NextStep{});
  window.act(NextStep{});
  REQUIRE(window.state().first_run.step == Step::leaving);
  Settings settings = window.state().settings;
  settings.text_percent = 200;
  window.act(ChangeSettings{settings});
  window.restart();
  CHECK(window.state().first_run.step == Step::leaving);
  CHECK(window.state().first_run.has_practised);
  CHECK(window.state().settings.text_percent == 200);
  CHECK_FALSE(std::filesystem::exists(window.record_path()));
  window.make_record();
  CHECK_FALSE(window.state().settings.has_hidden);
}

TEST_CASE("the window has the colours of the last record before it is open") {
  RouterDriver window;
  window.make_record();
  Preferences preferences = window.state().preferences;
  preferences.theme = Theme::dim;
  window.act(ChangePreferences{preferences});
  window.restart();
  CHECK(window.state().screen == Screen::unlock);
  CHECK(window.state().preferences.theme == Theme::dim);
}

TEST_CASE("a slip of the finger when the passphrase is tried costs nothing") {
  RouterDriver window;
  while (window.state().first_run.step != Step::try_passphrase) window.act(NextStep{});
  window.forms().first_run.next.attempt.set(secret("something else"));
  window.act(NextStep{});
  CHECK(window.state().first_run.error);
  CHECK(window.forms().first_run.next.attempt.empty());
  CHECK_FALSE(window.state().is_open);
  window.forms().first_run.next.attempt.set(window.forms().first_run.next.chosen.secret());
  window.act(NextStep{});
  CHECK(window.state().is_open);
  window.forms().first_run.lock_minutes = 10;
  window.act(NextStep{});
  CHECK(window.state().preferences.lock_minutes == 10);
}
