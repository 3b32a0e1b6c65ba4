#include "crypto/padme.h"

#include <bit>

namespace daybook::crypto {

std::uint64_t padme(std::uint64_t length) {
  if (length < 2) return length;
  const int exponent = static_cast<int>(std::bit_width(length)) - 1;
  const int significant = static_cast<int>(std::bit_width(static_cast<unsigned>(exponent)));
  const std::uint64_t mask = (std::uint64_t{1} << (exponent - significant)) - 1;
  return (length + mask) & ~mask;
}

}  // namespace daybook::crypto
