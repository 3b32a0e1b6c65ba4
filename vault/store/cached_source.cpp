#include "vault/store/cached_source.h"

#include <algorithm>

namespace daybook::vault {

Result<ByteView> CachedSource::block(std::uint64_t index) {
  const std::size_t size =
      static_cast<std::size_t>(std::min<std::uint64_t>(kBlockSize, m_source.size() - index * kBlockSize));
  Block* oldest = &m_blocks[0];
  for (Block& candidate : m_blocks) {
    if (candidate.index == index) {
      candidate.used = ++m_turn;
      return ByteView(candidate.bytes.first(size));
    }
    if (candidate.used < oldest->used) oldest = &candidate;
  }
  if (oldest->bytes.size() == 0) oldest->bytes = crypto::ContentBuffer(kBlockSize);
  oldest->index = ~std::uint64_t{0};
  TRY(m_source.read_at(index * kBlockSize, oldest->bytes.first(size)));
  oldest->index = index;
  oldest->used = ++m_turn;
  return ByteView(oldest->bytes.first(size));
}

Result<void> CachedSource::read_at(std::uint64_t offset, MutableByteView target) {
  if (target.size() >= kBlockSize) return m_source.read_at(offset, target);
  if (offset > size() || target.size() > size() - offset) return Error{ErrorCode::damaged, "ends early"};
  while (!target.empty()) {
    TRY_ASSIGN(const ByteView bytes, block(offset / kBlockSize));
    const std::size_t within = static_cast<std::size_t>(offset % kBlockSize);
    const std::size_t count = std::min(target.size(), bytes.size() - within);
    copy_bytes(bytes.subspan(within, count), target.first(count));
    target = target.subspan(count);
    offset += count;
  }
  return {};
}

}  // namespace daybook::vault
