#pragma once

#include "crypto/result.h"

namespace daybook::vault {

/// Whether a failure to read says something of the copy: a part of it that does not decrypt or unpack. A medium that
/// fails, a full disk, or a stop must never be told as damage to the copy.
inline bool is_damage(ErrorCode code) { return code == ErrorCode::damaged || code == ErrorCode::malformed; }

}  // namespace daybook::vault
