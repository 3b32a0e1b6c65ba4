#pragma once

#include <memory>

#include "crypto/secret.h"

namespace daybook::crypto {

constexpr std::size_t kAeadTagSize = 16;
constexpr std::size_t kXChaChaNonceSize = 24;

using AeadKey = SecretKey<32, struct AeadKeyTag>;

/// ChaCha20-Poly1305 (RFC 8439), set up once for many messages under one key. OpenSSL computes it, at several times
/// libsodium's speed. A message and its associated data are below 2 GiB each, because OpenSSL counts them in an int.
/// One object serves one thread.
class ChaChaPoly {
 public:
  explicit ChaChaPoly(std::span<const std::uint8_t, 32> key);

  /// Encrypts `plaintext` into `output`, which must be 16 bytes longer, for the tag. A nonce must not be used twice
  /// under one key: two such messages give away where they differ, and let others forge tags.
  void seal(std::span<const std::uint8_t, 12> nonce, ByteView plaintext, MutableByteView output,
            ByteView associated_data = {});
  /// Decrypts `ciphertext` into `output`, which must be 16 bytes shorter. False when the ciphertext is shorter than a
  /// tag, and false with `output` wiped when its tag does not match.
  bool open(std::span<const std::uint8_t, 12> nonce, ByteView ciphertext, MutableByteView output,
            ByteView associated_data = {});

 private:
  struct ContextDeleter {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, ContextDeleter> m_seal;
  std::unique_ptr<void, ContextDeleter> m_open;
};

/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) with a random nonce in front: nonce (24 bytes), ciphertext, tag
/// (16). The nonce is long enough to be drawn at random for every message.
Bytes encrypt_with_random_nonce(const AeadKey& key, ByteView plaintext, ByteView associated_data);
/// The plaintext of what encrypt_with_random_nonce() made. `does_not_match` when key, bytes or associated data are
/// others.
Result<SecretBuffer> open_with_nonce(const AeadKey& key, ByteView sealed, ByteView associated_data);

}  // namespace daybook::crypto
