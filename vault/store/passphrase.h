#pragma once

#include "crypto/secret.h"

namespace daybook::vault {

/// Fewest characters (code points) of a new passphrase.
constexpr std::size_t kLeastPassphraseCharacters = 8;

/// What is hashed for a passphrase: NFKC, case-folded, runs of blanks as one space, none at the ends; by the pinned
/// utf8proc 2.8.0. So the same words open the record however a keyboard composes its letters. This choice is for ever:
/// the vectors in tests/vault/store/passphrase_test.cpp must never change. `malformed` when the bytes are not UTF-8.
Result<crypto::SecretBuffer> normalize_passphrase(ByteView passphrase);

/// `usage` when the passphrase is too short for a new record. Existing records open with whatever they have.
Result<void> check_new_passphrase(ByteView passphrase);

}  // namespace daybook::vault
