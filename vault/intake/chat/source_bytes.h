#pragma once

#include <memory>

#include "vault/record/reading.h"
#include "vault/store/cached_source.h"

namespace daybook::vault {

/// Reads the bytes of messages where they stand in the sources of a reading.
class SourceBytes {
 public:
  /// The sources must outlive this object.
  explicit SourceBytes(const std::vector<ByteSource*>& sources);

  /// In bytes, of each source.
  std::vector<std::uint64_t> sizes() const;
  /// The bytes from `begin` up to `end` of a source, good until the next call. `damaged` where the source does not have
  /// them, or where they are more than a message can have; else the errors of the source.
  Result<ByteView> read(std::size_t source, std::uint64_t begin, std::uint64_t end);

 private:
  std::vector<std::unique_ptr<CachedSource>> m_sources;
  crypto::ContentBuffer m_buffer{0};
};

}  // namespace daybook::vault
