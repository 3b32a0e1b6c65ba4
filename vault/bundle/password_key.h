#pragma once

#include "crypto/age_keys.h"

namespace daybook::vault {

/// How the file beside a copy is called that a passphrase opens and that opens the copy.
constexpr const char* kPasswordKeyName = "password-key.age";
constexpr std::size_t kMostPasswordKeyBytes = 64 * 1024;

/// The identities in it. `wrong_passphrase` as AgeReader::open() says; `malformed` when it holds something else.
Result<std::vector<crypto::AgeIdentity>> open_password_key(ByteView file, crypto::SecretBuffer passphrase);

}  // namespace daybook::vault
