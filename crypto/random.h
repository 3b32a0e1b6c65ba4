#pragma once

#include "crypto/bytes.h"

namespace daybook::crypto {

/// Fills from libsodium, the only source of randomness in the program. Tests replace libsodium's own implementation
/// (randombytes_set_implementation); no shipped program takes a seed.
void fill_random(MutableByteView target);

template <std::size_t N>
std::array<std::uint8_t, N> random_array() {
  std::array<std::uint8_t, N> bytes;
  fill_random(bytes);
  return bytes;
}

/// Even over 0 .. upper_bound-1.
std::uint32_t random_below(std::uint32_t upper_bound);

}  // namespace daybook::crypto
