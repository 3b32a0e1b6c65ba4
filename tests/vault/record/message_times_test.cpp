#include "vault/record/message_times.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/made_reading.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

using Stretches = std::vector<MessageTimes::Stretch>;

MessageTimes::Stretch stretch(std::string_view from, std::string_view to) {
  return {parse_local_time(from)->seconds, parse_local_time(to)->seconds};
}

}  // namespace

TEST_CASE("days that follow each other are one stretch, whatever the order of the messages") {
  RecordFixture fixture;
  const Conversation conversation = add_conversation(fixture, {{"2025-05-03T22:00", "a"},
                                                               {"2025-05-04T08:00", "b"},
                                                               {"2025-12-31T23:59", "c"},
                                                               {"2025-05-03T07:00", "delivered late"},
                                                               {"2026-01-01T00:01", "d"},
                                                               {"", "no time"}});
  const auto times = [&](const std::vector<MessageRun>& runs) {
    return times_of(fixture.record(), conversation, runs).value();
  };
  CHECK(times({{1, 1}}).stretches == Stretches{stretch("2025-05-03T22:00", "2025-05-03T22:00")});
  CHECK(times({{1, 2}, {4, 4}}).stretches == Stretches{stretch("2025-05-03T07:00", "2025-05-04T08:00")});
  CHECK(times({{1, 6}}).stretches ==
        Stretches{stretch("2025-05-03T07:00", "2025-05-04T08:00"), stretch("2025-12-31T23:59", "2026-01-01T00:01")});
  CHECK(times({{1, 6}}).without_time == 1);
  CHECK_FALSE(times({{1, 6}}).is_from_first_to_last);
  CHECK(times({{6, 6}}).stretches.empty());
  CHECK(times({{6, 6}}).without_time == 1);
  const MessageTimes all = times_of_all(conversation);
  CHECK(all.stretches == Stretches{stretch("2025-05-03T07:00", "2026-01-01T00:01")});
  CHECK(all.is_from_first_to_last);
  CHECK(all.without_time == 1);
}

TEST_CASE("very many days that lie apart are told as the first and the last of them") {
  RecordFixture fixture;
  std::vector<MadeMessage> messages;
  for (int month = 1; month <= 9; ++month) {
    for (const char* day : {"01", "15"})
      messages.push_back({"2025-0" + std::to_string(month) + "-" + day + "T10:00", "x"});
  }
  const Conversation conversation = add_conversation(fixture, messages);
  const auto times = [&](std::uint64_t last) { return times_of(fixture.record(), conversation, {{1, last}}).value(); };
  CHECK(times(kMostStretches).stretches.size() == kMostStretches);
  CHECK_FALSE(times(kMostStretches).is_from_first_to_last);
  CHECK(times(kMostStretches + 1).stretches == Stretches{stretch("2025-01-01T10:00", "2025-07-01T10:00")});
  CHECK(times(kMostStretches + 1).is_from_first_to_last);
}
