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

TEST_CASE(
    "what is begun waits, each by itself: a note, a note beside an item, a change of a note, a paste, a picture") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.set("he rang");
  window.act(SaveAdded{});
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.set("her own");
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  window.forms().add.text.set("beside the first");
  window.act(RewriteNote{2_item, "he rang"});
  window.forms().add.text.set("he rang twice");
  window.act(PasteWords{"sorry"});
  window.act(PastePicture{std::make_shared<const Bytes>(Bytes{1, 2, 3})});
  CHECK(window.state().add.kind == Begun::Kind::picture);
  const auto waiting = not_saved(window.state().add, window.forms().add);
  REQUIRE(waiting.size() == 5);
  CHECK(waiting[0].begins == "her own");
  CHECK(waiting[1].what.about == 1_item);
  CHECK(waiting[2].what.rewrites == 2_item);
  CHECK(waiting[3].what.was_pasted);
  // Each goes on as what it was, from wherever it is taken up.
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  CHECK(window.forms().add.text.text() == "beside the first");
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  CHECK(window.forms().add.text.text() == "her own");
  CHECK_FALSE(window.state().add.about);
  window.act(RewriteNote{2_item, "he rang"});
  CHECK(window.forms().add.text.text() == "he rang twice");
  window.act(SaveAdded{});
  window.act(OpenItem{2_item});
  CHECK(window.state().item.item->versions.size() == 2);
  CHECK(not_saved(window.state().add, window.forms().add).size() == 4);
}

TEST_CASE("pasted words cannot become a note, whatever is pressed before they are saved") {
  RouterDriver window;
  window.make_record();
  window.act(PasteWords{"i never meant to hurt you"});
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  CHECK(window.forms().add.text.empty());
  window.act(SaveAdded{});  // there is nothing in the note
  CHECK(window.state().timeline.keys.empty());
  window.forms().add.text.set("he wrote to me");
  window.act(PasteWords{"sorry"});
  CHECK(window.forms().add.text.text() == "sorry");
  CHECK(window.state().banner);  // what she was writing waits
  window.act(SaveAdded{});
  window.act(OpenItem{1_item});
  CHECK(window.state().item.item->kind == vault::ItemKind::words);
  CHECK(window.state().item.text == "sorry");
  window.act(OpenItem{1_item});
  window.act(SaveAdded{});  // nothing is saved from another page
  CHECK(window.state().timeline.keys.size() == 1);
  const auto waiting = not_saved(window.state().add, window.forms().add);
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[0].begins == "i never meant to hurt you");
  CHECK(waiting[1].begins == "he wrote to me");
}

TEST_CASE("an open note does not move to the item that is opened next") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("one");
  window.paste_and_save("two");
  window.act(OpenItem{1_item});
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  window.forms().add.text.set("about the first");
  window.act(OpenItem{2_item});
  window.act(BeginAdding{Begun::Kind::note, 2_item});
  CHECK(window.forms().add.text.empty());
  window.forms().add.text.set("about the second");
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  CHECK(window.forms().add.text.text() == "about the first");
  window.act(SaveAdded{});
  window.act(BeginAdding{Begun::Kind::note, 2_item});
  window.act(SaveAdded{});
  for (const auto& [item, text] : {std::pair(1_item, "about the first"), std::pair(2_item, "about the second")}) {
    window.act(OpenItem{item});
    REQUIRE(window.state().item.notes.size() == 1);
    CHECK(window.state().item.notes[0].text == text);
  }
}

TEST_CASE("the same words pasted twice wait once; an empty paste says so and offers to type words out") {
  RouterDriver window;
  window.make_record();
  window.act(PasteWords{"sorry"});
  window.act(PasteWords{"sorry"});
  CHECK(not_saved(window.state().add, window.forms().add).size() == 1);
  window.act(DropAdded{});
  window.act(PasteWords{""});
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "There is nothing to paste.");
  window.act(TakeOffer{});
  CHECK(window.state().screen == Screen::add);
  CHECK_FALSE(window.state().add.was_pasted);
  window.forms().add.text.set("a letter");
  window.act(SaveAdded{});
  window.act(OpenItem{1_item});
  CHECK(window.state().item.item->kind == vault::ItemKind::words);
  CHECK(window.state().item.item->current_answers().at("how") == "Typed out");
}

TEST_CASE("words that she typed elsewhere become hers to change when she says so, and the item says it too") {
  RouterDriver window;
  window.make_record();
  window.act(PasteWords{"a letter of 3 May"});
  window.act(TypedMyself{});
  CHECK_FALSE(window.state().add.was_pasted);
  window.forms().add.text.set("a letter of 3 May 2025");
  window.restart();
  window.unlock();
  CHECK(window.state().screen == Screen::add);
  CHECK_FALSE(window.state().add.was_pasted);
  window.act(SaveAdded{});
  window.act(OpenItem{1_item});
  CHECK(window.state().item.text == "a letter of 3 May 2025");
  CHECK(window.state().item.item->current_answers().at("how") == "Typed out");
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.set("mine");
  window.act(TypedMyself{});
  window.act(SaveAdded{});
  window.act(OpenItem{2_item});
  CHECK(window.state().item.item->kind == vault::ItemKind::note);
}

TEST_CASE("everything that waits is there after hiding, each as what it was") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.act(PasteWords{"sorry"});
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  window.forms().add.text.set("beside");
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.set("own");
  window.restart();
  window.unlock();
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.state().banner);
  const auto waiting = not_saved(window.state().add, window.forms().add);
  REQUIRE(waiting.size() == 3);
  CHECK(waiting[0].what.kind == Begun::Kind::words);
  CHECK(waiting[0].what.was_pasted);
  CHECK(waiting[1].what.about == 1_item);
  CHECK(waiting[2].what.kind == Begun::Kind::note);
  window.act(OpenBegun{waiting[1].what.number});
  CHECK(window.forms().add.text.text() == "beside");
  window.act(SaveAdded{});
  CHECK(not_saved(window.state().add, window.forms().add).size() == 2);
}

TEST_CASE("what was not saved can be taken back, the last first, as long as the record is open") {
  RouterDriver window;
  window.make_record();
  window.act(PasteWords{"sorry"});
  window.act(DropAdded{});
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.set("mine");
  window.act(DropAdded{});
  CHECK(window.state().add.dropped == 2);
  CHECK(not_saved(window.state().add, window.forms().add).empty());
  window.act(TakeOffer{});
  CHECK(window.forms().add.text.text() == "mine");
  CHECK(window.state().add.kind == Begun::Kind::note);
  window.act(TakeBackDropped{});
  CHECK(window.forms().add.text.text() == "sorry");
  CHECK(window.state().add.was_pasted);
  CHECK(not_saved(window.state().add, window.forms().add).size() == 2);
  window.act(TakeBackDropped{});
  CHECK(window.forms().add.text.text() == "sorry");
}

TEST_CASE("a note of which every word was taken out is not lost: it can be taken back, and is there after hiding") {
  RouterDriver window;
  window.make_record();
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.insert("He came at nine.");
  window.forms().add.text.select_all();
  window.forms().add.text.erase(0, 0);
  window.act(Go{Screen::timeline});
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.act(PasteWords{"sorry"});
  CHECK(window.state().add.dropped == 1);
  window.act(TakeBackDropped{});
  CHECK(window.forms().add.text.text() == "He came at nine.");
  window.forms().add.text.select_all();
  window.forms().add.text.erase(0, 0);
  window.restart();
  window.unlock();
  const auto waiting = not_saved(window.state().add, window.forms().add);
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[0].begins == "He came at nine.");
  CHECK(waiting[0].what.kind == Begun::Kind::note);
}

TEST_CASE("her own words stay hers when they are pasted by themselves") {
  RouterDriver window;
  window.make_record();
  window.act(PasteOwnWords{"He came at nine."});
  CHECK(window.state().add.kind == Begun::Kind::note);
  window.act(SaveAdded{});
  window.act(OpenItem{1_item});
  CHECK(window.state().item.item->kind == vault::ItemKind::note);
}

TEST_CASE("the change of a note that changes nothing is not kept waiting") {
  RouterDriver window;
  window.make_record();
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  window.forms().add.text.set("mine");
  window.act(SaveAdded{});
  window.act(RewriteNote{1_item, "mine"});
  CHECK(not_saved(window.state().add, window.forms().add).empty());
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
  CHECK(window.state().add.waiting.empty());
}

TEST_CASE("a note that is saved beside an item stands there, and questions come when she wants them") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.act(OpenItem{1_item});
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  window.forms().add.text.set("he stood outside");
  window.act(SaveAdded{});
  CHECK(window.state().screen == Screen::item);
  REQUIRE(window.state().item.notes.size() == 1);
  CHECK(window.state().item.notes[0].text == "he stood outside");
  CHECK(window.state().preferences.knows_notes);
  window.act(PasteWords{"sorry"});
  window.act(SaveAdded{SaveAdded::Then::questions});
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
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
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
  window.act(BeginAdding{Begun::Kind::note, std::nullopt});
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
