#include <catch2/catch_test_macros.hpp>

#include "tests/support/faulty_surroundings.h"
#include "tests/support/sharing_window.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// A record with one item, and the folder in which what is written to the stick KINGSTON comes to lie.
vault::Path keep_words_beside_stick(WindowDriver& window, FaultyFiles& files) {
  window.make_record();
  prepare(window, PasteWords{"where are you"}, SaveAdded{});
  const vault::Path inside = window.folder / "inside";
  std::filesystem::create_directory(inside);
  files.sticks["/media/KINGSTON"] = inside;
  return inside;
}

}  // namespace

TEST_CASE("a place that cannot be written to leaves nothing behind, and says what is safe") {
  Sharing window;
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  window.click("By an upload link");
  window.click("Continue");
  window.tab_to("Items");
  window.key(ImGuiKey_Enter);
  window.click("Continue");
  window.decide();
  window.click("Continue");
  window.click("Choose the place");
  window.click("Use this folder");
  std::filesystem::remove(window.stick);
  window.click("Save sealed copy");
  REQUIRE(window.state().share.error);
  CHECK(window.state().share.step == ShareState::Step::save);
  std::filesystem::create_directory(window.stick);
  window.click("Save sealed copy");
  CHECK(window.state().share.step == ShareState::Step::done);
}

TEST_CASE("a secret key in the place of theirs is called that, used for nothing, and does not stay on the screen") {
  Sharing window;
  const auto identity = crypto::AgeIdentity::generate();
  const std::string key(identity.to_secret_text().expose_text());
  window.router().apply(BeginSharing{vault::ItemNumber{1}});
  window.settle();
  for (int i = 0; i < 2; ++i) window.click("Continue");
  window.decide();
  window.click("Continue");
  REQUIRE(window.state().share.step == ShareState::Step::save);
  window.click("Their key");
  window.click("Choose the place");
  window.click("Use this folder");
  const auto give = [&](const std::string& text) {
    window.forms().share.key.set(text);
    window.click("Save locked copy");
  };
  for (const std::string& given : {key, " " + key + "\n", "my key: " + key.substr(0, 40)}) {
    give(given);
    REQUIRE(window.state().share.error);
    CHECK(window.state().share.error->what == "This is a secret key.");
    CHECK(window.state().share.error->next == "Give the line that begins with age1.");
    CHECK(window.state().share.step == ShareState::Step::save);
    CHECK(window.forms().share.key.empty());
    CHECK(window.words().find(key.substr(16, 8)) == std::string::npos);
  }
  give("their key");
  CHECK(window.state().share.error->what == "That is not a key.");
  give("\ufeff " + identity.recipient().to_text() + "\u00a0\n");
  CHECK(window.state().share.step == ShareState::Step::done);
}

TEST_CASE("the one stick that is plugged in is where a copy goes, and of several she chooses") {
  FaultyFiles files;
  WindowDriver window(files);
  const vault::Path inside = keep_words_beside_stick(window, files);
  window.media = {"/media/KINGSTON"};
  window.handed_out = {inside};
  const ShareState& share = window.state().share;
  const auto to_last_step = [&] {
    prepare(window, BeginSharing{1_item}, NextShareStep{}, NextShareStep{}, DecideRest{false}, NextShareStep{},
            NextShareStep{});
    REQUIRE(share.step == ShareState::Step::save);
  };
  const std::string kingston = "To \u2068KINGSTON\u2069, which is plugged in";
  to_last_step();
  CHECK(share.folder == "/media/KINGSTON");
  CHECK(window.widget(kingston).is_chosen);
  CHECK(window.words().find("It goes to \u2068/media/KINGSTON\u2069") != std::string::npos);
  CHECK(window.focused() == "Save locked copy");
  window.click("Save locked copy");
  REQUIRE(share.step == ShareState::Step::done);
  CHECK_FALSE(std::filesystem::is_empty(inside));
  CHECK(window.words().find("Take the stick out safely.") != std::string::npos);

  // Another place that she chose stays the place.
  prepare(window, NextShareStep{}, NextShareStep{});
  window.state_for_tests().share.folder = window.folder.path();
  to_last_step();
  CHECK(share.folder == window.folder.path());
  CHECK_FALSE(window.widget(kingston).is_chosen);
  window.click(kingston);
  CHECK(share.folder == "/media/KINGSTON");
  // Only its folder is left when it is taken out.
  window.media.clear();
  std::filesystem::remove_all(inside);
  std::filesystem::create_directory(inside);
  window.click("Save locked copy");
  REQUIRE(share.error);
  CHECK(share.error->what == "The stick is not plugged in any more.");
  CHECK(share.step == ShareState::Step::save);
  CHECK(std::filesystem::is_empty(inside));
}

TEST_CASE("a stick that is plugged in or taken out while the page is shown is seen at once") {
  FaultyFiles files;
  WindowDriver window(files);
  keep_words_beside_stick(window, files);
  prepare(window, BeginSharing{1_item}, NextShareStep{}, NextShareStep{}, DecideRest{false}, NextShareStep{},
          NextShareStep{});
  const ShareState& share = window.state().share;
  const auto two_seconds_later = [&] {
    REQUIRE(window.router().next_poll());
    CHECK(*window.router().next_poll() <= 2);
    window.now += 2;
    window.settle();
    window.settle();
  };
  REQUIRE(share.step == ShareState::Step::save);
  CHECK(share.folder.empty());
  window.media = {"/media/KINGSTON"};
  two_seconds_later();
  CHECK(share.folder == "/media/KINGSTON");
  CHECK(window.widget("Save locked copy").is_enabled);
  // Its folder may be left, and what is written there would lie on this computer.
  prepare(window, ChoosePlace{BrowseFor::share_target, "/media/KINGSTON/for the police"});
  window.media.clear();
  two_seconds_later();
  CHECK(share.folder.empty());
  CHECK(window.words().find("No place is chosen yet.") != std::string::npos);
  CHECK_FALSE(window.widget("Save locked copy").is_enabled);
  // A folder of her own stays chosen.
  prepare(window, ChoosePlace{BrowseFor::share_target, window.folder.path()});
  window.media = {"/media/KINGSTON"};
  two_seconds_later();
  CHECK(share.folder == window.folder.path());
  prepare(window, Go{Screen::timeline});
  const auto next = window.router().next_poll();
  CHECK((!next || *next > 2));
}

TEST_CASE("what is told of sticks after the copy was saved changes nothing of where it lies") {
  ShareState share;
  share.media = {"/media/KINGSTON"};
  share.folder = "/media/KINGSTON";
  for (const bool is_working : {true, false}) {
    share.is_working = is_working;
    share.step = is_working ? ShareState::Step::save : ShareState::Step::done;
    take_media({}, {}, share);
    CHECK(share.folder == "/media/KINGSTON");
  }
  share.step = ShareState::Step::save;
  take_media({}, {}, share);
  CHECK(share.folder.empty());
}

TEST_CASE("what is uploaded goes from this computer: no stick is chosen for it") {
  Sharing window;
  window.media = {"/media/KINGSTON"};
  window.upload_first_item();
  REQUIRE(window.state().share.step == ShareState::Step::save);
  CHECK(window.state().share.folder.empty());
}

TEST_CASE("of several sticks that are plugged in none is chosen for her") {
  FaultyFiles files;
  WindowDriver window(files);
  window.make_record();
  prepare(window, PasteWords{"where are you"}, SaveAdded{});
  for (const char* name : {"KINGSTON", "the stick of my sister"}) {
    std::filesystem::create_directory(window.folder / name);
    files.sticks[vault::Path("/media") / name] = window.folder / name;
    window.media.push_back(vault::Path("/media") / name);
  }
  prepare(window, BeginSharing{1_item}, NextShareStep{}, NextShareStep{}, DecideRest{false}, NextShareStep{},
          NextShareStep{});
  CHECK(window.state().share.folder.empty());
  CHECK_FALSE(window.widget("Save locked copy").is_enabled);
  window.click("To \u2068the stick of my sister\u2069, which is plugged in");
  CHECK(window.state().share.folder == "/media/the stick of my sister");
  CHECK(window.widget("Save locked copy").is_enabled);
}

TEST_CASE("where a copy lies is told in the words of that place") {
  Sharing window;
  ShareState& share = window.state_for_tests().share;
  share.step = ShareState::Step::done;
  share.items = 1;
  const auto words_at = [&](const char* folder, bool is_on_medium) {
    share.folder = folder;
    share.is_on_medium = is_on_medium;
    window.router().apply(Go{Screen::share});
    window.settle();
    return window.words();
  };
  CHECK(words_at("/media/sam/KINGSTON", true).find("Take the stick out safely.") != std::string::npos);
  // A name alone says nothing: a stick that was pulled out leaves its folder on this computer.
  for (const char* folder : {"/home/sam/Downloads", "/media/sam/KINGSTON", "/media"}) {
    const std::string words = words_at(folder, false);
    CHECK(words.find("stick out") == std::string::npos);
    CHECK(words.find("not on this computer") == std::string::npos);
  }
  CHECK(words_at("/home/sam/Downloads", false).find("It lies in the folder \u2068Downloads\u2069.") !=
        std::string::npos);
  CHECK(words_at("/home", false).find("its item matches") != std::string::npos);
}
