// What becomes of a page when another is opened from it, and what stands on it meanwhile.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/picture_file.h"
#include "tests/support/sized_windows.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

bool shows(WindowDriver& window, std::string_view text) { return window.words().find(text) != std::string::npos; }

void paste(WindowDriver& window, const char* text) {
  window.clipboard = text;
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
}

// A photograph that is slow to read stands on its page a while after its button was pressed.
void keep_photograph(WindowDriver& window, int width) {
  const vault::Path file = window.folder / ("photograph" + std::to_string(width) + ".webp");
  const auto side = static_cast<std::size_t>(width);
  write_picture(file, {width, width / 2, std::vector<std::uint8_t>(side * side * 2, 200)});
  window.drop({file});
}

}  // namespace

TEST_CASE("the menu opens at its beginning, and the page is where it was when it closes") {
  WindowDriver window({800, 600});
  window.make_record();
  choose_size(window, 200);
  window.router().apply(Go{Screen::help});
  window.settle();
  for (int i = 0; i < 3; ++i) window.key(ImGuiKey_PageDown);
  const auto first_seen = [&] {
    for (const Widget& one : window.ui().widgets())
      if (one.role == "text" && is_in_view(one, {800, 600})) return one.name;
    return std::string();
  };
  const std::string seen = first_seen();
  window.click("Menu");
  CHECK(is_in_view(window.widget("Timeline"), {800, 600}));
  window.click("Menu");
  CHECK(first_seen() == seen);
}

TEST_CASE("a passphrase that was shown is covered when she comes back to its page") {
  WindowDriver window;
  window.enter_until(FirstRunState::Step::passphrase);
  NewPassphrase& next = window.forms().first_run.next;
  window.click("Use my own");
  window.type(WindowDriver::kOwnPassphrase);
  window.click("Show");
  REQUIRE(next.is_shown);
  window.click("Back");
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().first_run.step == FirstRunState::Step::passphrase);
  CHECK_FALSE(next.is_shown);
  CHECK_FALSE(next.chosen.empty());
  // Words that were suggested are shown: nobody could type them again blind.
  next.suggest();
  window.click("Back");
  window.key(ImGuiKey_Enter);
  CHECK(next.is_shown);
}

TEST_CASE("a message of another page does not stand where a file is chosen, and what went wrong there does") {
  WindowDriver window;
  window.make_record();
  paste(window, "where are you");
  window.key(ImGuiKey_Enter);
  REQUIRE(shows(window, "Saved and sealed"));
  window.click("Keep a file");
  CHECK_FALSE(shows(window, "Saved and sealed"));
  window.router().apply(BrowseTo{window.folder / "not there"});
  window.settle();
  const std::string fault = window.state().banner ? window.state().banner->text : "";
  REQUIRE_FALSE(fault.empty());
  CHECK(shows(window, fault));
}

TEST_CASE("which of many files were not saved is told until she closes it, on other pages too") {
  WindowDriver window;
  window.make_record();
  write_file(window.folder / "a.txt", "one");
  window.drop({window.folder / "a.txt", window.folder / "not there"});
  REQUIRE(shows(window, "1 of 2 files"));
  window.key(ImGuiMod_Alt | ImGuiKey_2);
  CHECK(shows(window, "1 of 2 files"));
  window.click("Close this message");
  CHECK_FALSE(shows(window, "1 of 2 files"));
}

TEST_CASE("while a picture is read the focus is on what does no harm, and then on what is done next") {
  WindowDriver window;
  window.make_record();
  keep_photograph(window, 3600);
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.click("Show the picture");
  CHECK(window.focused() == "Show it large");
  window.click("Show it large");
  CHECK(window.focused() == "The picture");
  window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  // The frames in which it is being read are looked at, too.
  window.router().apply(LookAtPicture{1_item, {1_item}, true});
  bool was_read = false;
  for (int i = 0; i < 40 && !window.has("The picture"); ++i) {
    window.frame();
    was_read |= shows(window, "One moment");
    CHECK(window.focused() != "Hide now");
  }
  CHECK(was_read);
  window.settle();
  CHECK(window.focused() == "The picture");
}

TEST_CASE("a picture that cannot be shown leaves the focus where the way back is") {
  WindowDriver window;
  window.make_record();
  write_file(window.folder / "broken.jpg", "\xff\xd8\xff\xe0 and nothing more");
  window.drop({window.folder / "broken.jpg"});
  window.router().apply(OpenItem{1_item});
  window.settle();
  if (!window.has("Show the picture")) return;
  window.click("Show the picture");
  window.settle();
  for (int i = 0; i < 8; ++i) window.frame();
  CHECK(window.focused() == "Back");
}

TEST_CASE("a covered picture does not have the size in which the one before it was seen") {
  WindowDriver window;
  window.make_record();
  keep_photograph(window, 3000);
  keep_photograph(window, 2000);
  window.router().apply(OpenItem{2_item});
  window.settle();
  window.click("Show the picture");
  window.click("Show it large");
  window.type("1");
  REQUIRE(shows(window, "100 %"));
  window.click("Next");
  CHECK_FALSE(shows(window, " %"));
}

TEST_CASE("a name of her own has room in the bar, and none at all is asked about") {
  WindowDriver window;
  window.enter_until(FirstRunState::Step::name);
  window.click("My own name");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().first_run.step == FirstRunState::Step::name);
  CHECK(shows(window, "There is no name yet."));
  window.type("   ");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().first_run.step == FirstRunState::Step::name);
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.type("Rezepte für die ganze Familie und alle Freunde");
  CHECK(window.forms().first_run.name.own.text() == "Rezepte für die ganze Fa");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().first_run.step == FirstRunState::Step::passphrase);
  CHECK(window.state().settings.name == "Rezepte für die ganze Fa");
}

TEST_CASE("what a button does is read whole, also where its name has no room in one line") {
  WindowDriver window({800, 600});
  window.make_record();
  window.router().apply(BeginSafety{SafetyState::Task::none});
  window.settle();
  const auto height = [&] {
    const Widget& one = window.widget("Remove everything from this computer");
    return (one.max.y - one.min.y) / window.ui().em();
  };
  CHECK(height() < 3);
  choose_size(window, 300);
  CHECK(height() > 3);
  CHECK(window.widget("Remove everything from this computer").max.x <= 800);
}
