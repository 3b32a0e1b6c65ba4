#pragma once

#include "crypto/aead.h"

namespace daybook::crypto {

using X25519Public = std::array<std::uint8_t, 32>;

/// The public key of `secret`: X25519 (RFC 7748) of the secret and the base point.
X25519Public x25519_public_key(const AeadKey& secret);

/// The secret that two people share: X25519 (RFC 7748) of the one's secret key and the other's public key. `malformed`
/// when the result is all zero (section 6.1), which a public key of low order brings about: everybody would know that
/// secret.
Result<AeadKey> x25519_shared_secret(const AeadKey& secret, const X25519Public& public_key);

}  // namespace daybook::crypto
