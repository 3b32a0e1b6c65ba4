#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// Starts again with settings that name these records as left, and opens the one that was made.
void open_with_left(RouterDriver& window, const std::vector<vault::Path>& left) {
  const vault::Path file = window.folder / "config" / "settings.json";
  std::string settings = read_file(file), named;
  for (const vault::Path& folder : left) named += (named.empty() ? "\"" : ",\"") + folder.string() + "\"";
  settings.insert(settings.find('{') + 1, "\"left\":[" + named + "],");
  write_file(file, settings);
  window.restart();
  window.unlock();
  REQUIRE(window.state().is_open);
  REQUIRE(window.state().settings.left.size() == left.size());
}

void remove_everything(RouterDriver& window, std::string_view passphrase) {
  window.act(BeginSafety{SafetyState::Task::remove_all});
  window.forms().safety.passphrase.set(secret(passphrase));
  window.forms().safety.word.set("remove");
  window.act(DoSafety{});
  window.wait(6);
}

}  // namespace

TEST_CASE("a wrong passphrase opens nothing, and after five of them there is a pause") {
  RouterDriver window;
  window.make_record();
  window.restart();
  for (int i = 0; i < 5; ++i) window.unlock("not this one");
  CHECK(window.state().unlock.failures == 5);
  CHECK(window.state().unlock.error);
  CHECK(window.state().unlock.wait_until > window.now);
  CHECK(window.state().unlock.seconds_to_wait == 30);
  window.wait(9.5);
  CHECK(window.state().unlock.seconds_to_wait == 21);
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
  CHECK(window.forms().unlock.next.strength().strength == vault::PassphraseStrength::strong);  // words are suggested
  window.forms().unlock.next.chosen.set(secret("short"));
  window.act(Unlock{});
  CHECK(window.state().unlock.error);
  window.forms().unlock.next.chosen.set(secret("a longer one of mine"));
  window.act(Unlock{});
  CHECK(window.state().unlock.error);  // it is typed twice
  window.forms().unlock.next.attempt.set(secret("A longer one  of mine"));
  window.act(Unlock{});
  CHECK(window.state().screen == Screen::timeline);
  CHECK_FALSE(window.state().preferences.asks_for_sheet);  // the sheet is there: it opened the record
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

TEST_CASE("who has lost both begins anew beside the old record, which its own passphrase still opens") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("i am sorry");
  window.restart();
  window.act(UseSheet{true});
  window.act(BeginAnew{});
  REQUIRE(window.state().screen == Screen::first_run);
  CHECK(window.state().first_run.is_beside);
  window.act(PreviousStep{});
  CHECK(window.state().screen == Screen::unlock);  // nothing was done yet
  window.act(BeginAnew{});
  const std::string next(window.forms().first_run.next.chosen.secret().expose_text());
  window.act(NextStep{});
  REQUIRE(window.state().first_run.step == FirstRunState::Step::sheet);
  window.act(DeclineSheet{});
  // The passphrase of the old record is not the one that was chosen now.
  window.forms().first_run.next.attempt.set(secret(RouterDriver::kOwnPassphrase));
  window.act(NextStep{});
  CHECK_FALSE(window.state().is_open);
  window.forms().first_run.next.attempt.set(secret(next));
  window.act(NextStep{});
  REQUIRE(window.state().is_open);
  CHECK(window.state().settings.record != window.record_path());
  window.act(NextStep{});
  window.paste_and_save("a second message");
  window.paste_and_save("a third message");
  CHECK(window.state().timeline.keys.size() == 2);
  window.restart();
  window.unlock(RouterDriver::kOwnPassphrase);
  REQUIRE(window.state().is_open);
  CHECK(window.state().settings.record == window.record_path());
  CHECK(window.state().timeline.keys.size() == 1);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text.starts_with("This is a record that another was begun beside."));
  window.restart();
  window.unlock(next);
  REQUIRE(window.state().is_open);
  CHECK(window.state().timeline.keys.size() == 2);

  SECTION("the settings are lost, and both records are found") {
    std::filesystem::remove_all(window.folder / "config");
    window.restart();
    window.unlock(RouterDriver::kOwnPassphrase);
    CHECK(window.state().timeline.keys.size() == 1);
  }
  SECTION("removing everything takes both") {
    remove_everything(window, next);
    CHECK(std::filesystem::is_empty(window.record_path().parent_path()));
  }
}

TEST_CASE("a folder that holds no record is neither opened nor in the way") {
  RouterDriver window;
  std::filesystem::create_directories(window.record_path());
  write_file(window.record_path() / "diary.txt", "mine");
  window.restart();
  CHECK(window.state().screen == Screen::first_run);
  window.make_record();
  CHECK(window.state().settings.record == window.record_path().string() + "-2");
  CHECK(read_file(window.record_path() / "diary.txt") == "mine");
}

TEST_CASE("settings that name a folder which is not there do not hide the record in its usual place") {
  RouterDriver window;
  window.make_record();
  write_file(window.folder / "config" / "settings.json", "{\"record\":\"/nothing/here\"}");
  window.restart();
  window.unlock();
  CHECK(window.state().is_open);
}

TEST_CASE("removing everything takes nothing that a stranger wrote into the settings file") {
  RouterDriver window;
  window.make_record();
  const vault::Path other = window.folder / "thesis";
  std::filesystem::create_directories(other / "objects" / "ab");
  write_file(other / "header", "a text of mine");
  write_file(other / "objects" / "ab" / "family.jpg", "x");
  open_with_left(window, {other});
  remove_everything(window, RouterDriver::kOwnPassphrase);
  CHECK_FALSE(std::filesystem::exists(window.record_path()));
  CHECK(read_file(other / "header") == "a text of mine");
  CHECK(std::filesystem::exists(other / "objects" / "ab" / "family.jpg"));
}

TEST_CASE("removing everything takes no record that lies elsewhere, and follows no link to one") {
  RouterDriver window;
  window.make_record();
  const vault::Path place = window.record_path().parent_path();
  const vault::Path elsewhere = window.folder / "elsewhere" / "notes", link = window.record_path().string() + "-7",
                    planted = place / "thesis";
  for (const vault::Path& copy : {elsewhere, planted}) {
    std::filesystem::create_directories(copy.parent_path());
    std::filesystem::copy(window.record_path(), copy, std::filesystem::copy_options::recursive);
  }
  std::filesystem::create_directory_symlink(elsewhere, link);
  open_with_left(window, {elsewhere, link, planted, "/"});
  remove_everything(window, RouterDriver::kOwnPassphrase);
  CHECK_FALSE(std::filesystem::exists(window.record_path()));
  for (const vault::Path& stays : {elsewhere, planted}) {
    CHECK(std::filesystem::exists(stays / "header"));
    CHECK(std::filesystem::exists(stays / "records"));
  }
  CHECK(std::filesystem::is_symlink(link));
}
