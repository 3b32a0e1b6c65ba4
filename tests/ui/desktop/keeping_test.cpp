#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/picture_file.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Keeping : WindowDriver {
  Keeping() { make_record(); }
  void unlock() {
    type(kOwnPassphrase);
    key(ImGuiKey_Enter);
    REQUIRE(state().is_open);
  }
  void paste(const char* text) {
    clipboard = text;
    key(ImGuiMod_Ctrl | ImGuiKey_V);
    key(ImGuiKey_Enter);
  }
};

std::shared_ptr<const Bytes> some_picture(const vault::Path& folder) {
  Painter::Image image{40, 30, std::vector<std::uint8_t>(40 * 30 * 4, 120)};
  write_picture(folder / "picture.webp", image);
  return std::make_shared<const Bytes>(
      vault::read_whole_file(vault::operating_system_files(), folder / "picture.webp", 1 << 20).value());
}

}  // namespace

TEST_CASE("a picture that was copied is kept with two keys, byte for byte, covered until it is chosen") {
  Keeping window;
  window.picture = some_picture(window.folder.path());
  window.acts = 0;
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(window.focused() == "Save now");
  CHECK(window.has("Show the picture"));
  window.key(ImGuiKey_Enter);
  CHECK(window.acts == 2);
  REQUIRE(window.state().timeline.keys.size() == 1);
  window.router().apply(OpenItem{1_item});
  window.settle();
  const vault::Item& item = *window.state().item.item;
  CHECK(item.newest().media == "image/webp");
  CHECK(item.newest().content.facts.size == window.picture->size());
  CHECK(item.current_answers().at(vault::question::kHow) == "Pasted");
  CHECK(window.state().item.check == ItemState::Check::matches);
  window.click("Show the picture");
  CHECK(window.has("Cover it"));
  // The same once more is told, and not kept twice.
  window.router().apply(Go{Screen::timeline});
  window.settle();
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().timeline.keys.size() == 1);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "You already saved this, as item 000001.");
}

TEST_CASE("a picture does not push aside a note that was begun; a clipboard that does not answer is told") {
  Keeping window;
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("half a sentence");
  window.router().apply(PastePicture{some_picture(window.folder.path())});
  window.settle();
  CHECK(window.state().add.kind == Begun::Kind::picture);
  REQUIRE(window.state().add.waiting.size() == 1);
  CHECK(window.state().add.waiting[0].begins == "half a sentence");
  window.router().apply(PasteFailed{});
  window.settle();
  CHECK(window.state().banner->is_fault);
}

TEST_CASE("a note is changed, and both versions stay") {
  Keeping window;
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("He came at nine.");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.click("Change the note");
  CHECK(window.focused() == "Your note");
  window.key(ImGuiMod_Ctrl | ImGuiKey_End);
  window.type(" Or ten.");
  // Hidden in between, it goes on as a change of the same note.
  window.restart(true);
  window.unlock();
  CHECK(window.state().add.rewrites == 1_item);
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  CHECK(window.state().timeline.keys.size() == 1);
  window.router().apply(OpenItem{1_item});
  window.settle();
  CHECK(window.state().item.text == "He came at nine. Or ten.");
  CHECK(window.state().item.item->versions.size() == 2);
}

TEST_CASE("a note beside an item is still beside it when it was interrupted, and pasted words are still words") {
  Keeping window;
  window.paste("where are you");
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.click("Write a note beside it");
  window.type("I was asleep");
  window.restart(true);
  window.unlock();
  CHECK(window.state().add.about == 1_item);
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.router().apply(OpenItem{1_item});
  window.settle();
  REQUIRE(window.state().item.notes.size() == 1);
  window.router().apply(Go{Screen::timeline});
  window.settle();
  window.clipboard = "home soon";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.restart(true);
  window.unlock();
  CHECK(window.state().add.kind == Begun::Kind::words);
}

TEST_CASE("pasted words can be read, selected and copied, and not changed") {
  Keeping window;
  window.clipboard = "i never meant to hurt you";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.tab_to("The words");
  window.type("x");
  for (const ImGuiKeyChord chord : {ImGuiKeyChord{ImGuiKey_Backspace}, ImGuiKeyChord{ImGuiKey_Delete},
                                    ImGuiKeyChord{ImGuiKey_Enter}, ImGuiMod_Ctrl | ImGuiKey_Z})
    window.key(chord);
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.clipboard.clear();
  window.key(ImGuiMod_Ctrl | ImGuiKey_X);
  CHECK(window.clipboard == "i never meant to hurt you");
  CHECK(window.forms().add.text.text() == "i never meant to hurt you");
  // What was copied there is not hers: in a note it is kept by itself.
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("He wrote: ");
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(window.state().add.was_pasted);
  CHECK(not_saved(window.state().add, window.forms().add).size() == 2);
  window.click("I typed this myself");
  window.tab_to("The words");
  window.key(ImGuiKey_End);
  window.type("!");
  CHECK(window.forms().add.text.text() == "i never meant to hurt you!");
}

TEST_CASE("within her own words cutting and pasting work as anywhere, and what comes from elsewhere stands apart") {
  Keeping window;
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("He came at nine. ");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.key(ImGuiMod_Ctrl | ImGuiKey_X);
  CHECK(window.forms().add.text.empty());
  window.type("I was asleep. ");
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(window.forms().add.text.text() == "I was asleep. He came at nine. ");
  window.clipboard = "where are you";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(window.forms().add.text.text() == "where are you");
  CHECK(window.state().add.kind == Begun::Kind::words);
  CHECK(window.focused() == "Save now");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().timeline.keys.size() == 1);
  CHECK(window.words().find("Not saved yet: 1") != std::string::npos);
  window.click("A note of your own: " + isolated("I was asleep. He came at nine. "));
  CHECK(window.forms().add.text.text() == "I was asleep. He came at nine. ");
}

TEST_CASE("a saved paste leads to a note beside it, and what was not saved can be taken back from the timeline") {
  Keeping window;
  window.clipboard = "sorry";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.click("Save and write a note beside it");
  CHECK(window.state().add.kind == Begun::Kind::note);
  CHECK(window.state().add.about == 1_item);
  CHECK(window.focused() == "Your note");
  window.type("He had not slept.");
  window.click("Do not save");
  CHECK(window.words().find("Not saved.") != std::string::npos);
  window.key(ImGuiMod_Alt | ImGuiKey_2);
  window.key(ImGuiMod_Alt | ImGuiKey_1);
  window.click("Take back what was not saved");
  CHECK(window.state().add.about == 1_item);
  CHECK(window.forms().add.text.text() == "He had not slept.");
}

TEST_CASE("of much that is not saved the latest is listed, and the rest on request") {
  Keeping window;
  for (const char* words : {"one", "two", "three", "four", "five", "six"}) {
    window.clipboard = words;
    window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  }
  window.key(ImGuiMod_Alt | ImGuiKey_1);
  CHECK(window.words().find("Not saved yet: 6") != std::string::npos);
  CHECK_FALSE(window.has("Words you copied: " + isolated("one")));
  CHECK(window.has("Words you copied: " + isolated("six")));
  window.click("Show all that is not saved");
  CHECK(window.has("Words you copied: " + isolated("one")));
  window.click("Show the latest only");
  CHECK_FALSE(window.has("Words you copied: " + isolated("one")));
}

TEST_CASE("the file that was kept goes from where it was only when she says so, and is looked for afterwards") {
  Keeping window;
  const vault::Path file = window.folder / "letter.txt";
  std::ofstream(file) << "a letter";
  window.drop({file});
  CHECK(std::filesystem::exists(file));
  window.click("Leave there");
  CHECK(std::filesystem::exists(file));
  CHECK_FALSE(window.state().banner.has_value());
  std::ofstream(file) << "another letter";
  window.drop({file});
  window.click("Delete there ...");
  window.click("Delete them there");
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(window.state().banner->text.find("letter.txt was deleted.") == 0);
  CHECK(window.state().timeline.keys.size() == 2);
}

TEST_CASE("a file that cannot be deleted is named, with its place") {
  Keeping window;
  const vault::Path file = window.folder / "stays" / "letter.txt";
  std::filesystem::create_directory(file.parent_path());
  std::ofstream(file) << "a letter";
  window.drop({file});
  std::filesystem::remove(file);
  std::filesystem::create_directory(file);
  std::ofstream(file / "inside") << "x";
  window.click("Delete there ...");
  window.click("Delete them there");
  CHECK(window.state().banner->is_fault);
  CHECK(window.state().banner->more.find(file.string()) != std::string::npos);
}

TEST_CASE("what is kept while somebody helps says so, and only then") {
  Keeping window;
  window.key(ImGuiMod_Alt | ImGuiKey_6);
  window.click("Someone is helping me");
  window.type("T.K.");
  window.click("Their role, such as IDVA");
  window.type("IDVA");
  window.click("They do");
  window.click("Begin the session");
  window.paste("where are you");
  window.router().apply(OpenItem{1_item});
  window.settle();
  CHECK(window.state().item.item->current_answers().at(vault::question::kTyped) ==
        "typed by a helper (IDVA), with the record keeper present");
  CHECK(window.state().item.item->current_answers().at(vault::question::kHelper) == "T.K.");
  // They may talk longer than the window stays open otherwise.
  window.now += 20 * 60;
  window.settle();
  CHECK(window.router().leaving() == Leaving::no);
  CHECK(window.words().find("Session with T.K., 10 minutes left") != std::string::npos);
  window.click("End the session");
  window.router().apply(Go{Screen::timeline});
  window.settle();
  window.paste("home soon");
  window.router().apply(OpenItem{2_item});
  window.settle();
  CHECK_FALSE(window.state().item.item->current_answers().contains(vault::question::kTyped));
}

TEST_CASE("a session that was forgotten ends by itself, and the record locks") {
  Keeping window;
  window.router().apply(Go{Screen::helper});
  window.settle();
  window.type("T.K.");
  window.click("Begin the session");
  CHECK(window.state().helper.is_on);
  window.now += 31 * 60;
  window.settle();
  CHECK_FALSE(window.state().helper.is_on);
  CHECK(window.router().leaving() == Leaving::lock);
}

TEST_CASE("the screen's lock locks what is open, and nothing when nothing is") {
  Keeping window;
  window.router().lock("the screen was locked");
  CHECK(window.router().leaving() == Leaving::lock);
  CHECK(window.router().locked_because().find("the screen was locked.") != std::string::npos);
  window.restart(true);
  window.router().lock("the screen was locked");
  CHECK(window.router().leaving() == Leaving::no);
}

TEST_CASE("a page of her own is chosen in the settings; the process that shows it knows nothing else") {
  Keeping window;
  window.key(ImGuiMod_Alt | ImGuiKey_6);
  window.click("Page after hiding");
  window.type("milk, bread");
  CHECK(window.router().cover_page() == "milk, bread");  // without a button
  window.restart(true);
  CHECK(window.router().cover_page().empty());  // no record is open
  window.unlock();
  CHECK(window.router().cover_page() == "milk, bread");
  window.key(ImGuiMod_Alt | ImGuiKey_6);
  window.click("Page after hiding");
  window.type(" and soap");
  window.key(ImGuiMod_Alt | ImGuiKey_1);
  CHECK(window.state().preferences.cover == "milk, bread and soap");
  window.key(ImGuiMod_Alt | ImGuiKey_6);
  window.click("Page after hiding");
  for (int i = 0; i < 9; ++i) window.key(ImGuiKey_Backspace);
  window.restart(true);
  window.unlock();
  CHECK(window.state().preferences.cover == "milk, bread");
  window.restart(true);
  window.router().show_cover("milk, bread");
  window.settle();
  CHECK(window.has("Page"));
  CHECK_FALSE(window.has("Hide now"));
  CHECK_FALSE(window.has("Passphrase"));
  window.key(ImGuiKey_F1);
  CHECK(window.state().screen == Screen::cover);
}

TEST_CASE("what it is called is changed in the settings, at once and for the next time") {
  WindowDriver window;
  window.make_record();
  CHECK(window.state().settings.name == "Notes");
  window.router().apply(Go{Screen::settings});
  window.settle();
  CHECK(window.widget("Notes").is_chosen);
  CHECK_FALSE(window.has("Use this name"));  // it is called so
  window.click("Recipes");
  CHECK(window.state().settings.name == "Notes");  // nothing is changed before she says so
  window.click("Use this name");
  CHECK(window.state().settings.name == "Recipes");
  CHECK_FALSE(window.has("Use this name"));
  window.click("My own name");
  CHECK_FALSE(window.has("Use this name"));  // there is no name yet
  window.click("The name");
  window.type("Garden");
  window.click("Use this name");
  CHECK(window.state().settings.name == "Garden");
  window.restart(true);
  CHECK(window.state().settings.name == "Garden");
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  window.router().apply(Go{Screen::settings});
  window.settle();
  CHECK(window.widget("My own name").is_chosen);
  CHECK(window.forms().new_name->own.text() == "Garden");
}

TEST_CASE("the search for words that lie about finds those that do") {
  Keeping window;
  window.paste("i never meant to hurt you");
  CHECK(window.leaks().empty());
  const vault::Path planted = window.folder / "planted";
  std::ofstream(planted) << "... i never meant to hurt you ...";
  CHECK(window.leaks().size() == 1);
  std::filesystem::remove(planted);
}

TEST_CASE("a picture of the screen is offered where one can be taken, and says that it is one") {
  Keeping window;
  CHECK_FALSE(window.has("Picture of the screen"));
  window.ui().take_screen = [&] { window.router().apply(PastePicture{some_picture(window.folder.path()), true}); };
  window.settle();
  window.click("Picture of the screen");
  window.click("Save now");
  window.router().apply(OpenItem{1_item});
  window.settle();
  CHECK(window.state().item.item->newest().name.substr(0, 7) == "screen-");
  CHECK(window.state().item.item->current_answers().at(vault::question::kHow) == "Screenshot");
  window.router().apply(PastePicture{nullptr, true});
  window.settle();
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->is_fault);
}

TEST_CASE("what was happening is written beside one message of two hundred, within five acts and by keyboard alone") {
  WindowDriver window;
  window.make_record();
  for (int i = 1; i <= 200; ++i)
    window.router().apply(PasteWords{"message " + std::to_string(i)}), window.router().apply(SaveAdded{}),
        window.settle();
  window.acts = 0;
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("message 118");
  window.tab_to("Items");
  window.key(ImGuiMod_Alt | ImGuiKey_N);
  REQUIRE(window.state().screen == Screen::add);
  CHECK(window.state().add.about == 118_item);
  CHECK(window.forms().add.text.empty());  // the letter was a key
  CHECK(window.words().find("people may ask to read it") != std::string::npos);
  window.type("I was in the bathroom. I wrote this so he would stop calling.");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  CHECK(window.acts <= 6);  // five, and the tab to the list
  window.router().apply(OpenItem{118_item});
  window.settle();
  REQUIRE(window.state().item.notes.size() == 1);
  CHECK(window.state().item.text == "message 118");
  // Said once: after the first note it is known, also tomorrow.
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  CHECK(window.state().add.about == 118_item);
  CHECK(window.words().find("people may ask to read it") == std::string::npos);
  window.restart(false);
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().preferences.knows_notes);
}

TEST_CASE("a letter typed into the search is a letter, and N with Ctrl is a note about nothing") {
  WindowDriver window;
  window.make_record();
  window.clipboard = "no";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.key(ImGuiKey_Enter);
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("no");
  window.key(ImGuiKey_N);
  CHECK(window.state().screen == Screen::timeline);
  window.key(ImGuiMod_Alt | ImGuiKey_N);  // in a field it is no shortcut
  CHECK(window.state().screen == Screen::timeline);
  window.tab_to("Items");
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  REQUIRE(window.state().screen == Screen::add);
  CHECK_FALSE(window.state().add.about);
}

TEST_CASE("a word typed into the list is searched for, however fast it is typed, and does nothing else") {
  WindowDriver window;
  window.make_record();
  for (const char* text : {"a note t self", "no call"})
    window.router().apply(PasteWords{text}), window.router().apply(SaveAdded{}), window.settle();
  ImGuiIO& io = ImGui::GetIO();
  const auto press = [&](ImGuiKey key, char32_t character) {
    io.AddKeyEvent(key, true);
    window.ui().add_character(character);
  };
  const auto type_keys = [&](int keys_in_a_frame) {
    const std::pair<ImGuiKey, char32_t> keys[] = {{ImGuiKey_N, U'n'}, {ImGuiKey_O, U'o'},     {ImGuiKey_T, U't'},
                                                  {ImGuiKey_E, U'e'}, {ImGuiKey_Space, U' '}, {ImGuiKey_T, U't'}};
    int pressed = 0;
    for (const auto& [key, character] : keys) {
      press(key, character);
      if (++pressed % keys_in_a_frame == 0) window.frame();
      io.AddKeyEvent(key, false);
    }
    window.settle();
  };
  for (const int keys_in_a_frame : {1, 2, 6}) {
    INFO(keys_in_a_frame << " keys in a frame");
    window.tab_to("Items");
    type_keys(keys_in_a_frame);
    CHECK(window.state().screen == Screen::timeline);
    CHECK(window.forms().timeline.search.text() == "note t");
    CHECK(window.focused() == "Search");
    CHECK(window.state().timeline.keys.size() == 1);
    CHECK(window.state().add.waiting.empty());
  }
  window.tab_to("Items");
  window.key(ImGuiKey_Space);  // a blank alone opens the item, as ever
  CHECK(window.state().screen == Screen::item);
}

TEST_CASE("a change of one note does not become a note beside something else") {
  Keeping window;
  window.paste("where are you");
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("He came at nine.");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.router().apply(OpenItem{2_item});
  window.settle();
  window.click("Change the note");
  window.type("No. ");
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.click("Write a note beside it");
  CHECK(window.state().screen == Screen::add);
  CHECK_FALSE(window.state().add.rewrites);
  CHECK(window.state().add.about == 1_item);
  CHECK(window.forms().add.text.empty());
  window.key(ImGuiMod_Alt | ImGuiKey_1);
  CHECK(window.words().find("Not saved yet: 1") != std::string::npos);
  window.click("Note 000002, to be changed: " + isolated("He came at nine.No. "));
  CHECK(window.state().add.rewrites == 2_item);
}
