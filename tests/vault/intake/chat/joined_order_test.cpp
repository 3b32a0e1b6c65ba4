#include "vault/intake/chat/joined_order.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace daybook::vault;

namespace {

// The messages of exports as letters, and their joined order: each letter once, and behind it the numbers of the
// exports that have it.
std::string joined(const std::vector<std::string>& exports) {
  JoinedOrder order;
  for (const std::string& letters : exports) {
    std::vector<std::uint32_t> messages;
    for (const char letter : letters) messages.push_back(static_cast<std::uint32_t>(letter - 'a'));
    order.join(messages);
  }
  std::string text;
  std::vector<std::size_t> read(exports.size());
  for (const JoinedOrder::Step& step : order.steps()) {
    const char letter = exports[step.source][read[step.source]++];
    if (!step.is_same) text += letter;
    REQUIRE(text.find(letter) != std::string::npos);
    text += std::to_string(step.source);
  }
  for (std::size_t i = 0; i < exports.size(); ++i) REQUIRE(read[i] == exports[i].size());
  return text;
}

}  // namespace

TEST_CASE("one export keeps its order") { CHECK(joined({"abc"}) == "a0b0c0"); }

TEST_CASE("between two shared messages stands first what the earlier export has, then what the later one has") {
  CHECK(joined({"abcd", "cdef"}) == "a0b0c01d01e1f1");
  CHECK(joined({"cdef", "abcd"}) == "a1b1c01d01e0f0");
  CHECK(joined({"amnb", "axyzb"}) == "a01m0n0x1y1z1b01");
  CHECK(joined({"abc", "abc"}) == "a01b01c01");
  CHECK(joined({"abc", "b"}) == "a0b01c0");
  CHECK(joined({"ab", "xy"}) == "a0b0x1y1");
}

TEST_CASE("a third export is joined to both before it, and repeats stand behind their message") {
  CHECK(joined({"abcd", "cdef", "bdfg"}) == "a0b02c01d012e1f12g2");
  CHECK(joined({"ab", "bc", "abcd"}) == "a02b012c12d2");
  CHECK(joined({"axb", "ayb", "azb"}) == "a012x0y1z2b012");
}
