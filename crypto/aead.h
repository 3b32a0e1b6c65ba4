#pragma once

#include <memory>

#include "crypto/secret.h"

namespace daybook::crypto {

constexpr std::size_t kAeadTagSize = 16;
constexpr std::size_t kXChaChaNonceSize = 24;

using AeadKey = SecretKey<32, struct AeadKeyTag>;

/// ChaCha20-Poly1305 (RFC 8439), set up once for many messages under one key. By OpenSSL, which
/// encrypts at several times libsodium's speed. One object serves one thread.
class ChaChaPoly {
 public:
  explicit ChaChaPoly(std::span<const std::uint8_t, 32> key);

  /// `output` must be 16 bytes longer than `plaintext`.
  void seal(std::span<const std::uint8_t, 12> nonce, ByteView plaintext, MutableByteView output,
            ByteView associated_data = {});
  /// `output` must be 16 bytes shorter than `ciphertext`. False, with `output` wiped, when the tag does not match.
  bool open(std::span<const std::uint8_t, 12> nonce, ByteView ciphertext, MutableByteView output,
            ByteView associated_data = {});

 private:
  struct ContextDeleter {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, ContextDeleter> m_seal;
  std::unique_ptr<void, ContextDeleter> m_open;
};

/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) with a random nonce in front: nonce24 || ciphertext || tag16.
Bytes seal_with_random_nonce(const AeadKey& key, ByteView plaintext, ByteView associated_data);
/// The plaintext, or `does_not_match`.
Result<SecretBuffer> open_with_nonce(const AeadKey& key, ByteView sealed, ByteView associated_data);

}  // namespace daybook::crypto
