#pragma once

#include "crypto/age_header.h"
#include "crypto/x25519.h"

namespace daybook::crypto {

using AgeFileKey = SecretKey<16, struct AgeFileKeyTag>;

/// Somebody to whom a file can be encrypted: an X25519 public key, written `age1...`.
class AgeRecipient {
 public:
  static Result<AgeRecipient> parse(std::string_view text);
  static AgeRecipient from_public_key(const X25519Public& public_key) { return AgeRecipient(public_key); }
  std::string to_text() const;
  const X25519Public& public_key() const { return m_public_key; }

  /// The stanza that gives this recipient the file key.
  Result<AgeStanza> wrap(const AgeFileKey& file_key) const;

  friend bool operator==(const AgeRecipient&, const AgeRecipient&) = default;

 private:
  explicit AgeRecipient(const X25519Public& public_key) : m_public_key(public_key) {}
  X25519Public m_public_key;
};

/// The secret half, written `AGE-SECRET-KEY-1...`.
class AgeIdentity {
 public:
  static AgeIdentity generate();
  static Result<AgeIdentity> parse(std::string_view text);
  SecretBuffer to_secret_text() const;
  AgeRecipient recipient() const;

  /// The file key, `no_matching_key` when the stanza is for somebody else, or `malformed`.
  Result<AgeFileKey> unwrap(const AgeStanza& stanza) const;

 private:
  explicit AgeIdentity(AeadKey scalar) : m_scalar(std::move(scalar)) {}
  AeadKey m_scalar;
};

/// The identities in a key file: one a line, blank lines and `#` comments ignored.
Result<std::vector<AgeIdentity>> parse_identity_file(std::string_view text);

/// log2 of the scrypt work that we write, as the age program does, and the most that we accept.
constexpr int kScryptWorkFactor = 18;
constexpr int kMostScryptWorkFactor = 20;

Result<AgeStanza> wrap_for_passphrase(const AgeFileKey& file_key, ByteView passphrase,
                                      int work_factor = kScryptWorkFactor);
Result<AgeFileKey> unwrap_with_passphrase(const AgeStanza& stanza, ByteView passphrase);

}  // namespace daybook::crypto
