#include "vault/intake/chat/alignment.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "tests/support/seed.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

using Messages = std::vector<std::uint32_t>;

Messages messages(std::string_view letters) {
  Messages messages;
  for (const char letter : letters) messages.push_back(static_cast<std::uint32_t>(letter - 'a'));
  return messages;
}

// What is shared, as letters.
std::string shared(std::string_view first, std::string_view second) {
  std::string letters;
  SamePlaces next;
  for (const SamePlaces& pair : align(messages(first), messages(second))) {
    REQUIRE(pair.first >= next.first);
    REQUIRE(pair.second >= next.second);
    REQUIRE(first[pair.first] == second[pair.second]);
    letters += first[pair.first];
    next = {pair.first + 1, pair.second + 1};
  }
  return letters;
}

// The length of the longest run that two lists share, by the table of it.
std::size_t longest_shared(const Messages& first, const Messages& second) {
  std::vector<std::size_t> row(second.size() + 1);
  for (const std::uint32_t message : first) {
    std::size_t corner = 0;
    for (std::size_t i = 0; i < second.size(); ++i) {
      const std::size_t above = row[i + 1];
      row[i + 1] = message == second[i] ? corner + 1 : std::max(above, row[i]);
      corner = above;
    }
  }
  return row.back();
}

}  // namespace

TEST_CASE("messages that stand once in each export are shared where they are in order") {
  CHECK(shared("", "abc") == "");
  CHECK(shared("abc", "") == "");
  CHECK(shared("abcdef", "cdefgh") == "cdef");
  CHECK(shared("cdefgh", "abcdef") == "cdef");
  CHECK(shared("abxcd", "abycd") == "abcd");
  CHECK(shared("abcdef", "bacdef").size() == 5);
  CHECK(shared("abc", "def") == "");
}

TEST_CASE("messages that stand more than once are shared between those that stand once") {
  CHECK(shared("aaaa", "aa") == "aa");
  CHECK(shared("kxkyk", "xkyk") == "xkyk");
  CHECK(shared("xkkkky", "xkky") == "xkky");
  CHECK(shared("xkmkmky", "xmkmky") == "xmkmky");
  CHECK(shared("xkkzy", "xkzkzy").size() >= 4);
}

TEST_CASE("an export in the reverse order shares one message, and one of the same message shares all") {
  Messages forward(20'000), backward, alike(20'000, 7), fewer(9'000, 7);
  for (std::uint32_t i = 0; i < forward.size(); ++i) forward[i] = i;
  backward.assign(forward.rbegin(), forward.rend());
  CHECK(align(forward, backward).size() == 1);
  CHECK(align(alike, fewer).size() == 9'000);
  CHECK(align(alike, fewer) == align(alike, fewer));
}

TEST_CASE("what two random exports share is in order in both, and nearly the most that is possible") {
  std::mt19937_64 random(test::seed());
  std::size_t found = 0, possible = 0;
  for (int round = 0; round < 200; ++round) {
    const std::uint64_t kinds = 1 + random() % 60;
    Messages all(random() % 150), first, second;
    for (std::uint32_t& message : all) message = static_cast<std::uint32_t>(random() % kinds);
    for (const std::uint32_t message : all) {
      if (random() % 5 != 0) first.push_back(message);
      if (random() % 5 != 0) second.push_back(message);
    }
    const std::vector<SamePlaces> pairs = align(first, second);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      REQUIRE(first[pairs[i].first] == second[pairs[i].second]);
      REQUIRE((i == 0 || (pairs[i].first > pairs[i - 1].first && pairs[i].second > pairs[i - 1].second)));
    }
    found += pairs.size();
    possible += longest_shared(first, second);
  }
  CHECK(found <= possible);
  CHECK(10 * found >= 7 * possible);
}

TEST_CASE("all that two parts of one export share is found where no message stands twice") {
  std::mt19937_64 random(test::seed());
  for (int round = 0; round < 50; ++round) {
    Messages first, second;
    std::size_t in_both = 0;
    for (std::uint32_t message = 0; message < 300; ++message) {
      const bool in_first = random() % 4 != 0, in_second = random() % 4 != 0;
      if (in_first) first.push_back(message);
      if (in_second) second.push_back(message);
      in_both += in_first && in_second ? 1 : 0;
    }
    CHECK(align(first, second).size() == in_both);
  }
}
