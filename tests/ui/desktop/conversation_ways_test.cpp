// The ways through a conversation: to a day, to words, to what is said of it, and to what else is kept of its days.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/conversation_window.h"
#include "tests/support/kept_chat.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("what is said to be in the conversation can be gone to from where it is said, by keyboard too") {
  Talk talk(kToldChat);
  talk.open();
  CHECK_FALSE(talk.has("deleted: 1"));
  talk.click("More");
  CHECK(talk.has("silence before it: 1"));
  CHECK_FALSE(talk.has("its time goes back: 0"));
  talk.tab_to("deleted: 1");
  talk.key(ImGuiKey_Enter);
  talk.settle();
  CHECK(talk.shown().caret == 4);
  CHECK(talk.focused() == "Messages");
  CHECK(talk.has("More"));  // the messages are seen, and not what stood between
  CHECK(talk.shows("This message was deleted"));
  talk.key(ImGuiKey_Home);
  talk.key(ImGuiKey_F3);
  talk.settle();
  CHECK(talk.shown().caret == 4);
  talk.click("silence before it: 1");
  talk.settle();
  CHECK(talk.shown().caret == 4);
  talk.click("Close");
  CHECK_FALSE(talk.has("deleted: 1"));
  CHECK(talk.focused() == "Messages");
}

TEST_CASE("after a jump to a day the next one can be typed at once, and Down leads to the messages") {
  Talk talk(kToldChat);
  talk.open();
  talk.click("Jump to date");
  REQUIRE(talk.focused() == "The day, such as 3 May 2025");
  talk.type("14 May 2025");
  talk.key(ImGuiKey_Enter);
  talk.settle();
  CHECK(talk.shown().caret == 4);
  CHECK(talk.focused() == "The day, such as 3 May 2025");
  talk.key(ImGuiKey_DownArrow);
  CHECK(talk.focused() == "Messages");
}

TEST_CASE("where one message alone has the words, the keys go to it, and of several Enter leads on") {
  Talk talk(kToldChat);
  talk.open();
  talk.key(ImGuiMod_Ctrl | ImGuiKey_F);
  talk.type("where are you");
  talk.key(ImGuiKey_Enter);
  CHECK(talk.shown().caret == 2);
  CHECK(talk.focused() == "Messages");
  talk.key(ImGuiMod_Ctrl | ImGuiKey_F);
  talk.key(ImGuiMod_Ctrl | ImGuiKey_A);
  talk.type("you");
  talk.key(ImGuiKey_Enter);
  REQUIRE(talk.shown().hits.size() > 1);
  CHECK(talk.focused() == "Find in this conversation");
}

TEST_CASE("what else is kept of the day stands beside it, and is opened from there") {
  for (const bool is_wide : {true, false}) {
    CAPTURE(is_wide);
    Talk window(kToldChat, is_wide ? ImVec2(1600, 800) : ImVec2(800, 600));
    prepare(window, PasteWords{"the bathroom door is broken"}, SaveAdded{});
    prepare(window, OpenItem{2_item}, AskQuestion{2}, AnswerQuestion{"3 May 2025"});
    prepare(window, KeepAsConversation{{1_item}});
    prepare(window, OpenConversation{3_item});
    for (int i = 0; i < 6; ++i) window.frame();
    window.settle();
    if (!is_wide) window.click("Also from this day: 1");
    CHECK(window.shows("Also from Saturday 3 May 2025"));
    CHECK(window.shows("the bathroom door is broken"));
    // Another day, of which nothing else is kept.
    window.tab_to("Messages");
    window.key(ImGuiKey_End);
    for (int i = 0; i < 6; ++i) window.frame();
    window.settle();
    CHECK_FALSE(window.shows("the bathroom door is broken"));
    window.key(ImGuiKey_Home);
    for (int i = 0; i < 6; ++i) window.frame();
    window.settle();
    window.click("the bathroom door is broken");
    window.settle();
    CHECK(window.state().screen == Screen::item);
    CHECK(window.state().item.number == 2_item);
  }
}

TEST_CASE("Ctrl+F looks for words in the conversation, and F3 goes on") {
  Talk window(chat_of(500));
  window.open();
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("number 77");
  window.key(ImGuiKey_Enter);
  window.settle();
  CHECK(window.shown().caret == 77);
  CHECK(window.shows("1 of 1 messages"));
  CHECK(window.shows("message number 77\n"));
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("message");
  window.key(ImGuiKey_Enter);
  window.settle();
  const std::uint64_t here = window.shown().caret;
  window.key(ImGuiKey_F3);
  CHECK(window.shown().caret == here + 1);
  window.key(ImGuiMod_Shift | ImGuiKey_F3);
  CHECK(window.shown().caret == here);
}
