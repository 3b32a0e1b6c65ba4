#pragma once

#include <optional>

#include "crypto/secret.h"

namespace daybook::crypto {

using Signature = std::array<std::uint8_t, 64>;

/// An Ed25519 public key (RFC 8032) that is canonical, on the curve and of full order. Keys of low order are refused
/// because libraries disagree about the signatures that such keys accept.
class PublicKey {
 public:
  /// `malformed` when there are not 32 bytes, or they are no usable point.
  static Result<PublicKey> parse(ByteView bytes);
  const std::array<std::uint8_t, 32>& bytes() const { return m_bytes; }
  [[nodiscard]] bool verify(ByteView message, const Signature& signature) const;

  friend bool operator==(const PublicKey&, const PublicKey&) = default;

 private:
  explicit PublicKey(const std::array<std::uint8_t, 32>& bytes) : m_bytes(bytes) {}
  friend class SigningKey;
  std::array<std::uint8_t, 32> m_bytes;
};

/// An Ed25519 secret key (RFC 8032). Its seed of 32 bytes is what is stored, and the rest follows from it.
class SigningKey {
 public:
  using Seed = SecretKey<32, struct SigningSeedTag>;
  static SigningKey generate();
  static SigningKey from_seed(Seed seed);

  const Seed& seed() const { return m_seed; }
  const PublicKey& public_key() const { return m_public_key; }
  Signature sign(ByteView message) const;

 private:
  SigningKey(Seed seed, SecretKey<64, struct Ed25519SecretTag> expanded, PublicKey public_key)
      : m_seed(std::move(seed)), m_expanded(std::move(expanded)), m_public_key(public_key) {}
  Seed m_seed;
  SecretKey<64, struct Ed25519SecretTag> m_expanded;
  PublicKey m_public_key;
};

}  // namespace daybook::crypto
