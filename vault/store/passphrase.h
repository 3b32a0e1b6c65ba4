#pragma once

#include "crypto/secret.h"

namespace daybook::vault {

/// Fewest characters (code points) of a new passphrase.
constexpr std::size_t kLeastPassphraseCharacters = 12;

/// The form of a passphrase that is hashed: NFKC, case-folded, runs of blanks as one space, no blanks at the ends, all
/// by the pinned utf8proc 2.8.0. So the same words unlock the record however a keyboard composes its letters. The form
/// can never change, or records would no longer open: the vectors in tests/vault/store/passphrase_test.cpp hold it.
/// `usage` when nothing but blanks was typed, `malformed` when the bytes are not UTF-8.
Result<crypto::SecretBuffer> normalize_passphrase(ByteView passphrase);

/// Whether a passphrase may lock a new record: `usage` when it is empty or too short in its normal form, `malformed`
/// when it is not UTF-8. Only new passphrases are held against this, so that a record which has a shorter one still
/// opens.
Result<void> check_new_passphrase(ByteView passphrase);

}  // namespace daybook::vault
