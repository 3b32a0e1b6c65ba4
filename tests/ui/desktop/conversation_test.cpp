// The screen of a conversation: what stands on it, what the keys and the mouse do, and that nothing moves under the
// eyes of who reads.
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <set>
#include <thread>

#include "tests/support/conversation_window.h"
#include "tests/support/kept_chat.h"
#include "tests/support/sized_windows.h"
#include "ui/desktop/imgui_calls.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("a file that looks like a chat is kept as a conversation with one click, and read there") {
  Talk window(kToldChat);
  CHECK(window.shows("This looks like a chat."));
  window.open();
  CHECK(window.focused() == "Messages");
  CHECK(window.shows("5 messages"));
  CHECK(window.shows("where are you"));
  CHECK(window.shows("Saturday 3 May 2025"));
  CHECK(window.shows("22:41   #2"));
  CHECK(window.shows("No messages in this export until Wednesday 14 May 2025"));
  CHECK(window.shows("[deleted]"));
  CHECK(window.shows("IMG-20250514-WA0002.jpg"));
  CHECK(window.shows("Its earliest message is of Saturday 3 May 2025, 10:00."));
  window.click("More");
  CHECK(window.shows("1 message says that it was deleted."));
  CHECK(window.shows("Times are those of the phone that made the export."));
}

TEST_CASE("her own messages stand at the right once she has said which sender she is") {
  Talk window(kToldChat);
  window.open();
  const auto left_of = [&](std::string_view text) {
    for (const Widget& one : window.ui().widgets())
      if (one.role == "text" && one.name == text) return one.min.x;
    FAIL("not there: " << text);
    return 0.0f;
  };
  CHECK(left_of("sorry. home soon. love you") == left_of("where are you"));
  CHECK(window.shows("Which of these is you?"));
  window.click("\u2068S\u2069");
  window.settle();
  CHECK(left_of("sorry. home soon. love you") > left_of("where are you") + 200);
  CHECK(window.shows("(me)"));
  CHECK_FALSE(window.shows("Which of these is you?"));
}

TEST_CASE("the arrow keys choose a message, Shift chooses more, and N writes beside them") {
  Talk window(kToldChat);
  window.open();
  window.key(ImGuiKey_DownArrow);
  window.key(ImGuiKey_DownArrow);
  CHECK(window.shown().caret == 3);
  window.key(ImGuiMod_Shift | ImGuiKey_UpArrow);
  CHECK(window.shown().first_chosen() == 2);
  CHECK(window.shown().last_chosen() == 3);
  CHECK(window.shows("chosen: #2 to #3"));
  window.type("n");
  REQUIRE(window.state().screen == Screen::add);
  CHECK(window.shows("What was happening when this was sent?"));
  CHECK(window.shows("A note beside messages 2 to 3 of item 000002"));
  window.type("I wrote this so that he would stop calling.");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.settle();
  REQUIRE(window.state().screen == Screen::conversation);
  CHECK(window.shows("I wrote this so that he would stop calling."));
  CHECK(window.shows("My note about #2 to #3, item 000003"));
  // The note stands below the last of them, and above the next message.
  CHECK(window.top_of("I wrote this so that he would stop calling.") > window.top_of("sorry. home soon. love you"));
}

TEST_CASE("S asks how much goes into a copy: whole days first, only what is chosen, or all of it") {
  Talk window(kToldChat);
  window.open();
  window.key(ImGuiKey_DownArrow);
  window.type("s");
  REQUIRE(window.shown().offer);
  CHECK(window.shows("How much goes into the copy?"));
  CHECK(window.has("Only what is chosen, #2"));
  CHECK(window.has("The whole conversation (5 messages)"));
  CHECK(window.focused() == "All of Saturday 3 May 2025 (3 messages)");
  window.key(ImGuiMod_Alt | ImGuiKey_LeftArrow);
  CHECK_FALSE(window.shown().offer);
  REQUIRE(window.state().screen == Screen::conversation);
  window.tab_to("Messages");
  window.type("s");
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().screen == Screen::share);
  REQUIRE(window.state().share.parts.contains(2_item));
  CHECK(window.state().share.parts.at(2_item).runs == std::vector<vault::MessageRun>{{1, 3}});
  // The whole of it is another copy than the one that was begun: that is asked.
  prepare(window, OpenConversation{2_item});
  window.click("Share it");
  window.click("The whole conversation (5 messages)");
  REQUIRE(window.state().screen == Screen::share);
  CHECK(window.shows("A copy is begun already"));
  window.click("Start again with item 000002");
  CHECK(window.state().share.parts.empty());
  CHECK(window.state().share.chosen == std::set{2_item});
}

TEST_CASE("every message of a long chat is seen once as one pages through it") {
  Talk window(chat_of(400), {1000, 700});
  window.open();
  std::set<int> seen;
  for (int page = 0; page < 140; ++page) {
    const std::string now = window.words();
    for (int number = 2; number <= 400; ++number)
      if (now.find("message number " + std::to_string(number) + "\n") != std::string::npos) seen.insert(number);
    window.key(ImGuiKey_PageDown);
    window.settle();
  }
  CHECK(seen.size() == 399);
  CHECK(window.shown().caret == 400);
  window.key(ImGuiKey_Home);
  window.settle();
  CHECK(window.shown().caret == 1);
  CHECK(window.shows("message number 2\n"));
  window.key(ImGuiKey_End);
  window.settle();
  for (int i = 0; i < 6; ++i) window.frame();
  window.settle();
  CHECK(window.shown().caret == 400);
  CHECK(window.shows("message number 400\n"));
}

TEST_CASE("what is read stays where it is while messages before and behind it come") {
  Talk window(chat_of(3000), {1000, 700});
  window.open();
  window.forms().conversation.date.set("4 May 2025");
  window.router().apply(JumpToDate{});
  // The frames in which one thing after the other comes.
  std::optional<float> stood;
  const std::string text = "message number 721";
  for (int i = 0; i < 60; ++i) {
    window.frame();
    for (const Widget& one : window.ui().widgets()) {
      if (one.role != "text" || one.name != text) continue;
      if (stood) CHECK(one.min.y == *stood);
      stood = one.min.y;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  REQUIRE(stood);
  // The wheel moves everything by the same.
  window.settle();
  window.wheel(1);
  CHECK(window.top_of(text) > *stood);
  window.wheel(-1);
  CHECK(std::abs(window.top_of(text) - *stood) < 2);
}

TEST_CASE("a click chooses a message, one with Shift all up to it, and a click on a note opens it") {
  Talk window(kToldChat);
  window.open();
  const auto middle_of = [&](std::string_view text) {
    for (const Widget& one : window.ui().widgets())
      if (one.role == "text" && one.name == text)
        return ImVec2((one.min.x + one.max.x) / 2, (one.min.y + one.max.y) / 2);
    FAIL("not there: " << text);
    return ImVec2();
  };
  window.click_at(middle_of("where are you"));
  CHECK(window.shown().caret == 2);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
  window.click_at(middle_of("sorry. home soon. love you"));
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
  window.frame();
  CHECK(window.shown().first_chosen() == 2);
  CHECK(window.shown().last_chosen() == 3);
  prepare(window, BeginAdding{Begun::Kind::note, window.shown().number,
                              vault::MessagesNoted{window.shown().conversation->id, 2, 2}});
  window.type("I was at the door.");
  window.key(ImGuiMod_Ctrl | ImGuiKey_S);
  window.settle();
  window.click_at(middle_of("I was at the door."));
  window.settle();
  CHECK(window.state().screen == Screen::item);
  CHECK(window.shows("Note 000003"));
}

TEST_CASE("a conversation is opened from the list to be read, and its own facts are a way from there") {
  Talk window(kToldChat);
  window.open();
  prepare(window, Go{Screen::timeline});
  for (int i = 0; i < 4; ++i) window.frame();
  window.settle();
  window.tab_to("Items");
  window.key(ImGuiKey_Home);
  window.key(ImGuiKey_Enter);
  window.settle();
  REQUIRE(window.state().screen == Screen::conversation);
  window.click("About it");
  window.settle();
  CHECK(window.state().screen == Screen::item);
  CHECK(window.shows("Conversation 000002"));
  window.click("Read the conversation");
  window.settle();
  CHECK(window.state().screen == Screen::conversation);
}

TEST_CASE("messages from right to left, emoji and names with signs of their own stand as they were written") {
  Talk window(
      "13/05/2025, 22:41 - M##k: \u0623\u064a\u0646 \u0623\u0646\u062a\n13/05/2025, 22:42 - S: \U0001F44D\U0001F3FD\n"
      "13/05/2025, 22:43 - M##k: \u05d0\u05d9\u05e4\u05d4 \u05d0\u05ea\n");
  window.open();
  CHECK(window.shows("\u0623\u064a\u0646 \u0623\u0646\u062a"));
  CHECK(window.shows("\U0001F44D\U0001F3FD"));
  CHECK(window.has("\u2068M#\u2060#k\u2069"));
}

TEST_CASE("at every size of window and text some messages are seen, and the chosen one is among them") {
  each_size([](ImVec2 size, int percent) {
    Talk window(chat_of(200), size);
    window.open();
    choose_size(window, percent);
    for (int i = 0; i < 6; ++i) window.frame();
    window.settle();
    window.tab_to("Messages");
    // What is higher than the list is read in several steps.
    for (int i = 0; i < 80 && window.shown().caret < 26; ++i) window.key(ImGuiKey_DownArrow);
    window.settle();
    CHECK(window.shown().caret == 26);
    const std::string chosen = "message number 26";
    const Widget& list = window.widget("Messages");
    const float top = window.top_of(chosen);
    CHECK(top >= list.min.y - 1);
    CHECK(top < std::min(list.max.y, size.y));
  });
}
