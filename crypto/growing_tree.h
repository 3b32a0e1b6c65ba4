#pragma once

#include "crypto/merkle.h"

namespace daybook::crypto {

/// A Merkle tree (RFC 6962, section 2.1) to which leaves are added and whose root is asked for. It holds one hash for
/// each complete subtree on its right edge, so its memory does not grow with the leaves to speak of.
class GrowingTree {
 public:
  void add(const TreeHash& leaf);
  std::uint64_t size() const { return m_size; }
  /// The root of all leaves so far.
  TreeHash root() const;

 private:
  std::vector<TreeHash> m_edge;
  std::uint64_t m_size = 0;
};

}  // namespace daybook::crypto
