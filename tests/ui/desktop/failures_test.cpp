#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/failing_window.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE(
    "when nothing more fits on the disk, what was typed stays, the words say what is safe, and later it is saved") {
  Failing stage;
  WindowDriver& window = stage.window;
  stage.write("He came back at nine.");
  stage.medium_fails(ErrorCode::disk_full);
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->is_fault);
  CHECK_FALSE(window.state().banner->text.empty());
  CHECK_FALSE(window.state().banner->more.empty());
  CHECK(window.forms().add.text.text() == "He came back at nine.");
  window.now += 3;
  window.settle();
  CHECK(window.state().draft_failed);
  stage.medium_is_well();
  window.now += 3;
  window.settle();
  CHECK_FALSE(window.state().draft_failed);
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  CHECK(window.state().timeline.keys.size() == 1);
}

TEST_CASE("whichever statement fails while something is saved: it is saved, or it still stands in the editor") {
  const auto save = [](Failing& stage, int fail_at) {
    stage.write("He came back at nine.");
    const int before = stage.statements.statements;
    if (fail_at >= 0) stage.statements.fail_at = before + fail_at;
    stage.window.key(ImGuiMod_Ctrl | ImGuiKey_S);
    return stage.statements.statements - before;
  };
  Failing well;
  const int statements = save(well, -1);
  CHECK(statements > 10);
  for (int fail_at = 0; fail_at < statements; ++fail_at) {
    Failing stage;
    WindowDriver& window = stage.window;
    save(stage, fail_at);
    stage.medium_is_well();
    const bool is_kept_here = window.forms().add.text.text() == "He came back at nine.";
    window.restart(true);
    stage.unlock();
    INFO("statement " << fail_at);
    REQUIRE(window.state().is_open);
    const bool is_saved = window.state().timeline.keys.size() == 1;
    const bool is_draft = window.forms().add.text.text() == "He came back at nine.";
    CHECK((is_saved || (is_kept_here && is_draft)));
  }
}

TEST_CASE("a file that cannot be read, or not be written here, leaves nothing behind and says so") {
  Failing stage;
  WindowDriver& window = stage.window;
  const vault::Path file = window.folder / "video.bin";
  std::ofstream(file) << std::string(700'000, 'v');
  for (int fail_at = 0; fail_at < 12; ++fail_at) {
    stage.files.fail_at = stage.files.operations + fail_at;
    window.drop({file});
    stage.medium_is_well();
    REQUIRE(window.state().banner);
    if (window.state().timeline.keys.empty()) CHECK(window.state().banner->is_fault);
    CHECK(window.state().importing.imports.empty());
    if (!window.state().timeline.keys.empty()) break;
    window.router().apply(CloseBanner{});
  }
  if (window.state().timeline.keys.empty()) window.drop({file});
  CHECK(window.state().timeline.keys.size() == 1);
}

TEST_CASE("what was damaged on the disk is told at the item, and nothing else is said of it") {
  Failing stage;
  WindowDriver& window = stage.window;
  const vault::Path file = window.folder / "video.bin";
  std::ofstream(file) << std::string(700'000, 'v');
  window.drop({file});
  window.router().apply(OpenItem{1_item});
  window.settle();
  CHECK(window.state().item.check == ItemState::Check::matches);
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(window.folder / "share" / "notes" / "objects")) {
    if (!entry.is_regular_file()) continue;
    std::fstream object(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    object.seekp(300'000);
    object << "damage";
  }
  window.click("Check again");
  CHECK(window.state().item.check == ItemState::Check::unreadable);
}

TEST_CASE("a record that is open elsewhere is told, and so is one that is gone") {
  Failing stage;
  WindowDriver& window = stage.window;
  window.restart(true);
  {
    const auto elsewhere = vault::Record::open({vault::operating_system_files(), window.clock},
                                               window.folder / "share" / "notes", secret(WindowDriver::kOwnPassphrase));
    REQUIRE(elsewhere.ok());
    stage.unlock();
    REQUIRE(window.state().unlock.error);
    CHECK_FALSE(window.state().is_open);
    CHECK_FALSE(window.state().unlock.is_damaged);
  }
  std::filesystem::rename(window.folder / "share" / "notes", window.folder / "share" / "away");
  stage.unlock();
  CHECK(window.state().unlock.is_damaged);  // the ways back are offered
  CHECK(window.has("Open a backup"));
  std::filesystem::rename(window.folder / "share" / "away", window.folder / "share" / "notes");
  stage.unlock();
  CHECK(window.state().is_open);
}

TEST_CASE("a record in a place that cannot be written to opens, says so, and offers nothing that would fail") {
  Failing stage;
  WindowDriver& window = stage.window;
  stage.write("kept before");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.restart(true);
  stage.files.folders_are_writable = false;
  stage.unlock();
  REQUIRE(window.state().is_open);
  CHECK(window.state().is_read_only);
  CHECK_FALSE(window.has("Write a note"));
  REQUIRE(window.state().banner);
  CHECK_FALSE(window.state().banner->text.empty());
  window.router().apply(OpenItem{1_item});
  window.settle();
  CHECK(window.state().item.text == "kept before");
  CHECK_FALSE(window.has("Remove ..."));
}

TEST_CASE("a copy that was being sealed when the process went is told of, and nothing of it is left") {
  Failing stage;
  WindowDriver& window = stage.window;
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directory(stick);
  window.restart(true);
  vault::Path unfinished;
  {
    const auto record = vault::Record::open({vault::operating_system_files(), window.clock},
                                            window.folder / "share" / "notes", secret(WindowDriver::kOwnPassphrase))
                            .value();
    const auto ticket = record->begin_copy(stick.string(), vault::Json::object()).value();
    unfinished = stick / (vault::copy_stem(ticket.bundle) + ".zip" + std::string(vault::kUnfinishedEnding));
    std::ofstream(unfinished) << "half a copy";
  }
  stage.unlock();
  REQUIRE(window.state().is_open);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text ==
        "You left while a copy was being saved. It was not finished, and does not count.");
  CHECK_FALSE(std::filesystem::exists(unfinished));
}

TEST_CASE("a medium that goes while a copy is sealed: nothing is lost here, nothing half lies there") {
  Failing stage;
  WindowDriver& window = stage.window;
  stage.write("kept before");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directory(stick);
  window.router().apply(BeginSharing{1_item});
  window.settle();
  window.forms().share.states_left_out = false;
  window.forms().share.by_upload = true;
  for (int i = 0; i < 4; ++i) window.click("Continue");
  window.state_for_tests().share.folder = stick;
  window.settle();
  stage.files.fail_at = stage.files.operations + 6;
  window.click("Save sealed copy");
  REQUIRE(window.state().share.error);
  CHECK(window.state().share.chosen.size() == 1);  // ready for another try
  stage.medium_is_well();
  for (const auto& entry : std::filesystem::directory_iterator(stick)) CHECK(entry.path().extension() != ".zip");
  window.handed_out = {stick};
  window.click("Save sealed copy");
  CHECK(window.state().share.step == ShareState::Step::done);
}

TEST_CASE("when the settings are lost the record is found in its usual place") {
  Failing stage;
  WindowDriver& window = stage.window;
  std::filesystem::remove_all(window.folder / "config");
  window.restart(true);
  CHECK(window.state().screen == Screen::unlock);
  stage.unlock();
  CHECK(window.state().is_open);
}
