#pragma once

#include "crypto/signing.h"

namespace daybook::crypto {

// Keys and signatures as minisign has them (jedisct1/minisign), in the form "ED" only: Ed25519 over BLAKE2b-512 of the
// file. The older form "Ed" is Ed25519 over the file itself, as signed notes are signed. It is neither written nor
// read, so that a signature over a note can never pass for one over a file.

using MinisignKeyId = std::array<std::uint8_t, 8>;

struct MinisignPublicKey {
  MinisignKeyId id;
  PublicKey key;

  /// The base64 line that `minisign -P` takes.
  std::string to_base64_line() const;
  /// The text of a .pub file.
  std::string to_file() const;
  /// Reads the text of a .pub file, or its base64 line alone. `malformed` for everything else, and for keys that
  /// PublicKey::parse() refuses.
  static Result<MinisignPublicKey> parse(std::string_view text);
};

struct MinisignSignature {
  MinisignKeyId key_id;
  Signature signature;
  std::string trusted_comment;
  Signature comment_signature;

  /// The text of the .minisig file as minisign_sign() makes it. A file that was parsed may have had another first line,
  /// since no signature covers that line.
  std::string to_file() const;
};

/// The text of a .minisig file over `message`. The trusted comment is signed too. It must be printable ASCII and tabs,
/// of fewer than 8192 bytes.
std::string minisign_sign(const SigningKey& key, const MinisignKeyId& id, ByteView message,
                          std::string_view trusted_comment);

/// Reads the text of a .minisig file and checks no signature. `malformed` for anything but the form "ED".
Result<MinisignSignature> parse_minisign_signature(std::string_view file);

/// Checks the signatures over the message and over the trusted comment. `does_not_match` when the key is another, or
/// the message or the trusted comment was changed.
Result<void> verify_minisign(const MinisignSignature& signature, const MinisignPublicKey& key, ByteView message);
/// Checks the signatures where only the BLAKE2b-512 digest of the message is at hand, which is all that the form "ED"
/// signs. `does_not_match` when the key is another, or the message or the trusted comment was changed.
Result<void> verify_minisign(const MinisignSignature& signature, const MinisignPublicKey& key,
                             const std::array<std::uint8_t, 64>& message_digest);

}  // namespace daybook::crypto
