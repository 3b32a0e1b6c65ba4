#pragma once

#include "crypto/signing.h"

namespace daybook::crypto {

// minisign keys and signatures (jedisct1/minisign), form "ED" only: Ed25519 over BLAKE2b-512 of the file. The legacy
// form "Ed" is neither written nor read: under one key it would equal a signed note byte for byte.

using MinisignKeyId = std::array<std::uint8_t, 8>;

struct MinisignPublicKey {
  MinisignKeyId id;
  PublicKey key;

  /// The base64 line that `minisign -P` takes.
  std::string to_base64_line() const;
  /// A .pub file.
  std::string to_file() const;
  /// Reads a .pub file or its base64 line alone. Low-order keys are refused.
  static Result<MinisignPublicKey> parse(std::string_view text);
};

struct MinisignSignature {
  MinisignKeyId key_id;
  Signature signature;
  std::string trusted_comment;
  Signature comment_signature;

  /// The file as minisign_sign writes it. The first line of a file is signed by nobody and may differ from this.
  std::string to_file() const;
};

/// A .minisig file over `message`. The trusted comment is signed too; it must be printable ASCII below 8192 bytes.
std::string minisign_sign(const SigningKey& key, const MinisignKeyId& id, ByteView message,
                          std::string_view trusted_comment);

/// `malformed` for anything but a well-formed "ED" signature file.
Result<MinisignSignature> parse_minisign_signature(std::string_view file);

/// `does_not_match` when the key differs, the message was changed, or the trusted comment was.
Result<void> verify_minisign(const MinisignSignature& signature, const MinisignPublicKey& key, ByteView message);
/// The same for a message of which only the BLAKE2b-512 digest is at hand: the form "ED" signs nothing else.
Result<void> verify_minisign(const MinisignSignature& signature, const MinisignPublicKey& key,
                             const std::array<std::uint8_t, 64>& message_digest);

}  // namespace daybook::crypto
