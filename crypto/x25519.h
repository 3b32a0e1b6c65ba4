#pragma once

#include "crypto/aead.h"

namespace daybook::crypto {

using X25519Public = std::array<std::uint8_t, 32>;

X25519Public x25519_public_key(const AeadKey& secret);

/// X25519 (RFC 7748). `malformed` when the result is all zero, which a public key of low order brings about: everybody
/// would know that secret.
Result<AeadKey> x25519_shared_secret(const AeadKey& secret, const X25519Public& public_key);

}  // namespace daybook::crypto
