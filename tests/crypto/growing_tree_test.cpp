#include "crypto/growing_tree.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::crypto;

TEST_CASE("the root of a growing tree is at every size that of a tree whose nodes are stored") {
  std::vector<std::vector<TreeHash>> nodes(1);
  const NodeLookup lookup = [&](int level, std::uint64_t index) -> Result<TreeHash> {
    return nodes[static_cast<std::size_t>(level)][static_cast<std::size_t>(index)];
  };
  GrowingTree tree;
  CHECK(tree.root() == empty_root());
  for (std::uint64_t i = 0; i < 300; ++i) {
    const TreeHash leaf = leaf_hash(as_bytes("entry " + std::to_string(i)));
    for (const TreeNode& node : nodes_completed_by(i, leaf, lookup).value()) {
      if (nodes.size() <= static_cast<std::size_t>(node.level)) nodes.emplace_back();
      nodes[static_cast<std::size_t>(node.level)].push_back(node.hash);
    }
    tree.add(leaf);
    REQUIRE(tree.size() == i + 1);
    REQUIRE(tree.root() == root_at(i + 1, lookup).value());
  }
}
