#include "crypto/signing.h"

#include <sodium.h>

#include "crypto/random.h"

namespace daybook::crypto {

Result<PublicKey> PublicKey::parse(ByteView bytes) {
  initialize();
  std::array<std::uint8_t, 32> key;
  if (bytes.size() != key.size()) return Error{ErrorCode::malformed, "public key length"};
  copy_bytes(bytes, key);
  if (crypto_core_ed25519_is_valid_point(key.data()) != 1)
    return Error{ErrorCode::malformed, "public key is not usable"};
  return PublicKey(key);
}

bool PublicKey::verify(ByteView message, const Signature& signature) const {
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), m_bytes.data()) == 0;
}

SigningKey SigningKey::generate() {
  Seed seed;
  fill_random(seed.expose_mutable());
  return from_seed(std::move(seed));
}

SigningKey SigningKey::from_seed(Seed seed) {
  initialize();
  SecretKey<64, struct Ed25519SecretTag> expanded;
  std::array<std::uint8_t, 32> public_key;
  crypto_sign_seed_keypair(public_key.data(), expanded.expose_mutable().data(), seed.expose().data());
  return SigningKey(std::move(seed), std::move(expanded), PublicKey(public_key));
}

Signature SigningKey::sign(ByteView message) const {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), m_expanded.expose().data());
  return signature;
}

}  // namespace daybook::crypto
