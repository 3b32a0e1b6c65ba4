#pragma once

#include "crypto/secret.h"

namespace daybook::crypto {

// The code on the recovery sheet unlocks a record like a passphrase. It has 7 groups of 4 characters of the base-32
// alphabet (RFC 4648 section 6): 130 random bits, and a Reed-Solomon checksum of 10 bits over GF(32), which finds every
// mistake in one or two characters and every swap of two.

/// A new code in the form in which it is shown, `ABCD-EFGH-...` (34 characters).
SecretBuffer generate_recovery_code();

/// Whether `text` has the form of a recovery code: 28 base-32 characters besides blanks and hyphens. Small letters
/// count, and so do 0, 1 and 8. The checksum is not looked at.
bool looks_like_recovery_code(std::string_view text);

/// The 28 characters of a code in upper case, without hyphens, which are what is hashed for the key slot. The digits 0,
/// 1 and 8, which the alphabet lacks, are read as O, I and B. `malformed` when the text does not have the form of a
/// code, or the checksum does not fit.
Result<SecretBuffer> normalize_recovery_code(std::string_view text);

}  // namespace daybook::crypto
