#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

#include "tests/support/faulty_surroundings.h"
#include "tests/support/window_driver.h"
#include "vault/bundle/password_key.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Failing {
  FaultyFiles files;
  FaultyStatements statements;
  WindowDriver window{files, &statements};
  Failing() { window.make_record(); }

  void write(const char* text) {
    window.key(ImGuiMod_Ctrl | ImGuiKey_N);
    window.type(text);
  }
  void unlock() {
    window.type(WindowDriver::kOwnPassphrase);
    window.key(ImGuiKey_Enter);
  }
  void medium_fails(ErrorCode why) {
    files.failure = statements.failure = why;
    files.fail_at = statements.fail_at = 0;
  }
  void medium_is_well() { files.fail_at = statements.fail_at = -1; }
};

}  // namespace

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
  CHECK(window.state().add.text.text() == "He came back at nine.");
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
    const bool is_kept_here = window.state().add.text.text() == "He came back at nine.";
    window.restart(true);
    stage.unlock();
    INFO("statement " << fail_at);
    REQUIRE(window.state().is_open);
    const bool is_saved = window.state().timeline.keys.size() == 1;
    const bool is_draft = window.state().add.text.text() == "He came back at nine.";
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
    CHECK(window.state().imports.empty());
    if (!window.state().timeline.keys.empty()) break;
    window.app().apply(CloseBanner{});
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
  window.app().apply(OpenItem{1});
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
  window.app().apply(OpenItem{1});
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
    const auto ticket = record->begin_export(stick.string(), vault::Json::object()).value();
    unfinished = stick / (vault::copy_stem(ticket.bundle) + ".zip" + std::string(vault::kUnfinishedEnding));
    std::ofstream(unfinished) << "half a copy";
  }
  stage.unlock();
  REQUIRE(window.state().is_open);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "You left while a copy was being saved. What was unfinished of it was removed.");
  CHECK_FALSE(std::filesystem::exists(unfinished));
}

TEST_CASE("a medium that goes while a copy is sealed: nothing is lost here, nothing half lies there") {
  Failing stage;
  WindowDriver& window = stage.window;
  stage.write("kept before");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directory(stick);
  window.app().apply(BeginSharing{1});
  window.settle();
  for (int i = 0; i < 4; ++i) window.click("Continue");
  window.state().share.folder = stick;
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

namespace {

// A medium on which nothing goes on until it is let go.
struct SlowStick {
  explicit SlowStick(Failing& failing) : stage(failing), folder(failing.window.folder / "stick") {
    stage.write("kept before");
    stage.window.key(ImGuiMod_Ctrl | ImGuiKey_S);
    std::filesystem::create_directory(folder);
    stage.window.handed_out = {folder};
    stage.files.before_create = [this](const vault::Path& path) {
      if (path.parent_path() != folder) return;
      std::unique_lock lock(mutex);
      changed.wait(lock, [this] { return goes_on; });
    };
  }
  // What still goes on asks for this stick: it is waited for.
  ~SlowStick() {
    let_go();
    while (!stage.window.app().is_idle()) {
      stage.window.app().poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    stage.files.before_create = nullptr;
  }
  void begin_copy(ShareState::Lock lock = ShareState::Lock::none) {
    WindowDriver& window = stage.window;
    window.app().apply(BeginSharing{1});
    window.settle();
    for (int i = 0; i < 4; ++i) window.click("Continue");
    window.state().share.folder = folder;
    window.state().share.lock = lock;
    window.settle();
    window.works_long = true;
    window.click(lock == ShareState::Lock::none ? "Save sealed copy" : "Save locked copy");
    REQUIRE(window.state().share.is_working);
  }
  void let_go() {
    const std::lock_guard lock(mutex);
    goes_on = true;
    changed.notify_all();
  }
  void finish() {
    let_go();
    stage.window.works_long = false;
    stage.window.settle();
  }
  Failing& stage;
  vault::Path folder;
  std::mutex mutex;
  std::condition_variable changed;
  bool goes_on = false;
};

}  // namespace

TEST_CASE("while a copy is being saved a message is saved, found and opened, folders are listed, a draft is kept") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy();
  window.clipboard = "a message that comes meanwhile";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().timeline.keys.size() == 2);
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("meanwhile");
  CHECK(window.state().timeline.keys.size() == 1);
  window.app().apply(OpenItem{2});
  window.settle();
  CHECK(window.state().item.text == "a message that comes meanwhile");
  window.app().apply(Browse{BrowseState::For::adding});
  window.settle();
  CHECK_FALSE(window.state().browse.is_loading);
  stage.write("and a note that is not finished");
  window.now += 3;
  window.settle();
  CHECK_FALSE(window.state().draft_failed);
  CHECK(window.state().share.is_working);
  stick.finish();
  CHECK(window.state().share.step == ShareState::Step::done);
  CHECK(window.state().share.items == 1);
  // She is told where she is, and finds the outcome where she left it.
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "The copy is saved.");
  CHECK(window.state().screen == Screen::add);
  window.app().apply(BeginSharing{2});
  window.settle();
  CHECK(window.has("Finish"));
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.restart(false);  // as a crash does: the draft was kept while the copy went on
  stage.unlock();
  CHECK(window.state().add.text.text() == "and a note that is not finished");
}

TEST_CASE("a copy that is stopped leaves nothing there, and can be begun again") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy();
  window.click("Stop");
  stick.finish();
  REQUIRE(window.state().share.error);
  CHECK(window.state().share.step == ShareState::Step::place);
  CHECK(std::filesystem::is_empty(stick.folder));
  window.click("Save sealed copy");
  CHECK(window.state().share.step == ShareState::Step::done);
}

TEST_CASE("when it is time to lock, what is being saved is finished behind a closed page") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy();
  window.clipboard = "for nobody else";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.now += 5 * 60 + 1;
  window.settle();
  CHECK(window.app().leaving() == Leaving::no);
  REQUIRE(window.state().finishes_first);
  const auto is_closed = [&] {
    return window.words().find("for nobody else") == std::string::npos &&
           window.words().find("kept before") == std::string::npos &&
           window.words().find("Timeline") == std::string::npos;
  };
  CHECK(window.has("What is being saved"));
  CHECK(is_closed());
  // Nothing but leaving: no key brings it back, and an Enter stops nothing.
  CHECK(window.focused() == "What is being saved");
  for (const ImGuiKeyChord key : {ImGuiKeyChord(ImGuiKey_Enter), ImGuiKeyChord(ImGuiKey_Space),
                                  ImGuiMod_Ctrl | ImGuiKey_F, ImGuiMod_Alt | ImGuiKey_1, ImGuiKeyChord(ImGuiKey_F1)}) {
    window.key(key);
    CHECK(is_closed());
    CHECK(window.app().leaving() == Leaving::no);
  }
  stick.finish();
  CHECK(window.app().leaving() == Leaving::lock);
  CHECK(window.app().locked_because().find("5 minutes") != std::string::npos);
  CHECK_FALSE(std::filesystem::is_empty(stick.folder));
  CHECK(is_closed());
}

TEST_CASE("from the closed page it can be stopped and locked at once") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy();
  window.now += 5 * 60 + 1;
  window.settle();
  window.click("Stop and lock now");
  CHECK(window.app().leaving() == Leaving::lock);
}

TEST_CASE("the passphrase of a copy is there from the beginning, and another try has the same") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy(ShareState::Lock::passphrase);
  REQUIRE(window.state().share.passphrase);
  const std::string shown(window.state().share.passphrase->expose_text());
  CHECK(window.words().find("Write it down now") != std::string::npos);
  window.click("Stop");
  stick.finish();
  REQUIRE(window.state().share.error);
  window.click("Save locked copy");
  REQUIRE(window.state().share.step == ShareState::Step::done);
  CHECK(window.state().share.passphrase->expose_text() == shown);
  const auto key = vault::read_whole_file(stage.files, stick.folder / "password-key.age", 1 << 16).value();
  CHECK(vault::open_password_key(key, secret(shown)).ok());
}

TEST_CASE("new keys wait for a copy that is being saved; removing everything does not") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy();
  window.app().apply(BeginSafety{SafetyState::Task::new_keys});
  window.settle();
  window.state().safety.new_passphrase.set(secret("another passphrase of mine"));
  window.app().apply(DoSafety{});
  window.settle();
  REQUIRE(window.state().safety.error);
  CHECK(window.state().share.is_working);
  window.app().apply(BeginSafety{SafetyState::Task::remove_all});
  window.settle();
  window.state().safety.passphrase.set(secret(WindowDriver::kOwnPassphrase));
  window.app().apply(DoSafety{});
  window.settle();
  window.now += 10;
  window.settle();
  CHECK(window.app().leaving() == Leaving::hide);
  CHECK_FALSE(std::filesystem::exists(window.state().settings.record));
  stick.finish();
  CHECK(std::filesystem::is_empty(stick.folder));
  CHECK_FALSE(std::filesystem::exists(window.state().settings.record));
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
