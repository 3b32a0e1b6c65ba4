#pragma once

#include "crypto/bytes.h"

namespace daybook::sandbox {

/// The files that this process was given, one after the other, as one.
class GivenParts final : public ByteSource {
 public:
  /// As many as there are from the first descriptor on. To be made before the lockdown.
  GivenParts();
  std::uint64_t size() const override { return m_size; }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;

 private:
  struct Part {
    int descriptor;
    std::uint64_t begin, size;
  };
  std::vector<Part> m_parts;
  std::uint64_t m_size = 0;
};

}  // namespace daybook::sandbox
