#include "vault/record/outline.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/made_reading.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

Outline outline_of(const std::vector<MadeMessage>& messages) {
  const std::string reading = made_reading(messages);
  MemorySource source(as_bytes(reading));
  return vault::outline_of(source).value();
}

std::optional<LocalTime> at(const char* time) { return parse_local_time(time); }

}  // namespace

TEST_CASE("whole days without a message are counted by the calendar") {
  CHECK(silent_days(at("2025-05-01T23:59"), at("2025-05-02T00:00")) == 0);
  CHECK(silent_days(at("2025-05-01T00:00"), at("2025-05-02T23:59")) == 0);
  CHECK(silent_days(at("2025-05-01T23:59"), at("2025-05-03T00:00")) == 1);
  CHECK(silent_days(at("2025-02-27T10:00"), at("2025-03-02T10:00")) == 2);
  CHECK(silent_days(at("2025-05-03T10:00"), at("2025-05-01T10:00")) == 0);
  CHECK(silent_days(std::nullopt, at("2025-05-03T10:00")) == 0);
  CHECK(silent_days(at("1969-12-30T10:00"), at("1970-01-01T10:00")) == 1);
}

TEST_CASE("an outline tells where every 64th message begins, and what there is in each block") {
  std::vector<MadeMessage> messages(130, {"2025-05-01T10:00", "x"});
  messages[70] = {"2025-05-09T10:00", "after a week"};
  messages[100] = {"", "without a time"};
  const Outline outline = outline_of(messages);
  CHECK(outline.messages == 130);
  REQUIRE(outline.blocks.size() == 3);
  CHECK(outline.blocks[1].first == 65);
  CHECK(outline.blocks[0].marks == 0);
  CHECK((outline.blocks[1].marks & mark_bit(MessageMark::silence)) != 0);
  CHECK((outline.blocks[1].marks & mark_bit(MessageMark::no_time)) != 0);
  CHECK(outline.blocks[2].marks == 0);
  CHECK(outline.with(MessageMark::silence) == 1);
  CHECK(outline.longest_silence_days == 7);
  CHECK(outline.longest_silence_before == 71);
  CHECK(outline.senders == std::map<std::string, std::uint64_t>{{"M", 130}});
  const std::string reading = made_reading(messages);
  MemorySource source(as_bytes(reading));
  ReadingLines lines(source, outline.blocks[2].line_at);
  CHECK(std::get<ReadMessage>(*lines.next().value()).number == 129);
}

TEST_CASE("an outline is stored, found, replaced and taken away") {
  RecordFixture fixture;
  const Conversation conversation = add_conversation(fixture, {{"2025-05-01T10:00", "a"}, {"2025-05-09T10:00", "b"}});
  Database& database = fixture.record().vault().database();
  Outline expected = outline_of({{"2025-05-01T10:00", "a"}, {"2025-05-09T10:00", "b"}});
  expected.blocks.clear();
  CHECK(load_outline(database, conversation.number).value() == expected);
  REQUIRE(database.execute("DELETE FROM conversations").ok());
  CHECK(load_outline(database, conversation.number).error().code == ErrorCode::damaged);
  REQUIRE(renew_outline(fixture.record(), conversation.number).ok());
  CHECK(load_outline(database, conversation.number).value() == expected);
  for (const char* facts : {"", "[]", "{}", "{\"senders\":7}", "{\"senders\":[7]}"}) {
    REQUIRE(database.execute(std::string("UPDATE conversations SET facts = '") + facts + "'").ok());
    CHECK(load_outline(database, conversation.number).error().code == ErrorCode::damaged);
  }
  REQUIRE(forget_outline(database, conversation.number).ok());
  CHECK(load_outline(database, conversation.number).error().code == ErrorCode::damaged);
  CHECK(forget_outline(database, conversation.number).ok());
}

TEST_CASE("of a reading that is none there is no outline") {
  MemorySource none(as_bytes("not a reading\n"));
  CHECK(vault::outline_of(none).error().code == ErrorCode::malformed);
}
