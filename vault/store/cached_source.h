#pragma once

#include <array>

#include "crypto/secret.h"

namespace daybook::vault {

/// Keeps the blocks of a source that were read last. A checker reads small things in several places, each of which goes
/// forward: headers, log entries, their paths. Reads of a block's size or more go past the cache. The source must
/// outlive the cache.
class CachedSource final : public ByteSource {
 public:
  explicit CachedSource(ByteSource& source) : m_source(source) {}
  std::uint64_t size() const override { return m_source.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;

 private:
  static constexpr std::size_t kBlockSize = 64 * 1024;  // that of a chunk in an age file, which is decrypted as a whole
  static constexpr std::size_t kBlocks = 12;
  struct Block {
    crypto::ContentBuffer bytes{0};
    std::uint64_t index = ~std::uint64_t{0};
    std::uint64_t used = 0;
  };
  Result<ByteView> block(std::uint64_t index);

  ByteSource& m_source;
  std::array<Block, kBlocks> m_blocks;
  std::uint64_t m_turn = 0;
};

}  // namespace daybook::vault
