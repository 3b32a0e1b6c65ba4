#pragma once

#include "crypto/secret.h"

namespace daybook::crypto {

// The code on the recovery sheet: 7 groups of 4 characters of the RFC 4648 base-32 alphabet, 130 random bits and a
// 10-bit Reed-Solomon checksum over GF(32), which finds every mistake in one or two characters and every swap of two.

/// A new code in its shown form, `ABCD-EFGH-...` (34 characters).
SecretBuffer generate_recovery_code();

/// True when `text` could only be meant as a recovery code: 28 base-32 characters besides blanks and hyphens.
bool looks_like_recovery_code(std::string_view text);

/// The 28 characters in upper case, without hyphens: what is hashed for the key slot. 0, 1 and 8 are read as O, I and
/// B. `malformed` when the checksum says that it was mistyped.
Result<SecretBuffer> normalize_recovery_code(std::string_view text);

}  // namespace daybook::crypto
