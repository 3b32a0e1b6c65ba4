#pragma once

#include <cstdint>

namespace daybook::crypto {

/// Padmé (Nikitin et al., PETS 2019): the length to pad to, so that a size tells only its order of magnitude. Adds at
/// most 12 %.
std::uint64_t padme(std::uint64_t length);

}  // namespace daybook::crypto
