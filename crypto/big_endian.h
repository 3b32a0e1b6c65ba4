#pragma once

#include "crypto/bytes.h"

namespace daybook {

/// The number in so many bytes, at most eight, the highest first. The bytes must be there.
inline std::uint64_t big_endian(ByteView bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | bytes[at + i];
  return value;
}

}  // namespace daybook
