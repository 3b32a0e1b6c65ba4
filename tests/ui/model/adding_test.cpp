#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("pasted words are saved as they are, and the field is empty for the next") {
  RouterDriver window;
  window.make_record();
  window.act(PasteWords{"i never meant to hurt you"});
  CHECK(window.state().screen == Screen::add);
  CHECK(window.state().add.was_pasted);
  window.act(SaveAdded{});
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.forms().add.text.empty());
  CHECK_FALSE(window.state().saved_at.empty());
  window.act(OpenItem{1_item});
  CHECK(window.state().item.item->kind == vault::ItemKind::words);
  CHECK(window.state().item.text == "i never meant to hurt you");
}

TEST_CASE("the same words once more are told, and nothing is added without a word") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.paste_and_save("call me");
  CHECK(window.state().banner->more.find("000001") != std::string::npos);
}

TEST_CASE("a note that was begun is not mixed with a picture, and a change of a note not with a note beside an item") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.act(BeginAdding{AddState::Kind::note, std::nullopt});
  window.forms().add.text.set("he rang");
  window.act(PastePicture{std::make_shared<const Bytes>(Bytes{1, 2, 3})});
  CHECK(window.state().add.kind == AddState::Kind::note);
  CHECK(window.forms().add.text.text() == "he rang");
  window.act(SaveAdded{});
  window.act(OpenItem{2_item});
  window.act(RewriteNote{2_item, window.state().item.text});
  CHECK(window.forms().add.text.text() == "he rang");
  window.act(BeginAdding{AddState::Kind::note, 1_item});
  CHECK(window.state().add.rewrites == vault::ItemNumber{2});
  CHECK_FALSE(window.state().add.about);
  window.forms().add.text.set("he rang twice");
  window.act(SaveAdded{});
  CHECK(window.state().timeline.keys.size() == 2);
  window.act(OpenItem{2_item});
  CHECK(window.state().item.item->versions.size() == 2);
}

TEST_CASE("a note that is saved beside an item stands there, and questions come when she wants them") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.act(OpenItem{1_item});
  window.act(BeginAdding{AddState::Kind::note, 1_item});
  window.forms().add.text.set("he stood outside");
  window.act(SaveAdded{});
  CHECK(window.state().screen == Screen::item);
  REQUIRE(window.state().item.notes.size() == 1);
  CHECK(window.state().item.notes[0].text == "he stood outside");
  CHECK(window.state().preferences.knows_notes);
  window.act(PasteWords{"sorry"});
  window.act(SaveAdded{/*then_asks=*/true});
  CHECK(window.state().item.number == 3_item);
  CHECK(window.state().item.question == std::size_t{0});
}

TEST_CASE("the clipboard is emptied after what was pasted is saved, because she said so, and only then") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("first");
  CHECK_FALSE(window.state().add.wants_empty_clipboard);
  Preferences preferences = window.state().preferences;
  preferences.empties_clipboard = true;
  window.act(ChangePreferences{preferences});
  window.act(BeginAdding{AddState::Kind::note, std::nullopt});
  window.forms().add.text.set("typed");
  window.act(SaveAdded{});
  CHECK_FALSE(window.state().add.wants_empty_clipboard);
  window.paste_and_save("second");
  CHECK(window.state().add.wants_empty_clipboard);
  window.act(ClipboardEmptied{});
  CHECK_FALSE(window.state().add.wants_empty_clipboard);
}

TEST_CASE("nothing is pasted into a record that is not open") {
  RouterDriver window;
  window.make_record();
  window.restart();
  window.act(PasteWords{"call me"});
  window.act(BeginAdding{AddState::Kind::note, std::nullopt});
  CHECK(window.state().screen == Screen::unlock);
  CHECK(window.forms().add.text.empty());
}

TEST_CASE("what is dropped is gone, and its screen with it") {
  RouterDriver window;
  window.make_record();
  window.act(PasteWords{"call me"});
  window.act(DropAdded{});
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.forms().add.text.empty());
  window.restart();
  window.unlock();
  CHECK(window.forms().add.text.empty());
}
