#include "crypto/growing_tree.h"

namespace daybook::crypto {

void GrowingTree::add(const TreeHash& leaf) {
  TreeHash hash = leaf;
  for (std::uint64_t n = m_size++; (n & 1) == 1; n >>= 1) {
    hash = node_hash(m_edge.back(), hash);
    m_edge.pop_back();
  }
  m_edge.push_back(hash);
}

TreeHash GrowingTree::root() const {
  if (m_edge.empty()) return empty_root();
  TreeHash hash = m_edge.back();
  for (std::size_t i = m_edge.size() - 1; i-- > 0;) hash = node_hash(m_edge[i], hash);
  return hash;
}

}  // namespace daybook::crypto
