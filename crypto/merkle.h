#pragma once

#include <functional>

#include "crypto/hash.h"

namespace daybook::crypto {

// The Merkle tree of RFC 6962 section 2.1, with the checks of paths of RFC 9162 sections 2.1.3.2 and 2.1.4.2. Leaves
// and inner nodes are hashed with different prefixes, so that one can never be passed off as the other.

using TreeHash = Sha256Digest;

/// SHA-256(00 || entry).
TreeHash leaf_hash(ByteView entry);
/// SHA-256(01 || left || right).
TreeHash node_hash(const TreeHash& left, const TreeHash& right);
/// The root of a tree without leaves: SHA-256 of nothing.
TreeHash empty_root();

/// Fetches the hash of a complete subtree. Level 0 are the leaves. Node `index` of level `level` covers the leaves
/// index * 2^level to (index + 1) * 2^level - 1. An error of a lookup becomes that of the function which asked for it.
using NodeLookup = std::function<Result<TreeHash>(int level, std::uint64_t index)>;

struct TreeNode {
  int level;
  std::uint64_t index;
  TreeHash hash;
};

/// The subtrees that become complete when `leaf` is appended as number `index` (from 0), the leaf itself first. The
/// caller stores these nodes, and lookups find them later.
Result<std::vector<TreeNode>> nodes_completed_by(std::uint64_t index, const TreeHash& leaf, const NodeLookup& lookup);

/// Root of the tree of the first `size` leaves.
Result<TreeHash> root_at(std::uint64_t size, const NodeLookup& lookup);
/// The path from leaf `index` to the root of the tree of `size` leaves (RFC 6962 section 2.1.1). Needs index < size.
Result<std::vector<TreeHash>> prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeLookup& lookup);
/// The path by which verify_consistency() finds that the tree of `old_size` leaves is the beginning of the tree of
/// `size` leaves (RFC 6962 section 2.1.2). Needs 0 < old_size <= size.
Result<std::vector<TreeHash>> prove_consistency(std::uint64_t old_size, std::uint64_t size, const NodeLookup& lookup);

/// Whether `path` leads from `leaf`, as number `index`, to the root of a tree of `size` leaves (RFC 9162 section
/// 2.1.3.2). False for numbers that make no tree.
[[nodiscard]] bool verify_inclusion(std::uint64_t index, std::uint64_t size, const TreeHash& leaf,
                                    std::span<const TreeHash> path, const TreeHash& root);
/// Whether `path` shows that the tree of `old_size` leaves is the beginning of the tree of `size` leaves (RFC 9162
/// section 2.1.4.2). False for numbers that make no tree, and for an old tree without leaves.
[[nodiscard]] bool verify_consistency(std::uint64_t old_size, std::uint64_t size, std::span<const TreeHash> path,
                                      const TreeHash& old_root, const TreeHash& root);

}  // namespace daybook::crypto
