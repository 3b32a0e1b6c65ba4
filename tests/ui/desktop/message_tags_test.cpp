// The tags of messages on the screen of their conversation: given with keys and clicks, and read in the head of a turn.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/kept_chat.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Tagging : WindowDriver {
  Tagging() : WindowDriver({1366, 768}) {
    make_record();
    std::ofstream(folder / "one.txt", std::ios::binary) << chat_of(40);
    handed_out.push_back(folder / "one.txt");
    drop({folder / "one.txt"});
    settle();
    click("Keep it as a conversation");
    settle();
    REQUIRE(state().screen == Screen::conversation);
  }
  const ConversationState& shown() const { return state().conversation; }
  bool shows(std::string_view text) const { return words().find(text) != std::string::npos; }
  // What stands above the words of a message.
  std::string head_of(std::uint64_t message) const {
    const std::string all = words(), number = "   #" + std::to_string(message) + "   ";
    const std::size_t at = all.find(number), begin = all.rfind('\n', at) + 1;
    return at == std::string::npos ? "" : all.substr(begin, all.find('\n', at) - begin);
  }
  std::vector<std::string> of(std::uint64_t message) const {
    return tags_of(shown().tags.placed, shown().conversation->id, message);
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("T asks for tags of the chosen messages, and they stand in the heads of these") {
  Tagging window;
  window.key(ImGuiKey_DownArrow);
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  window.type("t");
  CHECK(window.focused() == "Another tag");
  CHECK(window.shows("Tags of #2 to #3"));
  CHECK(window.shows("Tags stay in this record. No copy has them."));
  window.type("the week we moved");
  window.key(ImGuiKey_Enter);
  window.settle();
  CHECK(window.of(2) == Names{"the week we moved"});
  CHECK(window.of(3) == Names{"the week we moved"});
  CHECK(window.of(4).empty());
  CHECK(window.head_of(3).ends_with("tags: \u2068the week we moved\u2069"));
  window.click("money");
  CHECK(window.of(3) == Names{"money", "the week we moved"});
  window.click("the week we moved");  // all of them have it: it goes
  CHECK(window.of(3) == Names{"money"});
  window.click("Done with tags");
  CHECK(window.focused() == "Messages");
  CHECK_FALSE(window.has("Another tag"));
  CHECK(window.head_of(3).ends_with("tags: \u2068money\u2069"));
  CHECK_FALSE(window.head_of(4).empty());
  CHECK(window.head_of(4).find("tags:") == std::string::npos);
}

TEST_CASE("the tags that are shown are those of the messages that are chosen then") {
  Tagging window;
  window.router().apply(ChooseMessages{5, 6});
  window.router().apply(TagMessages{"work"});
  window.settle();
  window.click("Tags");
  CHECK(window.widget("work").value == "on");
  window.router().apply(ChooseMessages{6, 7});
  window.settle();
  CHECK(window.shows("Tags of #6 to #7"));
  CHECK(window.widget("work").value == "off");  // only one of them has it
  window.click("work");
  CHECK(window.of(7) == Names{"work"});
  CHECK(window.widget("work").value == "on");
}

TEST_CASE("the conversation is found by a tag of its messages") {
  Tagging window;
  window.router().apply(TagMessages{"the week we moved"});
  window.router().apply(Go{Screen::timeline});
  window.settle();
  window.click("More filters");
  window.click("the week we moved");
  window.settle();
  REQUIRE(window.state().timeline.keys.size() == 1);
  CHECK(window.state().timeline.keys[0].number == 2_item);
}

TEST_CASE("tags whose messages the newest reading does not have are told where it is said how complete it is") {
  Tagging window;
  auto& tags = window.state_for_tests().conversation.tags;
  tags.not_placed.push_back({{{}, 5, 6}, "money"});
  tags.is_readable = false;
  window.click("More");
  CHECK(window.shows("Tags on messages that this reading does not have as they were: 1."));
  CHECK(window.shows("The tags on messages cannot be read. They stay as they are."));
}

TEST_CASE("in a record that cannot be written to, T and the button do nothing") {
  Tagging window;
  window.state_for_tests().is_read_only = true;
  window.settle();
  window.type("t");
  CHECK_FALSE(window.has("Another tag"));
  CHECK_FALSE(window.has("Tags"));
}
