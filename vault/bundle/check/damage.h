#pragma once

#include "crypto/result.h"

namespace daybook::vault {

/// Whether an error while reading means that a part of the copy does not decrypt or unpack. A medium that fails, a full
/// disk, or a stop must never be told as damage to the copy.
inline bool is_damage(ErrorCode code) { return code == ErrorCode::damaged || code == ErrorCode::malformed; }

}  // namespace daybook::vault
