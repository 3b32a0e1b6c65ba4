#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/preview_text.h"
#include "tests/support/sharing_window.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a locked copy of two items, by keyboard alone, and an advocate who checks it with the passphrase") {
  Sharing window;
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  REQUIRE(window.state().screen == Screen::share);
  window.click("An advocate");
  window.click("On a USB stick, or by hand");
  window.click("Continue");
  REQUIRE(window.state().share.step == ShareState::Step::items);
  CHECK(window.focused() == "Items");
  window.key(ImGuiKey_DownArrow);
  window.key(ImGuiKey_Space);
  window.key(ImGuiKey_DownArrow);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 2_item});
  window.click("Continue");
  REQUIRE(window.state().share.step == ShareState::Step::questions);
  CHECK(window.focused() == "Continue");
  window.tab_to("Do not say whether there is more");
  window.key(ImGuiKey_Enter);
  CHECK(window.forms().share.states_left_out == false);
  window.click("Continue");
  CHECK(says(window.state().share.preview, "where are you"));
  CHECK_FALSE(says(window.state().share.preview, "just for me"));
  window.click("Continue");
  REQUIRE(window.state().share.step == ShareState::Step::save);
  CHECK(window.widget("A new passphrase for them").is_chosen);
  CHECK_FALSE(window.widget("Save locked copy").is_enabled);
  window.click("Choose the place");
  window.click("Use this folder");
  CHECK(window.state().share.folder == window.stick);
  window.click("Save locked copy");
  REQUIRE(window.state().share.step == ShareState::Step::done);
  CHECK(window.acts <= 20);
  REQUIRE(window.state().share.passphrase.has_value());
  const std::string passphrase(window.state().share.passphrase->expose_text());
  const std::string words = window.state().share.key_words;
  const vault::Path copy = window.state().share.file;
  CHECK(std::filesystem::exists(copy));
  for (int i = 0; i < 7; ++i) window.key(ImGuiKey_Enter);  // no row of Enters loses the passphrase
  REQUIRE(window.state().share.passphrase.has_value());
  if (window.has("Not yet")) window.click("Not yet");
  window.click("Finish");
  window.click("Yes, finish");
  CHECK_FALSE(window.state().share.passphrase.has_value());

  // Somebody else, without a record.
  WindowDriver advocate;
  advocate.settle();
  advocate.router().apply(Go{Screen::check});
  advocate.router().apply(BrowseTo{window.stick});
  advocate.settle();
  advocate.click("Choose the copy");
  advocate.router().apply(BrowseTo{window.stick});
  advocate.settle();
  advocate.click(copy.filename().string());
  REQUIRE(advocate.state().check.file == copy);
  advocate.click("Passphrase of the copy");
  advocate.type("not the words");
  advocate.key(ImGuiKey_Enter);
  REQUIRE(advocate.state().check.error);
  CHECK(advocate.state().check.error->what == "That did not open it.");
  advocate.click("Passphrase of the copy");
  advocate.type(passphrase);
  advocate.click("The eight key words, if the sender read them out to you");
  advocate.type("  " + words);
  advocate.click("Check it");
  REQUIRE(advocate.state().check.verdict);
  CHECK(advocate.state().check.verdict->matches());
  CHECK(advocate.state().check.verdict->is_confirmed());
  CHECK(advocate.state().check.verdict->items.size() == 2);
  CHECK(advocate.words().find("It does not show who wrote them") != std::string::npos);

  const vault::Path office = window.folder / "office";
  std::filesystem::create_directory(office);
  advocate.click("Save the files of the copy");
  advocate.router().apply(BrowseTo{office});
  advocate.settle();
  advocate.click("Use this folder");
  REQUIRE_FALSE(advocate.state().check.files.empty());
  CHECK(std::filesystem::exists(advocate.state().check.files / "bag" / "report" / "report.html"));
  // Once more would write over it: that is refused, and what is there stays.
  advocate.router().apply(Browse{BrowseFor::copy_files, office});
  advocate.settle();
  advocate.router().apply(ChooseFolder{});
  advocate.settle();
  CHECK(advocate.state().check.error.has_value());
}

TEST_CASE("for an upload it is sealed and not locked, and a change in it is told") {
  Sharing window;
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  window.click("By an upload link");
  window.click("Continue");
  window.click("Continue");
  CHECK(window.state().share.error->what == "Nothing is chosen yet.");
  window.tab_to("Items");
  window.key(ImGuiKey_Enter);
  window.click("Continue");
  window.decide();
  window.click("Continue");
  CHECK(window.widget("Not locked").is_chosen);
  window.click("Choose the place");
  window.click("Use this folder");
  window.click("Save sealed copy");
  REQUIRE(window.state().share.step == ShareState::Step::done);
  const vault::Path copy = window.state().share.file;
  CHECK(copy.extension() == ".zip");
  std::string bytes = read_file(copy);
  bytes[bytes.find("just for me")] ^= 1;
  write_file(copy, bytes);
  window.click("Finish");
  window.key(ImGuiMod_Alt | ImGuiKey_5);
  window.state_for_tests().check.file = copy;
  window.settle();
  window.click("Check it");
  REQUIRE(window.state().check.verdict);
  CHECK_FALSE(window.state().check.verdict->matches());
}

TEST_CASE("files are chosen in the program's own list") {
  Sharing window;
  std::filesystem::create_directory(window.stick / "inner");
  write_file(window.stick / "inner" / "letter.txt", "Dear");
  write_file(window.stick / ".hidden", "x");
  window.click("Keep a file");
  CHECK(window.has("inner"));
  CHECK_FALSE(window.has(".hidden"));
  window.click("inner");
  window.click("One folder up");
  window.click("inner");
  window.click("letter.txt");
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.state().timeline.keys.size() == 4);
}

TEST_CASE("all that the copy will say can be read before it is saved, by keyboard alone") {
  Sharing window;
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  window.click("Continue");
  for (int i = 0; i < 3; ++i) {
    window.key(ImGuiKey_Space);
    window.key(ImGuiKey_DownArrow);
  }
  window.click("Continue");
  window.decide();
  REQUIRE(window.state().share.preview.size() == 4 + 3 + 4);
  CHECK(window.focused() == "The copy");  // so that a key too many leads past nothing that was not seen
  CHECK(window.words().find("There is more to see.") != std::string::npos);
  CHECK(window.widget("Continue").min.y > window.widget("The copy").max.y);
  std::string read = window.words();
  for (int i = 0; i < 30; ++i) {
    window.key(ImGuiKey_PageDown);
    read += window.words();
  }
  for (const ReportPage& page : window.state().share.preview) {
    for (const std::string& said : said_by(page)) {
      INFO(said);
      CHECK(read.find(said) != std::string::npos);
    }
  }
  window.tab_to("The copy");
  window.key(ImGuiKey_Home);
  CHECK(window.words().find("Record of items") != std::string::npos);
  window.key(ImGuiKey_End);
  CHECK(window.words().find("HOW-TO-CHECK.txt") != std::string::npos);
  CHECK(window.words().find("That is the end of it.") != std::string::npos);
  CHECK(window.words().find("Record of items") == std::string::npos);
}

TEST_CASE("the next copy is looked at from its beginning, and shows nothing of the one before") {
  Sharing window;
  const auto look_at = [&](std::set<vault::ItemNumber> items) {
    window.router().apply(BeginSharing{*items.begin()});
    window.settle();
    window.click("Continue");
    window.state_for_tests().share.chosen = std::move(items);
    window.click("Continue");
    window.decide();
  };
  look_at({1_item, 2_item, 3_item});
  for (int i = 0; i < 10; ++i) window.key(ImGuiKey_PageDown);
  CHECK(window.words().find("Record of items") == std::string::npos);
  window.state_for_tests().share = ShareState();
  look_at({3_item});
  CHECK(window.words().find("Record of items") != std::string::npos);
  std::string read;
  for (int i = 0; i < 10; ++i) {
    window.key(ImGuiKey_PageDown);
    read += window.words();
  }
  CHECK(read.find("just for me") != std::string::npos);
  CHECK(read.find("where are you") == std::string::npos);
}

TEST_CASE("Tab leads on from the preview with large text too, where that is out of sight at first") {
  for (const ImVec2 size : kWindows) {
    WindowDriver window(size);
    window.make_record();
    window.state_for_tests().settings.text_percent = 300;
    prepare(window, PasteWords{"where are you"}, SaveAdded{}, BeginSharing{1_item}, NextShareStep{}, NextShareStep{},
            DecideRest{false}, NextShareStep{});
    REQUIRE(window.state().share.step == ShareState::Step::preview);
    CHECK(window.focused() == "The copy");
    const std::string before = window.focused();
    window.key(ImGuiKey_Tab);
    CHECK(window.focused() != before);
    CHECK_FALSE(window.focused().empty());
  }
}

TEST_CASE("what was changed since she looked is shown once more before anything goes out") {
  Sharing window;
  window.upload_first_item();
  window.state_for_tests().share.folder = window.stick;
  // She goes off, answers a question about it, and comes back to where she was.
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.router().apply(AskQuestion{1});
  window.router().apply(AnswerQuestion{"Mark, from the garage"});
  window.settle();
  window.router().apply(BeginSharing{});
  window.settle();
  window.click("Save sealed copy");
  REQUIRE(window.state().share.step == ShareState::Step::preview);
  REQUIRE(window.state().share.error);
  CHECK(says(window.state().share.preview, "Mark, from the garage"));
  CHECK(std::filesystem::is_empty(window.stick));
  window.click("Continue");
  window.click("Save sealed copy");
  CHECK(window.state().share.step == ShareState::Step::done);
}

TEST_CASE("an item that went between choosing and looking stops the copy, with a word why") {
  Sharing window;
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  window.click("Continue");
  window.state_for_tests().share.chosen = {1_item, 77_item};
  window.click("Continue");
  CHECK(window.state().share.step == ShareState::Step::items);
  CHECK(window.state().share.error.has_value());
}

TEST_CASE("Enter chooses an item and never takes it out; Space and a click do both") {
  Sharing window;
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  window.click("Continue");
  window.tab_to("Items");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().share.chosen.size() == 1);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().share.chosen.size() == 1);
  window.key(ImGuiKey_Space);
  CHECK(window.state().share.chosen.empty());
}

TEST_CASE("the key that goes back goes a step back in Share") {
  Sharing window;
  window.router().apply(OpenItem{2_item});
  window.settle();
  window.click("Share it");
  window.click("Continue");
  window.click("Continue");
  REQUIRE(window.state().share.step == ShareState::Step::questions);
  window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(window.state().share.step == ShareState::Step::items);
  window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(window.state().share.step == ShareState::Step::who);
  CHECK(window.state().screen == Screen::share);
  window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(window.state().screen == Screen::item);
}

TEST_CASE("another item is not joined to a copy that was begun: the window asks, by keyboard too") {
  Sharing window;
  for (const vault::ItemNumber item : {1_item, 2_item}) {
    window.router().apply(OpenItem{item});
    window.settle();
    window.click("Share it");
  }
  CHECK(window.words().find("A copy is begun already") != std::string::npos);
  CHECK(window.words().find("1 item is chosen for it.") != std::string::npos);
  CHECK(window.focused() == "Go on with it");
  window.click("Start again with item 000002");
  CHECK(window.state().share.chosen == std::set{2_item});
  CHECK(window.focused() == "Police");
  CHECK(window.words().find("1 item is chosen for it.") != std::string::npos);
}

TEST_CASE("what stays here is counted beside the preview and before the last button") {
  Sharing window;
  window.router().apply(BeginSharing{1_item});
  window.settle();
  for (int i = 0; i < 2; ++i) window.click("Continue");
  window.decide();
  const char* said = "2 other items of your record are not in this copy.";
  CHECK(window.words().find(said) != std::string::npos);
  window.click("Continue");
  REQUIRE(window.state().share.step == ShareState::Step::save);
  CHECK(window.words().find(said) != std::string::npos);
  CHECK(window.words().find("1 item. Sealed and locked.") != std::string::npos);
}

TEST_CASE("in the preview nothing goes over the edge of the paper, at every size of text") {
  for (const int percent : {100, 200, 300}) {
    Sharing window;
    window.state_for_tests().settings.text_percent = percent;
    window.router().apply(BeginSharing{1_item});
    window.settle();
    for (int i = 0; i < 2; ++i) window.click("Continue");
    window.decide();
    const float right = window.widget("The copy").max.x;
    const float margin = window.ui().em(1.2f);
    for (int i = 0; i < 30; ++i) {
      for (const Widget& one : window.ui().widgets()) {
        const Widget& paper = window.widget("The copy");
        const bool is_on_paper = one.role == "text" && one.min.y >= paper.min.y && one.max.y <= paper.max.y;
        INFO(percent << " percent: " << one.name);
        if (is_on_paper) CHECK(one.max.x <= right - margin);
      }
      window.key(ImGuiKey_PageDown);
    }
  }
}
