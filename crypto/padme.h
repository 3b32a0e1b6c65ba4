#pragma once

#include <cstdint>

namespace daybook::crypto {

/// The length in bytes that `length` bytes are padded to by Padmé (Nikitin et al., "Reducing Metadata Leakage from
/// Encrypted Files", PETS 2019). Files of similar size get the same size, so that a size tells little about what is
/// inside. At most 12 % are added.
std::uint64_t padme(std::uint64_t length);

}  // namespace daybook::crypto
