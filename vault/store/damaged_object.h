#pragma once

#include "crypto/stream.h"
#include "vault/store/segmented_file.h"

namespace daybook::vault {

/// What can still be read of an object that is damaged. Each chunk is decrypted by itself. What cannot be decrypted
/// comes as zeros and is named as a hole, so that nobody takes the zeros for content.
class DamagedObject final : public ByteSource {
 public:
  /// A part of the content that could not be decrypted, in bytes.
  struct Hole {
    std::uint64_t offset;
    std::uint64_t size;
  };

  /// `size` is the size of the content in bytes, where the database still tells it. Fails when not even the object's
  /// own key is to be had: `not_found` when there is no file, `damaged` or `malformed` when it is too short,
  /// `does_not_match` when the key does not decrypt.
  static Result<std::unique_ptr<DamagedObject>> open(FileSystem& files, const Path& folder, const crypto::AeadKey& key,
                                                     const crypto::AeadKey* previous, const std::string& name,
                                                     std::optional<std::uint64_t> size);
  /// Bytes of the content. Where neither the database nor the object's end tells them, those of the padding count too.
  std::uint64_t size() const override { return m_size; }
  /// Fails only past the end. What cannot be decrypted is filled with zeros and added to holes().
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;
  /// The holes in what was read so far, in the order in which it was read. Neighbours are one hole.
  const std::vector<Hole>& holes() const { return m_holes; }

 private:
  explicit DamagedObject(SegmentedReader file) : m_file(std::move(file)) {}
  /// Fills `target`, which lies within one chunk.
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
