// The tags on the messages of a conversation, as they are given and taken in the window.
#include "ui/model/message_tagging.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/shared_chat.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Tagged : SharedChat {
  Tagged() : SharedChat(60) {}
  const ConversationState& shown() const { return state().conversation; }
  void tag(std::uint64_t first, std::uint64_t last, const std::string& name) {
    act(ChooseMessages{first, last});
    act(TagMessages{name});
  }
  std::vector<std::string> of(std::uint64_t message) const {
    return tags_of(shown().tags.placed, shown().conversation->id, message);
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the chosen messages get a tag, and lose it where all of them have it") {
  Tagged chat;
  chat.tag(12, 10, "money");  // chosen upwards
  CHECK(chat.of(9).empty());
  CHECK(chat.of(10) == Names{"money"});
  CHECK(chat.of(12) == Names{"money"});
  CHECK(chat.shown().first_chosen() == 10);  // what is chosen stays chosen
  CHECK(chat.shown().last_chosen() == 12);
  chat.tag(11, 14, "money");  // some have it: now all do
  CHECK(all_have(chat.shown().tags, {10, 14}, "money"));
  chat.tag(11, 11, "home");
  chat.tag(11, 13, "money");
  CHECK(chat.of(11) == Names{"home"});
  CHECK(messages_with(chat.shown().tags, {"money"}) == std::vector<vault::MessageRun>{{10, 10}, {14, 14}});
}

TEST_CASE("tags of messages are offered with those of items, and narrow the list to the conversation") {
  Tagged chat;
  CHECK(chat.state().people.tags.empty());
  chat.tag(10, 12, "the week we moved");
  CHECK(chat.state().people.tags == Names{"the week we moved"});
  chat.tag(10, 12, "the week we moved");
  CHECK(chat.state().people.tags.empty());
}

TEST_CASE("a tag that cannot be given is told, and stays in the field") {
  Tagged chat;
  const std::string too_long(300, 'a');
  chat.forms().conversation.new_tag.set(too_long);
  chat.tag(10, 12, too_long);
  CHECK(chat.of(10).empty());
  REQUIRE(chat.state().banner);
  CHECK(chat.state().banner->is_fault);
  CHECK(chat.forms().conversation.new_tag.text() == too_long);
  chat.forms().conversation.new_tag.set("money");
  chat.act(TagMessages{"home"});
  CHECK(chat.forms().conversation.new_tag.text() == "money");  // it is typed still
  chat.act(TagMessages{"money"});
  CHECK(chat.forms().conversation.new_tag.empty());
  CHECK(chat.of(11) == Names{"home", "money"});
  chat.act(TagMessages{""});
  CHECK(chat.of(11) == Names{"home", "money"});
}

TEST_CASE("tags stay on their messages when the chat is read anew") {
  Tagged chat;
  chat.tag(10, 12, "money");
  const auto before = chat.shown().conversation->id;
  chat.act(ReadChatAgain{chat.shown().number, vault::DateOrder::month_day_year});
  REQUIRE(chat.shown().conversation->id != before);
  CHECK(chat.of(11) == Names{"money"});
  CHECK(chat.shown().tags.not_placed.empty());
}

TEST_CASE("a record that cannot be written to gets no tags") {
  Tagged chat;
  chat.state_for_tests().is_read_only = true;
  chat.tag(10, 12, "money");
  CHECK(chat.of(11).empty());
}
