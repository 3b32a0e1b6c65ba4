#pragma once

#include "crypto/stream.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {

/// What can still be read of an object that is damaged: each chunk by itself. What cannot be read comes as zeros and is
/// named as a hole, so that nobody takes it for content.
class DamagedObject final : public ByteSource {
 public:
  struct Hole {
    std::uint64_t offset;
    std::uint64_t size;
  };

  /// `damaged` when not even its key can be read. `size`: of the content, where a row still tells it.
  static Result<std::unique_ptr<DamagedObject>> open(FileSystem& files, const Path& folder, const crypto::AeadKey& key,
                                                     const crypto::AeadKey* previous, const std::string& name,
                                                     std::optional<std::uint64_t> size);
  /// Where neither a row nor the object's end tells the size, all of it with its padding.
  std::uint64_t size() const override { return m_size; }
  /// Never fails; see holes().
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;
  const std::vector<Hole>& holes() const { return m_holes; }

 private:
  explicit DamagedObject(SegmentedReader file) : m_file(std::move(file)) {}
  void fill(std::uint64_t offset, MutableByteView target);
  void add_hole(std::uint64_t offset, std::uint64_t size);
  SegmentedReader m_file;
  std::optional<crypto::StreamReader> m_stream;
  crypto::ContentBuffer m_chunk{crypto::kStreamChunkSize};
  std::uint64_t m_loaded = ~std::uint64_t{0};
  std::optional<std::size_t> m_loaded_size;
  std::uint64_t m_size = 0;
  std::vector<Hole> m_holes;
};

}  // namespace daybook::vault
