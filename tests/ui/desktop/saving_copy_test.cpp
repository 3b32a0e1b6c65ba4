#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/support/failing_window.h"
#include "vault/bundle/copy_key.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

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
    while (!stage.window.router().is_idle()) {
      stage.window.router().poll();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    stage.files.before_create = nullptr;
  }
  void begin_copy(ShareForm::Lock lock = ShareForm::Lock::none) {
    WindowDriver& window = stage.window;
    window.router().apply(BeginSharing{1_item});
    window.settle();
    window.forms().share.states_left_out = false;
    for (int i = 0; i < 4; ++i) window.click("Continue");
    window.state_for_tests().share.folder = folder;
    window.forms().share.lock = lock;
    window.settle();
    window.works_long = true;
    window.click(lock == ShareForm::Lock::none ? "Save sealed copy" : "Save locked copy");
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
  window.router().apply(OpenItem{2_item});
  window.settle();
  CHECK(window.state().item.text == "a message that comes meanwhile");
  window.router().apply(Browse{BrowseState::For::adding});
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
  window.router().apply(BeginSharing{2_item});
  window.settle();
  CHECK(window.has("Finish"));
  CHECK(window.words().find("This is the copy from before") != std::string::npos);
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.restart(false);  // as a crash does: the draft was kept while the copy went on
  stage.unlock();
  CHECK(window.forms().add.text.text() == "and a note that is not finished");
}

TEST_CASE("a copy that is stopped leaves nothing there, and can be begun again") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy();
  window.click("Stop");
  stick.finish();
  REQUIRE(window.state().share.error);
  CHECK(window.state().share.step == ShareState::Step::save);
  CHECK(std::filesystem::is_empty(stick.folder));
  window.click("Save sealed copy");
  CHECK(window.state().share.step == ShareState::Step::done);
  // Both are in the list, and only the finished one counts for the item.
  window.router().apply(ShowCopies{});
  window.settle();
  REQUIRE(window.state().copies.copies.size() == 2);
  CHECK(window.state().copies.copies[0].state == vault::CopyMade::State::finished);
  CHECK(window.state().copies.copies[1].state == vault::CopyMade::State::unfinished);
  CHECK(window.words().find("It was begun and not finished.") != std::string::npos);
  window.router().apply(OpenItem{1_item});
  window.settle();
  CHECK(window.state().item.copies.size() == 1);
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
  CHECK(window.router().leaving() == Leaving::no);
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
    CHECK(window.router().leaving() == Leaving::no);
  }
  stick.finish();
  CHECK(window.router().leaving() == Leaving::lock);
  CHECK(window.router().locked_because().find("5 minutes") != std::string::npos);
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
  CHECK(window.router().leaving() == Leaving::lock);
}

TEST_CASE("the passphrase of a copy is there from the beginning, and another try has the same") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy(ShareForm::Lock::passphrase);
  REQUIRE(window.state().share.passphrase);
  const std::string shown(window.state().share.passphrase->expose_text());
  CHECK(window.words().find("Write it down now") != std::string::npos);
  window.click("Stop");
  stick.finish();
  REQUIRE(window.state().share.error);
  window.click("Save locked copy");
  REQUIRE(window.state().share.step == ShareState::Step::done);
  CHECK(window.state().share.passphrase->expose_text() == shown);
  const vault::Path beside = vault::find_copy_key(stage.files, window.state().share.file).value();
  CHECK(beside.parent_path() == stick.folder);
  const auto key = vault::read_whole_file(stage.files, beside, 1 << 16).value();
  CHECK(vault::open_copy_key(key, secret(shown)).ok());
}

TEST_CASE("new keys wait for a copy that is being saved; removing everything does not") {
  Failing stage;
  WindowDriver& window = stage.window;
  SlowStick stick(stage);
  stick.begin_copy();
  window.router().apply(BeginSafety{SafetyState::Task::new_keys});
  window.settle();
  window.forms().safety.next.chosen.set(secret("another passphrase of mine"));
  window.forms().safety.next.attempt.set(secret("another passphrase of mine"));
  window.router().apply(DoSafety{});
  window.settle();
  REQUIRE(window.state().safety.error);
  CHECK(window.state().share.is_working);
  window.router().apply(BeginSafety{SafetyState::Task::remove_all});
  window.settle();
  window.forms().safety.passphrase.set(secret(WindowDriver::kOwnPassphrase));
  window.forms().safety.word.set("remove");
  window.router().apply(DoSafety{});
  window.settle();
  window.now += 10;
  window.settle();
  CHECK(window.router().leaving() == Leaving::hide);
  CHECK_FALSE(std::filesystem::exists(window.state().settings.record));
  stick.finish();
  CHECK(std::filesystem::is_empty(stick.folder));
  CHECK_FALSE(std::filesystem::exists(window.state().settings.record));
}
