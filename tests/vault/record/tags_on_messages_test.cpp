#include "vault/record/tags_on_messages.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/encoding.h"
#include "tests/support/made_reading.h"
#include "vault/record/search_index.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// A conversation of so many messages, of ten bytes each in an export.
struct Tagged {
  explicit Tagged(std::size_t messages)
      : number(add_conversation(fixture, std::vector<MadeMessage>(messages, {"", "words"})).number) {}

  Conversation open() { return open_conversation(fixture.record(), number).value(); }
  void tag(std::uint64_t first, std::uint64_t last, const std::vector<std::string>& given,
           const std::vector<std::string>& taken = {}) {
    REQUIRE(tag_messages(fixture.record(), open(), {first, last}, given, taken).ok());
  }
  TagsOnMessages tags() { return tags_on_messages(fixture.record(), open()).value(); }
  std::vector<std::string> of(std::uint64_t message) { return tags_of(tags().placed, open().id, message); }
  std::vector<MessageRun> with(const std::vector<std::string>& wanted) { return messages_with(tags(), wanted); }
  std::size_t answers() {
    const Item item = fixture.record().item(number).value();
    return item.answers.size();
  }

  // A newer reading of the same export: the first so many of its messages are a range that is not understood, and the
  // others are numbered from 1.
  void read_again(std::uint64_t left_out, std::uint64_t messages) {
    Conversation before = open();
    ReadingHead head = std::move(before.head);
    head.title = "without " + std::to_string(left_out);
    std::string lines = head_line(head) + "\n";
    for (std::uint64_t n = left_out + 1; n <= messages; ++n) {
      const Json line{{"b", n * 10 - 10}, {"e", n * 10},   {"from", "M"},      {"kind", "text"},
                      {"src", 0},         {"text", "new"}, {"n", n - left_out}};
      lines += to_canonical(line) + "\n";
    }
    MemorySource source(as_bytes(lines));
    const Outline outline = outline_of(source).value();
    Addition addition;
    addition.kind = ItemKind::conversation;
    addition.media = kReadingMedia;
    addition.messages = MessagesRoot{messages - left_out, {}};
    addition.outline = &outline;
    auto content = store_bytes(fixture.record().vault(), as_bytes(lines)).value();
    REQUIRE(fixture.record().add_reading(number, addition, std::move(content)).ok());
  }

  RecordFixture fixture;
  ItemNumber number;
};

using Names = std::vector<std::string>;
using Runs = std::vector<MessageRun>;

}  // namespace

TEST_CASE("messages get tags and lose them, and every change is an answer of its own") {
  Tagged chat(30);
  CHECK(chat.tags().placed.empty());
  chat.tag(5, 9, {"money", "home"});
  chat.tag(9, 12, {"money"});
  CHECK(chat.of(4).empty());
  CHECK(chat.of(5) == Names{"home", "money"});
  CHECK(chat.of(12) == Names{"money"});
  CHECK(chat.answers() == 2);
  chat.tag(6, 11, {"money"}, {"work"});  // they have the one and not the other
  CHECK(chat.answers() == 2);
  chat.tag(7, 7, {}, {"money", "home"});
  CHECK(chat.of(7).empty());
  CHECK(chat.of(6) == Names{"home", "money"});
  CHECK(chat.with({"money"}) == Runs{{5, 6}, {8, 12}});
  CHECK(chat.with({"money", "home"}) == Runs{{5, 6}, {8, 9}});
  CHECK(chat.with({"MONEY"}) == Runs{{5, 6}, {8, 12}});
  CHECK(chat.with({"work"}).empty());
  chat.tag(1, 30, {}, {"money", "home"});
  CHECK(chat.tags().placed.empty());
  CHECK(chat.answers() == 4);
  require_clean(chat.fixture.record());
}

TEST_CASE("messages that are not there and what is no tag are refused, and nothing is written") {
  Tagged chat(30);
  const auto refused = [&](const MessageRun& run, const std::string& tag) {
    return tag_messages(chat.fixture.record(), chat.open(), run, {tag}, {}).error().code;
  };
  for (const MessageRun& run : {MessageRun{0, 1}, MessageRun{30, 31}, MessageRun{9, 5}})
    CHECK(refused(run, "money") == ErrorCode::usage);
  for (const std::string& tag : {std::string(), std::string("a\nb"), std::string("\xff"), std::string(300, 'a')})
    CHECK(refused({1, 1}, tag) == ErrorCode::usage);
  CHECK(chat.answers() == 0);
}

TEST_CASE("a conversation has so many tags on its messages and no more, and the last answer stays") {
  Tagged chat(4000);
  MessageTags many;
  const ReadingId id = chat.open().id;
  std::uint64_t first = 1;
  for (; to_text(many).size() + 60 < kMostMessageTagsBytes; first += 2) add_tag(many, {{id, first, first}, "money"});
  CHECK(many.size() > 1200);
  Record& record = chat.fixture.record();
  REQUIRE(record.answer(chat.number, {{question::kMessageTags, to_text(many)}}).ok());
  chat.tag(first, first, {"money"});
  CHECK(tag_messages(record, chat.open(), {4000, 4000}, {"children"}, {}).error().code == ErrorCode::too_large);
  CHECK(chat.with({"money"}).size() == many.size() + 1);
}

TEST_CASE("tags of an older reading stay on their messages, and what the newest one does not have is told") {
  Tagged chat(30);
  chat.tag(3, 4, {"home"});
  chat.tag(20, 22, {"money"});
  chat.tag(9, 12, {"work"});
  const std::string said = chat.fixture.record().item(chat.number)->current_answers().at(question::kMessageTags);
  const ReadingId older = chat.open().id;
  chat.read_again(10, 30);
  CHECK(chat.with({"money"}) == Runs{{10, 12}});
  CHECK(chat.with({"home"}).empty());
  CHECK(chat.tags().not_placed == MessageTags{{{older, 3, 4}, "home"}, {{older, 9, 12}, "work"}});
  chat.tag(10, 11, {"money"});  // which they have
  CHECK(chat.fixture.record().item(chat.number)->current_answers().at(question::kMessageTags) == said);
  chat.tag(11, 11, {"phone"}, {"money"});
  CHECK(chat.with({"money"}) == Runs{{10, 10}, {12, 12}});
  CHECK(chat.with({"phone"}) == Runs{{11, 11}});
  CHECK(chat.tags().not_placed.size() == 2);  // never dropped
  require_clean(chat.fixture.record());
}

TEST_CASE("a tag of a reading that is not there any more is told, and stays") {
  Tagged chat(30);
  const MessageTag stray{{ReadingId{1, 2, 3}, 1, UINT64_MAX >> 1}, "money"};
  Record& record = chat.fixture.record();
  REQUIRE(record.answer(chat.number, {{question::kMessageTags, to_text({stray})}}).ok());
  CHECK(chat.tags().not_placed == MessageTags{stray});
  chat.tag(1, 2, {"home"}, {"money"});
  CHECK(chat.tags().not_placed == MessageTags{stray});
}

TEST_CASE("an answer that cannot be read is told, and is not written over") {
  Tagged chat(30);
  Record& record = chat.fixture.record();
  REQUIRE(record.answer(chat.number, {{question::kMessageTags, "no tags"}}).ok());
  CHECK_FALSE(chat.tags().is_readable);
  CHECK(tag_messages(record, chat.open(), {1, 2}, {"home"}, {}).error().code == ErrorCode::damaged);
  CHECK(chat.answers() == 1);
  CHECK(record.all_tags()->empty());
}

TEST_CASE("a conversation is found by the tags of its messages, as items are by theirs") {
  Tagged chat(30);
  Record& record = chat.fixture.record();
  REQUIRE(record.answer(chat.fixture.add_words("rent", {}), {{question::kTags, "money"}}).ok());
  const auto with_tag = [&](const char* tag) {
    ListQuery query;
    query.tags = {tag};
    return found(record, query);
  };
  CHECK(with_tag("money").size() == 1);
  chat.tag(5, 9, {"money", "the week we moved"});
  CHECK(with_tag("Money").size() == 2);
  CHECK(with_tag("the week we moved") == std::vector{chat.number});
  CHECK(found(record, "moved") == std::vector{chat.number});
  CHECK(found(record, crypto::to_hex(chat.open().id)).empty());
  CHECK(record.all_tags().value() == Names{"money", "the week we moved"});
  chat.tag(1, 30, {}, {"money"});
  CHECK(with_tag("money").size() == 1);
  CHECK(record.all_tags().value() == Names{"money", "the week we moved"});
}
