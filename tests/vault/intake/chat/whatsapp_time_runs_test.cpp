#include "vault/intake/chat/whatsapp_time_runs.h"

#include <functional>

#include "tests/support/chat_reading.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

std::string two(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

// How many of so many messages of one time are marked.
std::size_t marked(int messages, bool has_seconds, const std::function<std::string(int)>& sender) {
  std::string chat;
  const auto add = [&](int hour, const std::string& rest) {
    chat += has_seconds ? "[13/01/2024, " + two(hour) + ":00:00] " + rest + "\r\n"
                        : "13/01/2024, " + two(hour) + ":00 - " + rest + "\n";
  };
  add(9, "A: before");
  for (int i = 0; i < messages; ++i) add(10, sender(i));
  add(11, "B: behind");
  const ChatReading read = read_chat(chat);
  REQUIRE(read.messages.size() == static_cast<std::size_t>(messages) + 2);
  CHECK_FALSE(read.messages.front().flags.is_in_same_time_run);
  CHECK_FALSE(read.messages.back().flags.is_in_same_time_run);
  std::size_t count = 0;
  for (const auto& message : read.messages) count += message.flags.is_in_same_time_run ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("many messages of two people that bear one time are marked, from the first to the last") {
  const auto both = [](int i) { return std::string(i % 2 == 0 ? "A: x" : "B: y"); };
  CHECK(marked(9, true, both) == 0);
  CHECK(marked(10, true, both) == 10);
  CHECK(marked(59, false, both) == 0);
  CHECK(marked(60, false, both) == 60);
  CHECK(marked(500, false, both) == 500);
}

TEST_CASE("what one person sends at once is not marked, and what the program says in between is by nobody") {
  CHECK(marked(200, true, [](int) { return std::string("A: \u200eimage omitted"); }) == 0);
  CHECK(marked(200, false, [](int i) { return std::string(i % 2 == 0 ? "A: x" : "A added B"); }) == 0);
  CHECK(marked(60, false, [](int i) { return std::string(i == 0 ? "A added B" : i == 30 ? "B: y" : "A: x"); }) == 60);
}

TEST_CASE("runs that follow each other are told apart") {
  WhatsappTimeRuns runs;
  for (std::uint64_t i = 0; i < 40; ++i)
    runs.count(i, {static_cast<std::int64_t>(i / 10 * 10), true}, i % 2 == 0 && i / 10 != 1 ? "A" : "B");
  runs.settle();
  for (std::uint64_t i = 0; i < 40; ++i) CHECK(runs.has(i) == (i / 10 != 1));
  CHECK_FALSE(runs.has(40));
}
