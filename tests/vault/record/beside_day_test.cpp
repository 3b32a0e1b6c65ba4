#include "vault/record/beside_day.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/made_reading.h"
#include "vault/record/notes_on_messages.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

using Dated = BesideDay::Item::Dated;

const std::int32_t kThirdOfMay = days_said("3 May 2025")->first;

std::vector<ItemNumber> numbers(const BesideDay& beside) {
  std::vector<ItemNumber> all;
  for (const BesideDay::Item& item : beside.items) all.push_back(item.row.number);
  return all;
}

}  // namespace

TEST_CASE("what she says is of the day stands beside it, the day itself before a month that holds it") {
  RecordFixture fixture;
  const Conversation chat = add_conversation(fixture, {{"2025-05-03T22:41", "where are you"}});
  const ItemNumber month = fixture.add_words("screenshot", {{"when", "May 2025"}});
  const ItemNumber day = fixture.add_words("the bathroom door", {{"when", "3 May 2025"}});
  fixture.add_words("another time", {{"when", "4 May 2025"}});
  fixture.add_words("nobody knows when");
  const BesideDay beside = beside_day(fixture.record(), chat.number, kThirdOfMay).value();
  CHECK(numbers(beside) == std::vector{day, month});
  CHECK(beside.items[0].dated == Dated::said_by_keeper);
  CHECK(beside.items[0].row.when == "3 May 2025");
  CHECK(beside.conversations.empty());
  CHECK(beside.more == 0);
}

TEST_CASE("a note without a day stands beside that on which it was written, words that were kept that day do not") {
  RecordFixture fixture;
  const Conversation chat = add_conversation(fixture, {{"2025-11-24T22:41", "where are you"}});
  const ItemNumber note = fixture.add_note("He came back.");
  const std::int32_t written = local_day(fixture.clock.instant.utc_seconds);
  fixture.add_words("words of somebody");
  const BesideDay beside = beside_day(fixture.record(), chat.number, written).value();
  REQUIRE(numbers(beside) == std::vector{note});
  CHECK(beside.items[0].dated == Dated::written);
  CHECK(numbers(beside_day(fixture.record(), chat.number, written + 1).value()).empty());
}

TEST_CASE("notes beside the messages of the conversation are shown there, and not once more beside the day") {
  RecordFixture fixture;
  const Conversation chat = add_conversation(fixture, {{"2025-05-03T22:41", "where are you"}});
  REQUIRE(add_note_on(fixture.record(), chat, 1, 1, "I was in the bathroom.", {{"when", "3 May 2025"}}).ok());
  CHECK(numbers(beside_day(fixture.record(), chat.number, kThirdOfMay).value()).empty());
}

TEST_CASE("other conversations stand there with their messages of the day, and only with those") {
  RecordFixture fixture;
  const Conversation chat = add_conversation(fixture, {{"2025-05-03T22:41", "where are you"}});
  const Conversation other = add_conversation(fixture, {{"2025-05-02T10:00", "before"},
                                                        {"2025-05-03T23:00", "are you safe"},
                                                        {"2025-05-03T23:01", "call me"},
                                                        {"2025-05-09T10:00", "after"}});
  add_conversation(fixture, {{"2025-05-01T10:00", "a"}, {"2025-05-05T10:00", "none of the day between"}});
  const BesideDay beside = beside_day(fixture.record(), chat.number, kThirdOfMay).value();
  CHECK(beside.items.empty());
  REQUIRE(beside.conversations.size() == 1);
  CHECK(beside.conversations[0].conversation == other.number);
  CHECK(beside.conversations[0].first == 2);
  CHECK(beside.conversations[0].count == 2);
}

TEST_CASE("of very many only the first are listed, and the others counted") {
  RecordFixture fixture;
  const Conversation chat = add_conversation(fixture, {{"2025-05-03T22:41", "where are you"}});
  for (int i = 0; i < 53; ++i) fixture.add_words("words " + std::to_string(i), {{"when", "3 May 2025"}});
  const BesideDay beside = beside_day(fixture.record(), chat.number, kThirdOfMay).value();
  CHECK(beside.items.size() == kMostBesideDay);
  CHECK(beside.more == 3);
}
