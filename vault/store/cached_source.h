#pragma once

#include <array>

#include "crypto/secret.h"

namespace daybook::vault {

/// Keeps the blocks of a source that were read last, for who reads small things here and there in several places that each
/// go forward: headers, log entries and their proofs. Large reads go past it. `source` must outlive it.
class CachedSource final : public ByteSource {
 public:
  explicit CachedSource(ByteSource& source) : m_source(source) {}
  std::uint64_t size() const override { return m_source.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;

 private:
  static constexpr std::size_t kBlockSize = 64 * 1024;  // the size of a chunk of age, which is decrypted as a whole
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
