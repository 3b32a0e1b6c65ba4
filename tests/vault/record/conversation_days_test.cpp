#include "vault/record/conversation_days.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/made_reading.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("runs that touch or overlap become one, in whatever order they were typed") {
  using Runs = std::vector<MessageRun>;
  CHECK(joined({}) == Runs{});
  CHECK(joined({{5, 9}, {1, 2}}) == Runs{{1, 2}, {5, 9}});
  CHECK(joined({{3, 4}, {1, 2}}) == Runs{{1, 4}});
  CHECK(joined({{1, 9}, {3, 4}, {9, 12}}) == Runs{{1, 12}});
}

TEST_CASE("a run is widened to the days of its first and its last message, and no further") {
  RecordFixture fixture;
  std::vector<MadeMessage> messages;
  for (int day = 1; day <= 9; ++day) {
    for (int i = 0; i < 50; ++i)
      messages.push_back({"2025-05-0" + std::to_string(day) + "T10:" + (i < 10 ? "0" : "") + std::to_string(i), "x"});
  }
  const Conversation conversation = add_conversation(fixture, messages);
  const auto widened = [&](std::uint64_t first, std::uint64_t last) {
    return with_whole_days(fixture.record(), conversation, {{first, last}}).value().at(0);
  };
  CHECK(widened(1, 1) == MessageRun{1, 50});
  CHECK(widened(50, 50) == MessageRun{1, 50});
  CHECK(widened(51, 51) == MessageRun{51, 100});
  CHECK(widened(75, 130) == MessageRun{51, 150});
  CHECK(widened(450, 450) == MessageRun{401, 450});
  CHECK(widened(1, 450) == MessageRun{1, 450});
}

TEST_CASE("a message without a time is of the day of the one before it") {
  RecordFixture fixture;
  const Conversation conversation =
      add_conversation(fixture, {{"2025-05-01T10:00", "a"}, {"", "b"}, {"2025-05-02T10:00", "c"}, {"", "d"}});
  CHECK(with_whole_days(fixture.record(), conversation, {{3, 3}}).value() == std::vector<MessageRun>{{3, 4}});
  CHECK(with_whole_days(fixture.record(), conversation, {{1, 1}}).value() == std::vector<MessageRun>{{1, 2}});
}

TEST_CASE("a day is whole also where one of its messages stands behind those of a later day") {
  RecordFixture fixture;
  std::vector<MadeMessage> messages{{"2025-05-24T10:00", "a"}, {"2025-05-24T11:00", "b"}, {"2025-05-25T08:00", "c"}};
  for (int i = 0; i < 200; ++i) messages.push_back({"2025-05-26T08:00", "later"});
  messages.push_back({"2025-05-24T07:00", "delivered late"});
  const Conversation conversation = add_conversation(fixture, messages);
  using Runs = std::vector<MessageRun>;
  CHECK(with_whole_days(fixture.record(), conversation, {{2, 2}}).value() == Runs{{1, 2}, {204, 204}});
  CHECK(with_whole_days(fixture.record(), conversation, {{204, 204}}).value() == Runs{{1, 2}, {204, 204}});
  CHECK(with_whole_days(fixture.record(), conversation, {{2, 3}}).value() == Runs{{1, 3}, {204, 204}});
  CHECK(messages_of_days(fixture.record(), conversation, {}).value().empty());
}
