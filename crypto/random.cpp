#include "crypto/random.h"

#include <sodium.h>

#include "crypto/secret.h"

namespace daybook::crypto {

void fill_random(MutableByteView target) {
  initialize();
  if (!target.empty()) randombytes_buf(target.data(), target.size());
}

std::uint32_t random_below(std::uint32_t upper_bound) {
  initialize();
  return randombytes_uniform(upper_bound);
}

}  // namespace daybook::crypto
