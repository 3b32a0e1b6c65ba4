#include "crypto/x25519.h"

#include <sodium.h>

namespace daybook::crypto {

X25519Public x25519_public_key(const AeadKey& secret) {
  initialize();
  X25519Public public_key;
  crypto_scalarmult_base(public_key.data(), secret.expose().data());
  return public_key;
}

Result<AeadKey> x25519_shared_secret(const AeadKey& secret, const X25519Public& public_key) {
  initialize();
  AeadKey shared;
  if (crypto_scalarmult(shared.expose_mutable().data(), secret.expose().data(), public_key.data()) != 0) {
    return Error{ErrorCode::malformed, "age header: X25519 key of low order"};
  }
  return shared;
}

}  // namespace daybook::crypto
