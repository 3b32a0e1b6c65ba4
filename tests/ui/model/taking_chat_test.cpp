// A file that looks like the export of a chat is offered as a conversation, and read into one when the keeper says so.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/kept_chat.h"
#include "tests/support/made_zip.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Taking : RouterDriver {
  Taking() { make_record(); }
  void keep(const char* name, const std::string& content) {
    write_file(folder / name, content);
    act(ImportFiles{{folder / name}});
  }
  const std::vector<vault::ItemNumber>& offered() const { return state().taking_chat.offered; }
};

}  // namespace

TEST_CASE("a kept file that looks like a chat is offered as a conversation, and nothing else is") {
  Taking window;
  window.keep("letter.txt", "Dear Mark,\nplease do not write to me any more.\n");
  window.keep("notes.pdf", chat_of(20));
  window.paste_and_save(chat_of(20));
  CHECK(window.offered().empty());
  window.keep("WhatsApp Chat with Mark.TXT", chat_of(30));
  CHECK(window.offered() == std::vector{4_item});
  CHECK(window.state().timeline.keys.size() == 4);  // nothing is read before she says so
  window.act(LeaveAsFiles{});
  CHECK(window.offered().empty());
}

TEST_CASE("a chosen part of a chat stands apart until she says which chat it is of") {
  Taking window;
  window.keep("one.txt", chat_of(60));
  CHECK_FALSE(window.state().taking_chat.has_others);
  window.act(KeepAsConversation{window.offered()});
  const std::string all = chat_of(60);
  const std::size_t begin = all.find("message number 20\n"), end = all.find("message number 40\n");
  window.keep("two.txt", all.substr(0, all.rfind('\n', begin) + 1) + all.substr(all.rfind('\n', end) + 1));
  REQUIRE(window.offered() == std::vector{3_item});
  CHECK(window.state().taking_chat.has_others);
  window.act(KeepAsConversation{window.offered(), true});
  REQUIRE(window.state().conversation.conversation);
  CHECK(window.state().conversation.number == 4_item);
  CHECK(window.state().conversation.conversation->outline.sources.size() <= 1);
  REQUIRE(window.state().taking_chat.beside_others);
  CHECK(window.state().taking_chat.beside_others->alike == 2_item);
}

TEST_CASE("what becomes of the file outside is asked again when she leaves the conversation") {
  Taking window;
  window.keep("one.txt", chat_of(20));
  window.act(KeepAsConversation{window.offered()});
  REQUIRE(window.state().screen == Screen::conversation);
  CHECK_FALSE(window.state().banner);
  window.act(Go{Screen::timeline});
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->offer == Banner::Offer::delete_files);
  window.act(AskToDelete{true});
  window.act(DeleteImported{});
  CHECK_FALSE(std::filesystem::exists(window.folder / "one.txt"));
}

TEST_CASE("the chat in a ZIP is offered and read") {
  Taking window;
  window.keep("WhatsApp Chat with Mark.zip",
              made_zip({{"WhatsApp Chat with Mark.txt", chat_of(40)}, {"IMG-20250503-WA0001.jpg", "no picture"}}));
  REQUIRE(window.offered() == std::vector{1_item});
  window.act(KeepAsConversation{window.offered()});
  REQUIRE(window.state().conversation.conversation);
  CHECK(window.state().conversation.conversation->outline.messages == 40);
}

TEST_CASE("several chats are read one after the other, and told together") {
  Taking window;
  window.keep("one.txt", chat_of(20));
  window.keep("two.txt", "13/05/2025, 10:00 - Ana: are you there\n13/05/2025, 10:01 - S: yes\n");
  window.act(KeepAsConversation{{1_item, 2_item}});
  CHECK(window.state().screen == Screen::timeline);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "2 conversations are kept.");
  CHECK(window.state().timeline.keys.size() == 4);
}

TEST_CASE("two exports of one chat that are read together are one conversation, which is shown") {
  Taking window;
  window.keep("one.txt", chat_of(60));
  window.keep("two.txt", chat_of(75));
  window.act(KeepAsConversation{{1_item, 2_item}});
  REQUIRE(window.state().screen == Screen::conversation);
  CHECK(window.state().conversation.conversation->outline.messages == 75);
  CHECK(window.state().timeline.keys.size() == 3);
  REQUIRE(window.state().taking_chat.beside_others);
  CHECK(window.state().taking_chat.beside_others->joined);
}

TEST_CASE("the same chat once more gives no second conversation") {
  Taking window;
  window.keep("one.txt", chat_of(20));
  window.act(KeepAsConversation{{1_item}});
  const vault::ItemNumber conversation = window.state().conversation.number;
  window.act(Go{Screen::timeline});
  window.act(KeepAsConversation{{1_item}});
  CHECK(window.state().conversation.number == conversation);
  CHECK(window.state().screen == Screen::conversation);
  CHECK(window.state().timeline.keys.size() == 2);
}

TEST_CASE("a file that is no chat stays a file, and that is said") {
  Taking window;
  window.keep("letter.txt", "Dear Mark,\nplease do not write to me any more.\n");
  window.act(KeepAsConversation{{1_item}});
  CHECK(window.state().screen == Screen::timeline);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "This is not a chat that can be read here.");
  CHECK(window.state().timeline.keys.size() == 1);
}

TEST_CASE("who has gone on to something else while a chat was read stays there") {
  Taking window;
  window.keep("one.txt", chat_of(20));
  window.router().apply(KeepAsConversation{{1_item}});
  window.router().apply(BeginAdding{Begun::Kind::note, std::nullopt});
  window.settle();
  CHECK(window.state().screen == Screen::add);
  CHECK(window.state().timeline.keys.size() == 2);
}

TEST_CASE("the offer goes with the page on which it stood") {
  Taking window;
  window.keep("one.txt", chat_of(20));
  REQUIRE(window.offered().size() == 1);
  window.act(Go{Screen::help});
  CHECK(window.offered().empty());
}

TEST_CASE("a chat that is pasted is kept as a conversation, or its words are kept, as she says") {
  for (const bool is_conversation : {true, false}) {
    CAPTURE(is_conversation);
    RouterDriver window;
    window.make_record();
    window.act(PasteWords{"[22:41, 03/05/2025] Mark: where are you\n[22:58, 03/05/2025] S: sorry. home soon\n"});
    REQUIRE(window.state().screen == Screen::add);
    CHECK(window.state().add.looks_like_chat);
    window.act(SaveAdded{is_conversation ? SaveAdded::Then::conversation : SaveAdded::Then::nothing});
    CHECK(window.state().taking_chat.offered.empty());
    if (is_conversation) {
      REQUIRE(window.state().screen == Screen::conversation);
      REQUIRE(window.state().conversation.conversation);
      CHECK(window.state().conversation.conversation->outline.messages == 2);
      CHECK(window.state().timeline.keys.size() == 2);  // what was pasted, and what was read in it
    } else {
      CHECK(window.state().timeline.keys.size() == 1);
      CHECK(window.state().screen == Screen::timeline);
    }
  }
}

TEST_CASE("what is pasted is an excerpt that somebody chose, and joins a conversation only when she says so") {
  Taking window;
  window.keep("WhatsApp Chat with Mark.txt", chat_of(60));
  window.act(KeepAsConversation{window.offered()});
  std::string excerpt = chat_of(40);
  const std::size_t left_out = excerpt.find("03/05/2025, 10:19");
  excerpt.erase(left_out, excerpt.find('\n', left_out) + 1 - left_out);
  window.act(PasteWords{excerpt});
  window.act(SaveAdded{SaveAdded::Then::conversation});
  REQUIRE(window.state().conversation.conversation);
  CHECK(window.state().conversation.number == 4_item);
  CHECK(window.state().conversation.conversation->outline.messages == 39);
  REQUIRE(window.state().taking_chat.beside_others);
  CHECK(window.state().taking_chat.beside_others->alike == 2_item);
  window.act(JoinChats{});
  CHECK(window.state().conversation.number == 2_item);
  CHECK(window.state().conversation.conversation->outline.with(vault::MessageMark::missing_later) == 1);
}

TEST_CASE("words that are no chat, and words that she typed herself, are not taken for one") {
  RouterDriver window;
  window.make_record();
  window.act(PasteWords{"I am so sorry about last night."});
  CHECK_FALSE(window.state().add.looks_like_chat);
  window.act(PasteWords{"[22:41, 03/05/2025] Mark: where are you\n[22:58, 03/05/2025] S: sorry\n"});
  CHECK(window.state().add.looks_like_chat);
  window.act(TypedMyself{});
  CHECK_FALSE(window.state().add.looks_like_chat);
}

TEST_CASE("a later export of a chat is joined to its conversation, and what it adds is told until she goes on") {
  Taking window;
  window.keep("one.txt", chat_of(60));
  window.act(KeepAsConversation{{1_item}});
  window.keep("two.txt", chat_of(75));
  window.act(KeepAsConversation{{3_item}});
  REQUIRE(window.state().screen == Screen::conversation);
  CHECK(window.state().conversation.number == 2_item);
  CHECK(window.state().conversation.conversation->outline.messages == 75);
  REQUIRE(window.state().taking_chat.beside_others);
  const TakingChatState::BesideOthers& others = *window.state().taking_chat.beside_others;
  CHECK(others.joined == vault::SourceOverlap{15, 60, 0, 0});
  CHECK_FALSE(others.alike);
  window.act(Go{Screen::timeline});
  CHECK_FALSE(window.state().taking_chat.beside_others);
}

TEST_CASE("two chats with some of the same messages stay two until she says that they are one") {
  Taking window;
  window.keep("one.txt", chat_of(60));
  window.act(KeepAsConversation{{1_item}});
  std::string few = chat_of(60);
  few = few.substr(few.find("10:56 - "));
  few = "03/05/2025, " + few;  // four messages, which could be of another chat
  window.keep("few.txt", few + "04/05/2025, 09:00 - S: good morning\n");
  window.act(KeepAsConversation{{3_item}});
  CHECK(window.state().conversation.number == 4_item);
  REQUIRE(window.state().taking_chat.beside_others);
  CHECK(window.state().taking_chat.beside_others->alike == 2_item);
  window.act(JoinChats{});
  CHECK(window.state().conversation.number == 2_item);
  CHECK(window.state().conversation.conversation->outline.messages == 61);
  REQUIRE(window.state().taking_chat.beside_others);
  CHECK(window.state().taking_chat.beside_others->joined);
  window.act(CloseBesideOthers{});
  CHECK_FALSE(window.state().taking_chat.beside_others);
}

TEST_CASE("a text of a ZIP that is not read is told of, beside the chat that is") {
  Taking window;
  window.keep(
      "chats.zip",
      made_zip({{"WhatsApp Chat with Mark.txt", chat_of(20)}, {"twice.txt", chat_of(30)}, {"twice.txt", chat_of(40)}}));
  window.act(KeepAsConversation{{1_item}});
  CHECK(window.state().timeline.keys.size() == 2);
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->is_fault);
  CHECK(window.state().banner->text.find("twice.txt") != std::string::npos);
}
