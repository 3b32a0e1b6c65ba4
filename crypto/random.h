#pragma once

#include "crypto/bytes.h"

namespace daybook::crypto {

/// Fills `target` with random bytes from libsodium, the only source of randomness in the program. Nobody can give a
/// seed, so that no key can be made a second time.
void fill_random(MutableByteView target);

template <std::size_t N>
std::array<std::uint8_t, N> random_array() {
  std::array<std::uint8_t, N> bytes;
  fill_random(bytes);
  return bytes;
}

/// A random number from 0 to upper_bound - 1, each equally likely: a plain modulo would prefer the small ones.
std::uint32_t random_below(std::uint32_t upper_bound);

}  // namespace daybook::crypto
