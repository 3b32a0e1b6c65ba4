#include "ui/words/conversation_text.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace daybook;
using namespace daybook::ui;

namespace {

// The sentences about a conversation, one a line.
std::string said_of(const vault::Outline& outline) {
  vault::Conversation conversation;
  conversation.outline = outline;
  vault::ReadMessage first;
  first.kind = vault::MessageKind::system;
  std::string text;
  for (const std::string& sentence : completeness_text(conversation, {first})) text += sentence + "\n";
  return text;
}

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("of one export nothing is said about others") {
  vault::Outline outline;
  outline.messages = 200;
  CHECK_FALSE(says(said_of(outline), "export"));
}

TEST_CASE("of several exports it is said what each adds and lacks, and that silences are those between neighbours") {
  vault::Outline outline;
  outline.messages = 181;
  outline.sources = {{170, 0, 0, 0}, {11, 67, 2, 1}};
  CHECK(
      said_of(outline) ==
      "No message has a time that can be used.\n"
      "It rests on 2 exports of the chat. Each keeps its order.\n"
      "Export 2 of 2: 67 messages are the same, byte for byte, as before. 11 messages are new by it. 2 messages of "
      "earlier exports are missing in it, among those that it covers. 1 message may stand in it otherwise: with other "
      "words, from another sender, elsewhere, or once less.\n");
  outline.marks[static_cast<std::size_t>(vault::MessageMark::silence)] = 1;
  CHECK(says(said_of(outline), "Another export may have a message of that day."));
}

TEST_CASE("what neither adds nor lacks anything is said so, without what is not there") {
  CHECK(overlap_text({0, 1, 0, 0}) ==
        std::vector<std::string>{"1 message is the same, byte for byte, as before.", "0 messages are new by it."});
}

TEST_CASE("an export that holds as many messages as WhatsApp exports at most is told of, also beside another one") {
  vault::Outline outline;
  outline.messages = 40'000;
  CHECK(says(said_of(outline), "no more than 40000 messages"));
  outline.messages = 45'000;
  CHECK_FALSE(says(said_of(outline), "no more than"));
  outline.sources = {{35'000, 0, 0, 0}, {10'000, 30'000, 0, 0}};
  CHECK(says(said_of(outline), "no more than 40000 messages"));
  outline.messages = 40'000;
  outline.sources = {{35'000, 0, 0, 0}, {5'000, 30'000, 0, 0}};
  CHECK_FALSE(says(said_of(outline), "no more than"));
}

TEST_CASE("a message that an export brought to those before it says by which") {
  vault::ReadMessage message;
  CHECK(message_marks_text(message).empty());
  message.source = 2;
  CHECK(message_marks_text(message) == std::vector<std::string>{"new by export 3"});
}

TEST_CASE("what an export has in the place of a message is said at both, and nothing of what is not there") {
  using Instead = vault::NotRepeated::Instead;
  const auto text_of = [](Instead instead, std::uint64_t other, std::uint64_t number, bool is_other_here) {
    return not_repeated_text({70, 1, instead, other}, number, is_other_here);
  };
  for (const bool is_here : {true, false}) {
    CHECK(text_of(Instead::nothing, 0, 70, is_here) == "not in export 2");
    CHECK(text_of(Instead::fewer, 0, 70, is_here) == "of several alike, export 2 has fewer");
    CHECK(text_of(Instead::moved, 0, 70, is_here) == "elsewhere in export 2");
    CHECK(text_of(Instead::renamed, 0, 70, is_here) == "not as it stands here in export 2");
    CHECK(text_of(Instead::other, 0, 70, is_here) == "not as it stands here in export 2");
  }
  CHECK(text_of(Instead::moved, 72, 70, true) == "elsewhere in export 2: #72");
  CHECK(text_of(Instead::renamed, 72, 70, true) == "export 2 has these words from another sender: #72");
  CHECK(text_of(Instead::other, 72, 70, true) == "export 2 has #72 of its time and sender");
  CHECK(text_of(Instead::moved, 72, 72, true) == "elsewhere in an earlier export: #70");
  CHECK(text_of(Instead::renamed, 72, 72, true) == "an earlier export has these words from another sender: #70");
  CHECK(text_of(Instead::other, 72, 72, true) == "of the time and sender of #70, which an earlier export has");
  for (const Instead instead : {Instead::moved, Instead::renamed, Instead::other}) {
    CHECK(text_of(instead, 72, 72, false).empty());
    CHECK(text_of(instead, 72, 70, false).find("72") == std::string::npos);
  }
}

TEST_CASE("each mark that can be gone to has words of its own, with how many there are") {
  std::set<std::string> all;
  for (std::size_t mark = 0; mark < vault::kMessageMarks; ++mark)
    all.insert(marked_text(static_cast<vault::MessageMark>(mark), 3));
  CHECK(all.size() == vault::kMessageMarks);
  CHECK(all.contains("not in a later export: 3"));
}

TEST_CASE("of messages that were deleted or changed no more is said than they say themselves") {
  vault::Outline outline;
  outline.messages = 20;
  outline.marks[static_cast<std::size_t>(vault::MessageMark::deleted)] = 2;
  outline.marks[static_cast<std::size_t>(vault::MessageMark::edited)] = 1;
  CHECK(says(said_of(outline), "2 messages say that they were deleted. What they said is not in them."));
  CHECK(says(said_of(outline), "1 message says that it was changed after it was sent. It has its last words alone."));
  CHECK_FALSE(says(said_of(outline), "Nobody"));
  // What somebody deleted later, an earlier export may still have.
  CHECK_FALSE(says(said_of(outline), "another export"));
  outline.sources = {{170, 0, 0, 0}, {11, 67, 0, 2}};
  CHECK(says(said_of(outline), "Where another export has the words, they stand in a message of their own."));
}

TEST_CASE("who said which number is the day is told with how complete a conversation is") {
  vault::Conversation conversation;
  vault::ReadMessage first;
  const auto said = [&] {
    std::string text;
    for (const std::string& sentence : completeness_text(conversation, {first})) text += sentence + "\n";
    return text;
  };
  conversation.head.order = vault::DateOrder::month_day_year;
  conversation.head.order_by = vault::OrderBy::found;
  CHECK_FALSE(says(said(), "You said so."));
  conversation.head.order_by = vault::OrderBy::asked;
  CHECK(says(said(), "In its dates the month comes first. You said so."));
  conversation.head.order = vault::DateOrder::day_month_year;
  CHECK(says(said(), "In its dates the day comes first. You said so."));
}
