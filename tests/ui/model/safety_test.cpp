#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Task = SafetyState::Task;

namespace {

constexpr std::string_view kNext = "another passphrase of mine";

void type(RouterDriver& window, std::string_view passphrase, std::string_view next = "") {
  window.forms().safety.passphrase.set(secret(passphrase));
  if (next.empty()) return;
  window.forms().safety.next.chosen.set(secret(next));
  window.forms().safety.next.attempt.set(secret(next));
}

}  // namespace

TEST_CASE("a new passphrase needs the one of now, and a least length") {
  RouterDriver window;
  window.make_record();
  window.act(BeginSafety{Task::passphrase});
  type(window, RouterDriver::kOwnPassphrase, "short");
  window.act(DoSafety{});
  CHECK(window.state().safety.error);
  type(window, "not mine", kNext);
  window.act(DoSafety{});
  CHECK(window.state().safety.error);
  CHECK(window.forms().safety.passphrase.empty());
  window.forms().safety.next.attempt.set(secret("another passphrase of nine"));
  window.forms().safety.passphrase.set(secret(RouterDriver::kOwnPassphrase));
  window.act(DoSafety{});
  CHECK(window.state().safety.error);  // a slip of the finger
  CHECK(window.forms().safety.next.attempt.empty());
  type(window, RouterDriver::kOwnPassphrase, kNext);
  window.act(DoSafety{});
  CHECK_FALSE(window.state().safety.outcome.empty());
  CHECK(window.forms().safety.next.chosen.empty());
  window.restart();
  window.unlock(kNext);
  CHECK(window.state().is_open);
}

TEST_CASE("another task begins with empty fields") {
  RouterDriver window;
  window.make_record();
  window.act(BeginSafety{Task::passphrase});
  type(window, RouterDriver::kOwnPassphrase, kNext);
  window.act(BeginSafety{Task::sheet});
  CHECK(window.forms().safety.passphrase.empty());
  CHECK(window.forms().safety.next.chosen.empty());
}

TEST_CASE("a new sheet that was left is shown again, until she says that it is written down") {
  RouterDriver window;
  window.make_record();
  window.act(BeginSafety{Task::sheet});
  type(window, RouterDriver::kOwnPassphrase);
  window.act(DoSafety{});
  REQUIRE(window.state().safety.sheet);
  const std::string code(window.state().safety.sheet->expose_text());
  window.act(Go{Screen::timeline});
  window.act(BeginSafety{Task::none});
  REQUIRE(window.state().safety.sheet);
  CHECK(window.state().safety.sheet->expose_text() == code);
  CHECK(window.state().preferences.asks_for_sheet);
  window.act(SheetWritten{});
  REQUIRE(window.state().safety.asks_for_groups);

  SECTION("two groups of it are typed, and other ones are told") {
    window.forms().safety.groups.set("aaaa bbbb");
    window.act(SheetWritten{});
    REQUIRE(window.state().safety.error);
    CHECK(window.state().safety.error->what == "That is different from the sheet.");
    window.act(ShowSheet{});
    CHECK_FALSE(window.state().safety.asks_for_groups);
    window.act(SheetWritten{});
    window.forms().safety.groups.set(code.substr(5, 4) + " " + code.substr(20, 4));
    window.act(SheetWritten{});
    CHECK_FALSE(window.state().preferences.asks_for_sheet);
  }
  SECTION("it is left open, and the quiet line of the timeline stays") {
    window.act(SheetWritten{});
    CHECK(window.state().preferences.asks_for_sheet);
  }
  SECTION("the page is left, and the code is there again") {
    window.act(Go{Screen::timeline});
    window.act(BeginSafety{Task::none});
    CHECK_FALSE(window.state().safety.asks_for_groups);
    window.act(SheetWritten{});
    window.act(SheetWritten{});
  }
  CHECK(window.state().screen == Screen::timeline);
  CHECK_FALSE(window.state().safety.sheet);
}

TEST_CASE("the day of the last backup is still known after another task") {
  RouterDriver window;
  window.make_record();
  window.act(BeginSafety{Task::backup});
  window.choose(BrowseFor::backup_target, window.folder.path());
  window.act(DoSafety{});
  REQUIRE(window.state().safety.last_backup);
  window.act(BeginSafety{Task::sheet});
  type(window, RouterDriver::kOwnPassphrase);
  window.act(DoSafety{});
  CHECK(window.state().safety.last_backup);
}

TEST_CASE("a backup is made, and brings back on another computer what was said and by whom") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.forms().people.added.set("Kim");
  window.act(AddPerson{});
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directories(stick);
  window.act(BeginSafety{Task::backup});
  window.choose(BrowseFor::backup_target, stick);
  CHECK(window.state().screen == Screen::keep_safe);
  window.act(DoSafety{});
  REQUIRE_FALSE(window.state().safety.outcome.empty());
  CHECK(window.state().safety.last_backup);

  RouterDriver other;
  other.act(BeginSafety{Task::restore});
  other.choose(BrowseFor::backup_to_read, std::filesystem::directory_iterator(stick)->path());
  type(other, RouterDriver::kOwnPassphrase);
  other.act(DoSafety{});
  CHECK(other.state().is_open);
  CHECK(other.state().screen == Screen::keep_safe);
  CHECK(other.state().timeline.keys.size() == 1);
  CHECK(other.state().people.people.size() == 1);
  CHECK(other.forms().first_run.next.chosen.empty());
  other.act(GoBack{});
  CHECK(other.state().screen == Screen::timeline);
}

TEST_CASE("new keys wait for a copy that is being saved, and drafts are kept under them") {
  RouterDriver window;
  window.make_record();
  window.state_for_tests().seals_copy = true;
  window.act(BeginSafety{Task::new_keys});
  type(window, RouterDriver::kOwnPassphrase, kNext);
  window.act(DoSafety{});
  CHECK(window.state().safety.error);
  window.state_for_tests().seals_copy = false;
  window.act(DoSafety{});
  CHECK_FALSE(window.state().safety.key_words.empty());
  CHECK(window.state().preferences.asks_for_sheet);  // the sheet of before opens nothing any more
  CHECK(window.state().safety.sheet);
  window.act(PasteWords{"written under the new keys"});
  window.restart();
  window.unlock(kNext);
  CHECK(window.forms().add.text.text() == "written under the new keys");
}
