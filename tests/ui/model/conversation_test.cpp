// A conversation that is read: its messages come as they are seen, words and days are found in it, notes stand beside
// its messages, and the keeper says which sender she is.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/kept_chat.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Chat : RouterDriver {
  explicit Chat(const std::string& text) {
    make_record();
    const vault::Path file = folder / "WhatsApp Chat with Mark.txt";
    write_file(file, text);
    act(ImportFiles{{file}});
    act(KeepAsConversation{{1_item}});
    REQUIRE(state().screen == Screen::conversation);
    REQUIRE(state().conversation.conversation);
  }
  const ConversationState& shown() const { return state().conversation; }
  void find(const std::string& words) {
    forms().conversation.find.set(words);
    act(FindInConversation{true});
  }
  void jump(const std::string& day) {
    forms().conversation.date.set(day);
    act(JumpToDate{});
  }
  void note(std::uint64_t first, std::uint64_t last, const std::string& words) {
    act(BeginAdding{Begun::Kind::note, shown().number, vault::MessagesNoted{shown().conversation->id, first, last}});
    forms().add.text.set(words);
    act(SaveAdded{});
  }
};

std::string sent(const char* stamp, const char* from, const std::string& text) {
  return std::string(stamp) + " - " + from + ": " + text + "\n";
}

}  // namespace

TEST_CASE("of a long conversation only the messages near those that are seen are held") {
  Chat chat(chat_of(6000));
  CHECK(chat.shown().conversation->outline.messages == 6000);
  CHECK(chat.shown().read.empty());
  chat.act(NeedMessages{1, 100});
  REQUIRE(chat.shown().read.size() == 100);
  CHECK(chat.shown().read.at(2).said.text == "message number 2");
  CHECK(chat.shown().read.at(2).before == chat.shown().read.at(1).said.time);
  for (std::uint64_t first = 1; first < 6000; first += 100) chat.act(NeedMessages{first, 100});
  CHECK(chat.shown().read.size() < 1500);
  CHECK(chat.shown().read.contains(5950));
  CHECK_FALSE(chat.shown().read.contains(1));
  chat.act(NeedMessages{5990, 100});
  CHECK(chat.shown().read.rbegin()->first == 6000);
}

TEST_CASE("a message of many pages is cut where it is shown, between two characters, and says so") {
  std::string pages;
  for (int i = 0; i < 20'000; ++i) pages += "\u00e9";
  Chat chat(sent("03/05/2025, 10:00", "Mark", pages) + sent("13/05/2025, 10:01", "S", "no"));
  chat.act(NeedMessages{1, 2});
  const ShownMessage& first = chat.shown().read.at(1);
  CHECK(first.is_cut);
  CHECK(first.said.text.size() <= kMostOfMessage);
  CHECK(pages.starts_with(first.said.text));
  CHECK(first.said.text.size() % 2 == 0);
  CHECK_FALSE(chat.shown().read.at(2).is_cut);
}

TEST_CASE("words are found message by message, forwards and back, and on at the other end") {
  Chat chat(chat_of(300) + sent("04/05/2025, 09:00", "Mark", "sorry about the night") +
            sent("04/05/2025, 09:01", "S", "go away") + sent("05/05/2025, 09:00", "Mark", "i said SORRY"));
  chat.find("sorry");
  CHECK(chat.shown().hits == std::vector<std::uint64_t>{301, 303});
  CHECK(chat.shown().caret == 301);
  chat.act(FindInConversation{true});
  CHECK(chat.shown().caret == 303);
  CHECK_FALSE(chat.shown().has_gone_round);
  chat.act(FindInConversation{true});
  CHECK(chat.shown().caret == 301);
  CHECK(chat.shown().has_gone_round);
  chat.act(FindInConversation{false});
  CHECK(chat.shown().caret == 303);
  chat.find("never written");
  CHECK(chat.shown().hits.empty());
  CHECK(chat.shown().caret == 303);
}

TEST_CASE("a day is gone to, or the next one that has a message, or the last message") {
  Chat chat(sent("03/05/2025, 22:41", "Mark", "where are you") + sent("03/05/2025, 22:58", "S", "home soon") +
            sent("14/05/2025, 08:00", "Mark", "good morning"));
  chat.jump("3 May 2025");
  CHECK(chat.shown().caret == 1);
  CHECK(chat.shown().told.empty());
  chat.jump("7 May 2025");
  CHECK(chat.shown().caret == 3);
  CHECK(chat.shown().told == "No message in this export is from that day. This is the next one.");
  chat.act(ChooseMessages{1, 1});
  chat.jump("1 June 2025");
  CHECK(chat.shown().caret == 3);
  CHECK(chat.shown().told == "No message in this export is as late as that. This is the last one.");
  chat.act(ChooseMessages{1, 1});
  chat.jump("the day of the flood");
  CHECK(chat.shown().caret == 1);
  CHECK(chat.shown().told == "That day is not understood. Write it as 3 May 2025.");
}

TEST_CASE("a day that words leave open is one of those from which the conversation has messages") {
  Chat chat(sent("03/05/2023, 22:41", "Mark", "where are you") + sent("14/05/2023, 08:00", "Mark", "good morning") +
            sent("05/06/2023, 08:00", "Mark", "good night"));
  chat.jump("14 May");  // of this year, if nothing else said what is meant
  CHECK(chat.shown().caret == 2);
  CHECK(chat.shown().told == "Read as Sunday 14 May 2023.");
  chat.jump("03/05/2023");
  CHECK(chat.shown().caret == 1);
  CHECK(chat.shown().told == "Read as Wednesday 3 May 2023.");
  chat.jump("14.5.");
  CHECK(chat.shown().caret == 2);
  CHECK(chat.shown().told == "Read as Sunday 14 May 2023.");
  for (const char* not_a_day : {"3/5/", "3/", "/5", "3/5x", "3:5", "14.5-", "123/5"}) {
    CAPTURE(not_a_day);
    chat.act(ChooseMessages{2, 2});
    chat.jump(not_a_day);
    CHECK((chat.shown().caret == (std::string(not_a_day) == "3/5/" ? 1u : 2u)));
  }
  chat.jump(" 3/5 ");
  CHECK(chat.shown().caret == 1);
  CHECK(chat.shown().told == "Read as Wednesday 3 May 2023.");
  chat.jump("5 June 2023");
  CHECK(chat.shown().caret == 3);
  CHECK(chat.shown().told.empty());
  chat.jump("06/05");  // in figures both days lie between its first and its last message
  CHECK(chat.shown().told == "That can be more than one day. Write it as 3 May 2025.");
  chat.jump("06/05/2023");  // both days lie between its first and its last message
  CHECK(chat.shown().told == "That can be more than one day. Write it as 3 May 2025.");
  CHECK(chat.shown().caret == 3);
}

TEST_CASE("what is counted is gone to, message by message, and from the last to the first") {
  std::string text = chat_of(200);
  for (const int n : {150, 20, 90}) {
    const std::string words = "message number " + std::to_string(n) + "\n";
    text.replace(text.find(words), words.size(), "This message was deleted\n");
  }
  Chat chat(text);
  std::vector<std::uint64_t> seen;
  for (int i = 0; i < 4; ++i) {
    chat.act(GoToMarked{vault::MessageMark::deleted});
    seen.push_back(chat.shown().caret);
  }
  CHECK(seen == std::vector<std::uint64_t>{20, 90, 150, 20});
  CHECK(chat.shown().anchor == 20);
  chat.act(GoToMarked{vault::MessageMark::silence});  // there is none
  CHECK(chat.shown().caret == 20);
}

TEST_CASE("a message says what a later export has in its place") {
  Chat chat(chat_of(200));
  std::string text = chat_of(220);
  const auto cut = [&text](int number) {
    const std::size_t end = text.find('\n', text.find("message number " + std::to_string(number) + "\n"));
    const std::size_t begin = text.rfind('\n', end - 1);
    text.erase(begin, end - begin);
  };
  cut(120);
  const vault::Path later = chat.folder / "later.txt";
  write_file(later, text);
  chat.act(ImportFiles{{later}});
  chat.act(KeepAsConversation{{3_item}});
  REQUIRE(chat.shown().conversation->outline.sources.size() == 2);
  chat.act(GoToMarked{vault::MessageMark::missing_later});
  CHECK(chat.shown().caret == 120);
  chat.act(NeedMessages{100, 40});
  CHECK(chat.shown().read.at(120).of_exports == std::vector<std::string>{"not in export 2"});
  CHECK(chat.shown().read.at(121).of_exports.empty());
}

TEST_CASE("a conversation is opened where it was left, as long as the record is open") {
  Chat chat(chat_of(300));
  chat.act(ChooseMessages{200, 210});
  chat.act(Go{Screen::timeline});
  chat.act(OpenConversation{2_item});
  CHECK(chat.shown().caret == 210);
  CHECK(chat.shown().anchor == 210);
  chat.act(OpenConversation{2_item, "", {}, 7});
  CHECK(chat.shown().caret == 7);
  chat.restart();
  chat.unlock();
  chat.act(OpenConversation{2_item});
  CHECK(chat.shown().caret == 1);
}

TEST_CASE("what is chosen stays within the conversation") {
  Chat chat(chat_of(50));
  chat.act(ChooseMessages{10, 20});
  CHECK(chat.shown().first_chosen() == 10);
  CHECK(chat.shown().last_chosen() == 20);
  chat.act(ChooseMessages{30, 900});
  CHECK(chat.shown().caret == 50);
}

TEST_CASE("a note beside messages is saved with its place, and stands beside them at once") {
  Chat chat(chat_of(50));
  chat.act(ChooseMessages{12, 10});
  chat.note(10, 12, "I was in the bathroom.");
  CHECK(chat.state().screen == Screen::conversation);
  REQUIRE(chat.shown().notes.size() == 1);
  CHECK(chat.shown().notes[0].text == "I was in the bathroom.");
  CHECK(chat.shown().notes[0].place.first == 10);
  CHECK(chat.shown().notes[0].place.last == 12);
  CHECK(chat.shown().caret == 10);  // what was chosen stays chosen
  // Changed, it shows its newest words.
  chat.act(RewriteNote{chat.shown().notes[0].place.note, "I was in the bathroom."});
  chat.forms().add.text.set("I was in the bathroom. He was at the door.");
  chat.act(SaveAdded{});
  REQUIRE(chat.shown().notes.size() == 1);
  CHECK(chat.shown().notes[0].text == "I was in the bathroom. He was at the door.");
}

TEST_CASE("from the page of a note a way leads to the messages beside which it stands") {
  Chat chat(chat_of(400));
  chat.note(310, 312, "I was in the bathroom.");
  const vault::ItemNumber note = chat.shown().notes.at(0).place.note;
  chat.act(OpenItem{note});
  chat.act(OpenConversation{chat.shown().number, "", note});
  CHECK(chat.shown().first_chosen() == 310);
  CHECK(chat.shown().last_chosen() == 312);
}

TEST_CASE("a note beside messages that is not saved yet is there again after a lock, beside the same messages") {
  Chat chat(chat_of(50));
  const vault::ItemNumber conversation = chat.shown().number;
  const vault::MessagesNoted on{chat.shown().conversation->id, 7, 9};
  chat.act(BeginAdding{Begun::Kind::note, conversation, on});
  chat.forms().add.text.set("what he meant by it");
  chat.restart();
  chat.unlock();
  const auto waiting = not_saved(chat.state().add, chat.forms().add);
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].what.on == on);
  chat.act(OpenBegun{waiting[0].what.number});
  chat.act(SaveAdded{});
  chat.act(OpenConversation{conversation});
  REQUIRE(chat.shown().notes.size() == 1);
  CHECK(chat.shown().notes[0].place.first == 7);
  CHECK(chat.shown().notes[0].place.last == 9);
}

TEST_CASE("notes beside other messages are begun each by itself") {
  Chat chat(chat_of(50));
  const auto on = [&](std::uint64_t message) {
    return vault::MessagesNoted{chat.shown().conversation->id, message, message};
  };
  chat.act(BeginAdding{Begun::Kind::note, chat.shown().number, on(3)});
  chat.forms().add.text.set("of the third");
  chat.act(BeginAdding{Begun::Kind::note, chat.shown().number, on(4)});
  CHECK(chat.forms().add.text.empty());
  chat.act(BeginAdding{Begun::Kind::note, chat.shown().number, on(3)});
  CHECK(chat.forms().add.text.text() == "of the third");
}

TEST_CASE("which sender the keeper is is an answer of the item, and can be changed") {
  Chat chat(chat_of(50));
  CHECK(chat.shown().conversation->me.empty());
  chat.act(ChooseMe{"S"});
  CHECK(chat.shown().conversation->me == "S");
  chat.act(ChooseMe{"Mark"});
  CHECK(chat.shown().conversation->me == "Mark");
  chat.act(OpenItem{chat.shown().number});
  CHECK(chat.state().item.item->current_answers().at(vault::question::kMe) == "Mark");
}

TEST_CASE("where day and month could change places, what the keeper says is read anew, and it is asked no more") {
  Chat chat(sent("03/05/2025, 22:41", "Mark", "where are you") + sent("04/05/2025, 22:58", "S", "home soon"));
  REQUIRE(chat.shown().unclear);
  CHECK(chat.forms().conversation.asks_for_order);
  const UnclearDate unclear = *chat.shown().unclear;
  CHECK(unclear.written.starts_with("03/05/2025"));
  CHECK(unclear.read.seconds != unclear.turned.seconds);
  chat.note(2, 2, "a note stays where it is");
  chat.act(ReadChatAgain{chat.shown().number, unclear.turned_in});
  CHECK_FALSE(chat.shown().unclear);
  CHECK(chat.shown().conversation->version.number == 2);
  chat.act(NeedMessages{1, 2});
  CHECK(chat.shown().read.at(1).said.time->seconds == unclear.turned.seconds);
  REQUIRE(chat.shown().notes.size() == 1);
  CHECK(chat.shown().notes[0].place.first == 2);
}

TEST_CASE("a conversation that is removed while it is open is shown no more") {
  Chat chat(chat_of(50));
  const vault::ItemNumber conversation = chat.shown().number;
  chat.act(OpenItem{conversation});
  chat.act(AskToRemove{true});
  chat.act(RemoveItem{});
  CHECK(chat.shown().conversation == nullptr);
  CHECK(chat.shown().read.empty());
}

TEST_CASE("a conversation that was found by a search opens at the first message that has the words") {
  Chat chat(chat_of(300) + sent("04/05/2025, 09:00", "Mark", "sorry about the night"));
  chat.act(OpenConversation{chat.shown().number, "night"});
  CHECK(chat.shown().caret == 301);
  CHECK(chat.forms().conversation.find.text() == "night");
}

TEST_CASE("a day and a year of two figures that could change places are asked about, and read anew") {
  Chat chat(sent("26. 2. 3., 09:00", "Mark", "a") + sent("26. 3. 3., 09:00", "S", "b") +
            sent("26. 4. 3., 09:00", "Mark", "c"));
  REQUIRE(chat.shown().unclear);
  const UnclearDate unclear = *chat.shown().unclear;
  CHECK(unclear.turned_in == vault::DateOrder::year_month_day);
  CHECK(vault::to_text(unclear.turned).starts_with("2026-02-03"));
  chat.act(ReadChatAgain{chat.shown().number, unclear.turned_in});
  CHECK_FALSE(chat.shown().unclear);
  chat.act(NeedMessages{1, 3});
  CHECK(vault::to_text(*chat.shown().read.at(3).said.time).starts_with("2026-04-03"));
}
