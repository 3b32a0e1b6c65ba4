#pragma once

#include <functional>

#include "crypto/hash.h"

namespace daybook::crypto {

// The Merkle tree of RFC 6962 section 2.1, with the proof checks of RFC 9162 sections 2.1.3.2 and 2.1.4.2. Leaves and
// inner nodes are hashed with different prefixes, so that one can never be passed off as the other.

using TreeHash = Sha256Digest;

TreeHash leaf_hash(ByteView entry);
TreeHash node_hash(const TreeHash& left, const TreeHash& right);
/// The root of a tree without leaves: SHA-256 of nothing.
TreeHash empty_root();

/// Hashes of complete subtrees: level 0 are the leaves, node `index` of level `level` covers leaves
/// index * 2^level ... (index + 1) * 2^level - 1.
using NodeLookup = std::function<Result<TreeHash>(int level, std::uint64_t index)>;

struct TreeNode {
  int level;
  std::uint64_t index;
  TreeHash hash;
};

/// The complete subtrees that the leaf appended as number `index` completes, the leaf itself first. To be stored.
Result<std::vector<TreeNode>> nodes_completed_by(std::uint64_t index, const TreeHash& leaf, const NodeLookup& lookup);

/// Root of the tree of the first `size` leaves.
Result<TreeHash> root_at(std::uint64_t size, const NodeLookup& lookup);
/// The path for leaf `index` in the tree of `size` leaves. Needs index < size.
Result<std::vector<TreeHash>> prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeLookup& lookup);
/// The proof that the tree of `old_size` leaves is the beginning of that of `size`. Needs 0 < old_size <= size.
Result<std::vector<TreeHash>> prove_consistency(std::uint64_t old_size, std::uint64_t size, const NodeLookup& lookup);

[[nodiscard]] bool verify_inclusion(std::uint64_t index, std::uint64_t size, const TreeHash& leaf,
                                    std::span<const TreeHash> path, const TreeHash& root);
[[nodiscard]] bool verify_consistency(std::uint64_t old_size, std::uint64_t size, std::span<const TreeHash> path,
                                      const TreeHash& old_root, const TreeHash& root);

}  // namespace daybook::crypto
