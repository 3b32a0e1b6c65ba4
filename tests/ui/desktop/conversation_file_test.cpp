// What is said of a conversation before the file that it was read from is removed, and after.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/conversation_window.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("what goes with the file of a conversation is said before the file is removed") {
  Talk talk(kToldChat);
  talk.open();
  prepare(talk, OpenItem{1_item}, AskToRemove{true});
  CHECK(talk.shows("Conversation 000002 was read from it."));
  prepare(talk, OpenItem{2_item}, AskToRemove{true});
  CHECK_FALSE(talk.shows("was read from it."));
}

TEST_CASE("what goes with the file of a conversation is said before several items are removed, too") {
  Talk talk(kToldChat);
  talk.open();
  prepare(talk, PasteWords{"where are you"}, SaveAdded{}, Go{Screen::timeline});
  const auto ask = [&](std::set<vault::ItemNumber> items) {
    prepare(talk, MarkOnly{std::move(items)}, AskToRemoveMarked{true});
    REQUIRE(talk.state().timeline.asks_to_remove);
  };
  ask({1_item, 3_item});
  CHECK(talk.shows("Conversation 000002 was read from one of them."));
  ask({1_item});
  CHECK(talk.shows("Conversation 000002 was read from it."));
  ask({1_item, 2_item});  // both go
  CHECK_FALSE(talk.shows("was read from"));
  ask({2_item, 3_item});
  CHECK_FALSE(talk.shows("was read from"));
  talk.click("Remove them");
  CHECK(talk.state().timeline.keys.size() == 1);
}

TEST_CASE("what cannot be done without the file that was removed stands on the conversation, and why in Share") {
  Talk talk(kToldChat);
  talk.open();
  const std::string_view said = "The file that it was read from was removed.";
  CHECK_FALSE(talk.shows(said));
  prepare(talk, OpenItem{1_item}, AskToRemove{true}, RemoveItem{}, OpenConversation{2_item});
  CHECK(talk.shows(said));
  const ErrorText why =
      explain({ErrorCode::not_found, "the export that the conversation was read from; keep the same file again"});
  CHECK(why.what == "The file that the conversation was read from was removed.");
  CHECK(why.next.find("Keep the same file again.") == 0);
}
