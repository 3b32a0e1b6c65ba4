#include "vault/log/message_part.h"

#include <catch2/catch_test_macros.hpp>

#include <bit>

#include "crypto/growing_tree.h"

using namespace daybook;
using namespace daybook::vault;

namespace {

crypto::TreeHash leaf(std::uint64_t number) { return crypto::leaf_hash(as_bytes("message " + std::to_string(number))); }

crypto::TreeHash root_of(std::uint64_t first, std::uint64_t count) {
  crypto::GrowingTree tree;
  for (std::uint64_t i = 0; i < count; ++i) tree.add(leaf(first + i));
  return tree.root();
}

}  // namespace

TEST_CASE("every run of every conversation of up to 40 messages leads to the root, with few hashes of the rest") {
  for (std::uint64_t count = 1; count <= 40; ++count) {
    for (std::uint64_t first = 1; first <= count; ++first) {
      for (std::uint64_t last = first; last <= count; ++last) {
        std::uint64_t shown = 0, hidden = 0, covered = 0;
        const auto root = root_of_part(
            {{first, last}}, count,
            [&](std::uint64_t number) -> Result<crypto::TreeHash> {
              CHECK(number == first + shown++);
              return leaf(number);
            },
            [&](std::uint64_t from, std::uint64_t size) -> Result<crypto::TreeHash> {
              ++hidden;
              covered += size;
              return root_of(from, size);
            });
        REQUIRE(root.value() == root_of(1, count));
        REQUIRE(shown + covered == count);
        REQUIRE(hidden <= 2 * static_cast<std::uint64_t>(std::bit_width(count)));
      }
    }
  }
}

TEST_CASE("several runs lead to the root together, and a failure on the way is that of the whole") {
  const std::vector<MessageRun> runs{{2, 3}, {7, 7}, {900, 999}};
  CHECK(messages_in(runs) == 103);
  const auto show = [](std::uint64_t number) -> Result<crypto::TreeHash> { return leaf(number); };
  const auto hide = [](std::uint64_t first, std::uint64_t count) -> Result<crypto::TreeHash> {
    return root_of(first, count);
  };
  CHECK(root_of_part(runs, 1000, show, hide).value() == root_of(1, 1000));
  const auto fail = [](std::uint64_t, std::uint64_t) -> Result<crypto::TreeHash> {
    return Error{ErrorCode::damaged, "x"};
  };
  CHECK(root_of_part(runs, 1000, show, fail).error().code == ErrorCode::damaged);
}

TEST_CASE("runs are those of a part when they ascend, stay apart and lie within the conversation") {
  CHECK(are_runs_of_part({{1, 1}}, 1));
  CHECK(are_runs_of_part({{1, 2}, {4, 9}}, 9));
  CHECK_FALSE(are_runs_of_part({}, 9));
  CHECK_FALSE(are_runs_of_part({{0, 1}}, 9));
  CHECK_FALSE(are_runs_of_part({{2, 1}}, 9));
  CHECK_FALSE(are_runs_of_part({{1, 10}}, 9));
  CHECK_FALSE(are_runs_of_part({{1, 2}, {3, 4}}, 9));
  CHECK_FALSE(are_runs_of_part({{4, 5}, {1, 2}}, 9));
  CHECK_FALSE(are_runs_of_part({{1, 5}, {5, 6}}, 9));
}
