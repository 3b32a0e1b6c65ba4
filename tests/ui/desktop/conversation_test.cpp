// The screen of a conversation: what stands on it, what the keys and the mouse do, and that nothing moves under the
// eyes of who reads.
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <fstream>
#include <set>
#include <thread>

#include "tests/support/kept_chat.h"
#include "tests/support/sized_windows.h"
#include "ui/desktop/imgui_calls.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Talk : WindowDriver {
  explicit Talk(const std::string& text, ImVec2 size = {1366, 768}) : WindowDriver(size) {
    make_record();
    std::ofstream(folder / "WhatsApp Chat with Mark.txt", std::ios::binary) << text;
    handed_out.push_back(folder / "WhatsApp Chat with Mark.txt");
    drop({folder / "WhatsApp Chat with Mark.txt"});
    settle();
  }
  void open() {
    click("Keep it as a conversation");
    settle();
    REQUIRE(state().screen == Screen::conversation);
    for (int i = 0; i < 6; ++i) frame();
  }
  bool shows(std::string_view text) const { return words().find(text) != std::string::npos; }
  const ConversationState& shown() const { return state().conversation; }
  // The upper edge of a text that stands on the screen.
  float top_of(std::string_view text) {
    for (const Widget& one : ui().widgets()) {
      if (one.role == "text" && one.name == text) return one.min.y;
    }
    FAIL("not there: " << text);
    return 0;
  }
  void wheel(float steps) {
    const Widget& list = widget("Messages");
    ImGui::GetIO().AddMousePosEvent((list.min.x + list.max.x) / 2, (list.min.y + list.max.y) / 2);
    frame();
    ImGui::GetIO().AddMouseWheelEvent(0, steps);
    frame();
    settle();
  }
};

const char* const kTold =
    "03/05/2025, 10:00 - Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or "
    "share them. Learn more.\n"
    "03/05/2025, 22:41 - Mark: where are you\n"
    "03/05/2025, 22:58 - S: sorry. home soon. love you\n"
    "14/05/2025, 08:00 - Mark: This message was deleted\n"
    "14/05/2025, 08:01 - Mark: IMG-20250514-WA0002.jpg (file attached)\n";

}  // namespace

TEST_CASE("a file that looks like a chat is kept as a conversation with one click, and read there") {
  Talk window(kTold);
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
  Talk window(kTold);
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
  Talk window(kTold);
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
  Talk window(kTold);
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

TEST_CASE("what is said to be in the conversation can be gone to from where it is said, by keyboard too") {
  Talk talk(kTold);
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

TEST_CASE("what goes with the file of a conversation is said before the file is removed") {
  Talk talk(kTold);
  talk.open();
  prepare(talk, OpenItem{1_item}, AskToRemove{true});
  CHECK(talk.shows("Conversation 000002 was read from it."));
  prepare(talk, OpenItem{2_item}, AskToRemove{true});
  CHECK_FALSE(talk.shows("was read from it."));
}

TEST_CASE("what goes with the file of a conversation is said before several items are removed, too") {
  Talk talk(kTold);
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
  Talk talk(kTold);
  talk.open();
  const std::string_view said = "The file that it was read from was removed.";
  CHECK_FALSE(talk.shows(said));
  prepare(talk, OpenItem{1_item}, AskToRemove{true}, RemoveItem{}, OpenConversation{2_item});
  CHECK(talk.shows(said));
  const ErrorText why = explain({ErrorCode::not_found,
                                 "the export that the conversation was read from; keep the same file again"});
  CHECK(why.what == "The file that the conversation was read from was removed.");
  CHECK(why.next.find("Keep the same file again.") == 0);
}

TEST_CASE("after a jump to a day the next one can be typed at once, and Down leads to the messages") {
  Talk talk(kTold);
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
  Talk talk(kTold);
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
    Talk window(kTold, is_wide ? ImVec2(1600, 800) : ImVec2(800, 600));
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

TEST_CASE("a click chooses a message, one with Shift all up to it, and a click on a note opens it") {
  Talk window(kTold);
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
  Talk window(kTold);
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
