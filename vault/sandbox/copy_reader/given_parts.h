#pragma once

#include "crypto/bytes.h"

namespace daybook::sandbox {

/// The files that this process was given, one after the other, as one source.
class GivenParts final : public ByteSource {
 public:
  /// Takes every descriptor from kFirstFile on that is open. To be made before the lockdown, which leaves no call that
  /// asks for a file's size.
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
