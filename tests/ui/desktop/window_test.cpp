#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/corpora.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

void unlock(WindowDriver& window) {
  REQUIRE(window.state().screen == Screen::unlock);
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().is_open);
}

}  // namespace

TEST_CASE("first run by keyboard alone, to the first thing saved, in fewer acts than are allowed") {
  WindowDriver window;
  window.settle();
  CHECK(window.focused() == "Continue");
  window.enter_until(FirstRunState::Step::passphrase);
  const std::string words(window.forms().first_run.next.chosen.secret().expose_text());
  CHECK(std::count(words.begin(), words.end(), ' ') == 4);
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().first_run.step == FirstRunState::Step::sheet);
  REQUIRE(window.state().first_run.sheet.has_value());
  const std::string sheet(window.state().first_run.sheet->expose_text());
  window.key(ImGuiKey_Enter);
  CHECK(window.focused() == "Groups 2 and 5");
  window.type(sheet.substr(5, 4) + " " + sheet.substr(20, 4));
  window.key(ImGuiKey_Enter);
  CHECK(window.state().first_run.has_confirmed_sheet);
  CHECK(window.focused() == "Passphrase again");
  window.type(words);
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().first_run.step == FirstRunState::Step::locking);
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().screen == Screen::timeline);
  window.clipboard = "I am so sorry. It will never happen again.";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().timeline.keys.size() == 1);
  CHECK(window.acts <= 25);
}

TEST_CASE("an apology that was copied is saved with two keys, and is there the next day") {
  WindowDriver window;
  window.make_record();
  window.acts = 0;
  window.clipboard = "i never meant to hurt you \xf0\x9f\x98\xa2";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(window.focused() == "Save now");
  window.key(ImGuiKey_Enter);
  CHECK(window.acts == 2);
  CHECK(window.state().screen == Screen::timeline);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text.find("Saved and sealed at") == 0);
  window.restart(true);
  window.acts = 0;
  unlock(window);
  CHECK(window.acts == 2);
  REQUIRE(window.state().timeline.keys.size() == 1);
  CHECK(window.state().timeline.rows.begin()->second.beginning == window.clipboard);
}

TEST_CASE("what is being typed is there again after hiding, also when nothing was saved") {
  WindowDriver window;
  window.make_record();
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  CHECK(window.focused() == "Your note");
  window.type("He came back at ni");
  window.restart(true);
  unlock(window);
  CHECK(window.state().screen == Screen::add);
  CHECK(window.forms().add.text.text() == "He came back at ni");
  window.type("ne");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  CHECK(window.state().timeline.keys.size() == 1);
  window.restart(false);
  unlock(window);
  CHECK(window.state().screen == Screen::timeline);  // the draft went with the saving
}

TEST_CASE("what is being typed is kept within seconds, for when the computer fails") {
  WindowDriver window;
  window.make_record();
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("half a sentence");
  window.now += 3;
  window.settle();
  window.restart(false);
  unlock(window);
  CHECK(window.forms().add.text.text() == "half a sentence");
}

TEST_CASE("hiding is asked for from every screen by the button that Tab finds first") {
  WindowDriver window;
  window.settle();
  window.click("Hide now");
  CHECK(window.router().leaving() == Leaving::hide);
}

TEST_CASE("wrong passphrases cost time, never data, and the words say what is safe") {
  WindowDriver window;
  window.make_record();
  window.restart(true);
  for (int i = 0; i < 5; ++i) {
    REQUIRE(window.focused() == "Passphrase");
    window.type("not this one");
    window.key(ImGuiKey_Enter);
    REQUIRE(window.state().unlock.error);
    CHECK(window.state().unlock.error->what == "That passphrase did not open it.");
    CHECK(window.forms().unlock.secret.empty());
  }
  CHECK(window.state().unlock.wait_until > window.now);
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  CHECK_FALSE(window.state().is_open);
  window.now += 31;
  window.settle();
  window.key(ImGuiKey_Enter);
  CHECK(window.state().is_open);
}

TEST_CASE("a lost passphrase: in with the sheet, and a new one chosen, within eight acts") {
  WindowDriver window;
  window.settle();
  window.enter_until(FirstRunState::Step::sheet);
  const std::string sheet(window.state().first_run.sheet->expose_text());
  window.restart(false);
  window.acts = 0;
  window.click("I lost my passphrase");
  CHECK(window.focused() == "Code on the sheet");
  window.type(sheet);
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().unlock.wants_new_passphrase);
  CHECK(window.focused() == "New passphrase");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.type("twelve green bottles fell");
  window.key(ImGuiKey_Enter);
  CHECK(window.focused() == "New passphrase again");
  window.type("Twelve green  bottles fell");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.acts <= 8);
  window.restart(true);
  window.type("twelve green bottles fell");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().is_open);
}

TEST_CASE("where a message came from and about when, in six acts; the rest can be answered another day") {
  WindowDriver window;
  window.make_record();
  window.clipboard = "where are you";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.click("Save and answer a few questions");
  REQUIRE(window.state().screen == Screen::item);
  REQUIRE(window.state().item.question == 0);
  window.acts = 0;
  window.click("My phone");
  window.click("Continue");
  window.click("Skip for now");
  REQUIRE(window.state().item.question == 2);
  window.click("In your own words");
  window.type("about early May");
  window.click("1 to 10 May 2025");  // no year was written, so the latest ones are offered
  CHECK(window.acts <= 6);
  window.click("Stop for now");
  const auto answers = window.state().item.item->current_answers();
  CHECK(answers.at("where") == "My phone");
  CHECK(answers.at("when") == "about early May [read as 1 to 10 May 2025]");
}

TEST_CASE("a note beside a message, the earlier text of a search, an item removed") {
  WindowDriver window;
  window.make_record();
  for (const char* text : {"where are you", "love you", "i will find you"}) {
    window.clock.advance(60);
    window.clipboard = text;
    window.key(ImGuiMod_Ctrl | ImGuiKey_V);
    window.key(ImGuiKey_Enter);
  }
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  CHECK(window.focused() == "Search");
  window.type("love");
  REQUIRE(window.state().timeline.keys.size() == 1);
  window.tab_to("Items");
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().screen == Screen::item);
  CHECK(window.state().item.text == "love you");
  CHECK(window.state().item.check == ItemState::Check::matches);
  window.click("Write a note beside it");
  window.type("I wrote this so that he would stop calling.");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  REQUIRE(window.state().screen == Screen::item);
  REQUIRE(window.state().item.notes.size() == 1);
  CHECK(window.state().item.notes[0].item.about == 2_item);
  window.click("Remove ...");
  window.click("Remove it");
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.state().banner->text == "Item 000002 is gone from this record.");
}

TEST_CASE("files that are dropped are kept, the same file is not kept twice, a folder is refused with words") {
  WindowDriver window;
  window.make_record();
  write_file(window.folder / "photo.png", read_file(test_data() / "../../packaging/sample/photo.png"));
  window.drop({window.folder / "photo.png"});
  REQUIRE(window.state().timeline.keys.size() == 1);
  CHECK(window.state().importing.imports.empty());
  window.drop({window.folder / "photo.png"});
  CHECK(window.state().timeline.keys.size() == 1);
  CHECK(window.state().banner->text.find("You already saved this file") == 0);
  window.drop({window.folder.path()});
  CHECK(window.state().banner->is_fault);
  window.tab_to("Items");
  window.key(ImGuiKey_Enter);
  CHECK_FALSE(window.has("Cover it"));  // covered: read for what it says of itself, and not shown
  window.click("Show the picture");
  window.settle();
  REQUIRE(window.state().pictures.small.contains(1_item));
  CHECK(window.state().pictures.small.at(1_item).pixels.has_value());
}

TEST_CASE("taking in a large file is shown, can be stopped, and leaves nothing behind then") {
  WindowDriver window;
  window.make_record();
  std::ofstream(window.folder / "film").close();
  std::filesystem::resize_file(window.folder / "film", std::uint64_t{3} << 30);
  window.router().apply(ImportFiles{{window.folder / "film"}});
  for (int i = 0; i < 2000 && !window.has("Stop saving"); ++i) window.frame();
  // Something short goes in between.
  window.router().apply(PasteWords{"a threat that came meanwhile"});
  window.router().apply(SaveAdded{});
  for (int i = 0; i < 200'000 && window.state().timeline.keys.empty(); ++i) window.frame();
  CHECK(window.state().timeline.keys.size() == 1);
  REQUIRE(window.state().importing.imports.size() == 1);
  window.click("Stop saving");
  CHECK(window.state().importing.imports.empty());
  CHECK(window.state().timeline.keys.size() == 1);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(window.folder / "share" / "notes" / "objects"))
    files += entry.is_regular_file();
  CHECK(files == 0);
}

TEST_CASE("the clipboard is emptied after a paste only when she said so, and that is remembered") {
  WindowDriver window;
  window.make_record();
  window.clipboard = "first";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  CHECK(window.clipboard == "first");
  window.key(ImGuiMod_Alt | ImGuiKey_6);
  window.tab_to("Empty it after what I pasted is saved");
  window.key(ImGuiKey_Space);
  window.restart(true);
  unlock(window);
  CHECK(window.state().preferences.empties_clipboard);
  window.clipboard = "second";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  window.settle();
  CHECK(window.clipboard.empty());
}

TEST_CASE("it locks by itself, with a warning, and says why") {
  WindowDriver window;
  window.make_record();
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("unfinished");
  window.now += 4 * 60 + 45;
  window.frame();
  window.frame();
  CHECK(window.has("Stay"));
  CHECK(window.router().leaving() == Leaving::no);
  window.key(ImGuiKey_Space);  // any key
  CHECK(window.state().seconds_to_lock > 200);
  window.now += 5 * 60 + 1;
  window.frame();
  REQUIRE(window.router().leaving() == Leaving::lock);
  window.restart(true);
  CHECK(window.state().unlock.locked.find("no use for 5 minutes") != std::string::npos);
  unlock(window);
  CHECK(window.forms().add.text.text() == "unfinished");
}

TEST_CASE("a hundred thousand items are scrolled and chosen like ten") {
  WindowDriver window;
  window.make_record();
  {
    // Straight into the record, as a large import would.
    window.restart(true);
    auto record = vault::Record::open({vault::operating_system_files(), window.clock},
                                      window.folder / "share" / "notes", secret(WindowDriver::kOwnPassphrase))
                      .value();
    std::vector<std::pair<vault::Addition, std::string>> additions;
    for (int i = 0; i < 5000; ++i) {
      vault::Addition addition;
      addition.kind = vault::ItemKind::words;
      additions.emplace_back(addition, "message number " + std::to_string(i));
    }
    REQUIRE(record->add_texts(additions).ok());
  }
  unlock(window);
  REQUIRE(window.state().timeline.keys.size() == 5000);
  window.tab_to("Items");
  window.key(ImGuiKey_End);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().item.text == "message number 0");
  window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.state().timeline.rows.size() < 1000);  // only what was looked at
}

TEST_CASE("every screen has its words at 300 percent and in a small window, and Tab comes round") {
  for (const float width : {640.0f, 1366.0f}) {
    WindowDriver window({width, 480});
    window.make_record();
    window.clipboard = "words";
    window.key(ImGuiMod_Ctrl | ImGuiKey_V);
    window.key(ImGuiKey_Enter);
    for (const int percent : {100, 200, 300}) {
      Settings settings = window.state().settings;
      settings.text_percent = percent;
      window.router().apply(ChangeSettings{settings});
      for (const Screen screen : {Screen::timeline, Screen::people, Screen::case_details, Screen::share, Screen::check,
                                  Screen::settings, Screen::keep_safe, Screen::helper, Screen::help}) {
        window.router().apply(Go{screen});
        window.forms().timeline.shows_filters = true;
        window.settle();
        CHECK(window.state().screen == screen);
        const Widget& hide = window.widget("Hide now");
        CHECK((hide.min.x >= 0 && hide.max.x <= width));
        window.tab_to("Hide now");
      }
    }
  }
}

TEST_CASE("keys of the editor: words, lines, selection, undo, paste, text from the right") {
  WindowDriver window;
  window.make_record();
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  const auto text = [&] { return window.forms().add.text.text(); };
  window.type("one two");
  window.key(ImGuiKey_Enter);
  window.type("three");
  CHECK(text() == "one two\nthree");
  window.key(ImGuiKey_UpArrow);
  window.key(ImGuiKey_End);
  window.type("!");
  CHECK(text() == "one two!\nthree");
  window.key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_LeftArrow);
  window.key(ImGuiMod_Ctrl | ImGuiKey_X);
  CHECK(text() == "one \nthree");
  CHECK(window.clipboard == "two!");
  window.key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(text() == "one two!\nthree");
  window.key(ImGuiMod_Ctrl | ImGuiKey_Y);
  CHECK(text() == "one \nthree");
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(text() == "one two!\nthree");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.type("\xd9\x84\xd8\xa7 \xd8\xa3\xd8\xad\xd8\xaf");  // from the right: the left arrow goes on
  window.key(ImGuiKey_Home);
  window.key(ImGuiKey_LeftArrow);
  window.type("x");
  CHECK(text() == "\xd9\x84x\xd8\xa7 \xd8\xa3\xd8\xad\xd8\xaf");
  window.key(ImGuiKey_Backspace);
  window.key(ImGuiKey_Delete);
  CHECK(text() == "\xd9\x84 \xd8\xa3\xd8\xad\xd8\xaf");
  window.key(ImGuiKey_Tab);
  CHECK(window.focused() != "Your note");  // Tab leaves an editor
}

TEST_CASE("what gets the focus is brought into view, but never at the cost of what is shown this once") {
  WindowDriver window({1366, 480});
  window.settle();
  Settings settings = window.state().settings;
  settings.text_percent = 200;
  window.router().apply(ChangeSettings{settings});
  window.settle();
  window.enter_until(FirstRunState::Step::sheet);
  CHECK(window.focused() == "I have written it down");
  for (const Widget& one : window.ui().widgets()) {
    if (one.name == "Your reference sheet") CHECK(one.min.y > 0);  // the page is at its beginning
  }
  window.key(ImGuiKey_Enter);  // brings the button into view
  CHECK(window.state().first_run.step == FirstRunState::Step::sheet);
  window.enter_until(FirstRunState::Step::try_passphrase);
  CHECK(window.focused() == "Passphrase again");
  for (const Widget& one : window.ui().widgets()) {
    if (one.name == "Try your passphrase once now") CHECK(one.min.y > 0);
  }
  window.type("a");
  CHECK(window.widget("Passphrase again").max.y <= 480);
}

TEST_CASE("who mistypes the new passphrase can look at the one that was chosen") {
  WindowDriver window;
  window.settle();
  window.enter_until(FirstRunState::Step::passphrase);
  window.click("Use my own");
  window.type("my own passphrasr");  // a slip, under dots
  window.key(ImGuiKey_Enter);
  window.enter_until(FirstRunState::Step::try_passphrase);
  CHECK_FALSE(window.has("Show the one I chose"));
  window.type("my own passphrase");
  window.key(ImGuiKey_Enter);
  CHECK_FALSE(window.state().is_open);
  window.click("Show the one I chose");
  CHECK(window.forms().first_run.next.shows_chosen);
  window.click("Cover the one I chose");
  CHECK_FALSE(window.forms().first_run.next.shows_chosen);
}
