#include "crypto/merkle.h"

#include <bit>

namespace daybook::crypto {

TreeHash leaf_hash(ByteView entry) {
  static constexpr std::uint8_t kPrefix[] = {0x00};
  Sha256 hash;
  hash.update(kPrefix);
  hash.update(entry);
  return hash.finish();
}

TreeHash node_hash(const TreeHash& left, const TreeHash& right) {
  std::array<std::uint8_t, 65> block;
  block[0] = 0x01;
  copy_bytes(left, MutableByteView(block).subspan(1, 32));
  copy_bytes(right, MutableByteView(block).subspan(33, 32));
  return Sha256::of(block);
}

TreeHash empty_root() { return Sha256::of({}); }

namespace {

// The largest power of two below `count`, which is at least 2: where RFC 6962 parts a tree into left and right.
std::uint64_t split(std::uint64_t count) { return std::bit_floor(count - 1); }

// Root of leaves begin .. begin+count-1, where begin is a multiple of a power of two that is at least count.
Result<TreeHash> subtree_root(std::uint64_t begin, std::uint64_t count, const NodeLookup& lookup) {
  if (std::has_single_bit(count)) {
    const int level = std::countr_zero(count);
    return lookup(level, begin >> level);
  }
  const std::uint64_t left_count = split(count);
  TRY_ASSIGN(const TreeHash left, subtree_root(begin, left_count, lookup));
  TRY_ASSIGN(const TreeHash right, subtree_root(begin + left_count, count - left_count, lookup));
  return node_hash(left, right);
}

// PATH(m, D[n]) of RFC 6962 section 2.1.1, where m is `index` and D[n] the `count` leaves from `begin` on.
Result<void> inclusion_path(std::uint64_t index, std::uint64_t begin, std::uint64_t count, const NodeLookup& lookup,
                            std::vector<TreeHash>& path) {
  if (count == 1) return {};
  const std::uint64_t left_count = split(count);
  const bool in_left = index < left_count;
  if (in_left)
    TRY(inclusion_path(index, begin, left_count, lookup, path));
  else
    TRY(inclusion_path(index - left_count, begin + left_count, count - left_count, lookup, path));
  TRY_ASSIGN(const TreeHash sibling, in_left ? subtree_root(begin + left_count, count - left_count, lookup)
                                             : subtree_root(begin, left_count, lookup));
  path.push_back(sibling);
  return {};
}

// SUBPROOF(m, D[n], b) of RFC 6962 section 2.1.2, where m is `old_size`, D[n] the `count` leaves from `begin` on, and b
// `old_root_is_known`.
Result<void> consistency_path(std::uint64_t old_size, std::uint64_t begin, std::uint64_t count, bool old_root_is_known,
                              const NodeLookup& lookup, std::vector<TreeHash>& path) {
  if (old_size == count) {
    if (old_root_is_known) return {};
    TRY_ASSIGN(const TreeHash root, subtree_root(begin, count, lookup));
    path.push_back(root);
    return {};
  }
  const std::uint64_t left_count = split(count);
  const bool in_left = old_size <= left_count;
  if (in_left)
    TRY(consistency_path(old_size, begin, left_count, old_root_is_known, lookup, path));
  else
    TRY(consistency_path(old_size - left_count, begin + left_count, count - left_count, false, lookup, path));
  TRY_ASSIGN(const TreeHash sibling, in_left ? subtree_root(begin + left_count, count - left_count, lookup)
                                             : subtree_root(begin, left_count, lookup));
  path.push_back(sibling);
  return {};
}

}  // namespace

Result<std::vector<TreeNode>> nodes_completed_by(std::uint64_t index, const TreeHash& leaf, const NodeLookup& lookup) {
  std::vector<TreeNode> nodes{{0, index, leaf}};
  TreeHash hash = leaf;
  for (int level = 0; (index & 1) == 1; ++level, index >>= 1) {
    TRY_ASSIGN(const TreeHash left, lookup(level, index - 1));
    hash = node_hash(left, hash);
    nodes.push_back({level + 1, index >> 1, hash});
  }
  return nodes;
}

Result<TreeHash> root_at(std::uint64_t size, const NodeLookup& lookup) {
  if (size == 0) return empty_root();
  return subtree_root(0, size, lookup);
}

Result<std::vector<TreeHash>> prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeLookup& lookup) {
  DAYBOOK_ASSERT(index < size);
  std::vector<TreeHash> path;
  TRY(inclusion_path(index, 0, size, lookup, path));
  return path;
}

Result<std::vector<TreeHash>> prove_consistency(std::uint64_t old_size, std::uint64_t size, const NodeLookup& lookup) {
  DAYBOOK_ASSERT(old_size > 0 && old_size <= size);
  std::vector<TreeHash> path;
  TRY(consistency_path(old_size, 0, size, true, lookup, path));
  return path;
}

bool verify_inclusion(std::uint64_t index, std::uint64_t size, const TreeHash& leaf, std::span<const TreeHash> path,
                      const TreeHash& root) {
  if (index >= size) return false;
  std::uint64_t fn = index, sn = size - 1;  // fn, sn, r and p are the names of RFC 9162 section 2.1.3.2
  TreeHash r = leaf;
  for (const TreeHash& p : path) {
    if (sn == 0) return false;
    if ((fn & 1) == 1 || fn == sn) {
      r = node_hash(p, r);
      while ((fn & 1) == 0 && fn != 0) fn >>= 1, sn >>= 1;
    } else {
      r = node_hash(r, p);
    }
    fn >>= 1, sn >>= 1;
  }
  return sn == 0 && r == root;
}

bool verify_consistency(std::uint64_t old_size, std::uint64_t size, std::span<const TreeHash> path,
                        const TreeHash& old_root, const TreeHash& root) {
  if (old_size == 0 || old_size > size) return false;
  if (old_size == size) return path.empty() && old_root == root;
  std::vector<TreeHash> proof;  // all names from here on are those of RFC 9162 section 2.1.4.2
  if (std::has_single_bit(old_size)) proof.push_back(old_root);
  proof.insert(proof.end(), path.begin(), path.end());
  if (path.empty() || proof.empty()) return false;
  std::uint64_t fn = old_size - 1, sn = size - 1;
  while ((fn & 1) == 1) fn >>= 1, sn >>= 1;
  TreeHash fr = proof[0], sr = proof[0];
  for (std::size_t i = 1; i < proof.size(); ++i) {
    const TreeHash& c = proof[i];
    if (sn == 0) return false;
    if ((fn & 1) == 1 || fn == sn) {
      fr = node_hash(c, fr);
      sr = node_hash(c, sr);
      while ((fn & 1) == 0 && fn != 0) fn >>= 1, sn >>= 1;
    } else {
      sr = node_hash(sr, c);
    }
    fn >>= 1, sn >>= 1;
  }
  return sn == 0 && fr == old_root && sr == root;
}

}  // namespace daybook::crypto
