#pragma once

#include "crypto/age_header.h"
#include "crypto/x25519.h"

namespace daybook::crypto {

using AgeFileKey = SecretKey<16, struct AgeFileKeyTag>;

/// Somebody to whom a file can be encrypted: an X25519 public key, written `age1...`.
class AgeRecipient {
 public:
  /// From what was pasted: blanks around it and a byte order mark do not count, capitals are as good as small letters.
  /// `malformed` otherwise; the detail says what it is (kSecretKeyGiven for a secret key) and repeats none of it.
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

/// The identities in a key file: one a line, blank lines and `#` comments ignored, in whatever form Windows or a mail
/// program left it (see text_of_file()). `malformed` otherwise; the detail names the line and says what it is (a public
/// key, a locked key file, no key), and repeats none of it.
Result<std::vector<AgeIdentity>> parse_identity_file(std::string_view text);

/// The public keys in a file of recipients, as forgiving; at least one. The detail of an error names the line, and ends
/// in kSecretKeyGiven where the line is a secret key.
Result<std::vector<AgeRecipient>> parse_recipient_file(std::string_view text);

/// Whether a file is an age file, binary or in armor: as a key file, one that a passphrase locks.
bool is_age_file(ByteView file);

// A secret key is never shown again, whatever it was given for: who reads it over a shoulder, or in what a helper is
// sent of a terminal, can open all that was locked for it.

/// The end of the detail when a secret key was given where a public one belongs.
constexpr const char* kSecretKeyGiven = "This is a secret key. Give the line that begins with age1";

/// Whether `AGE-SECRET-KEY-` stands somewhere in it, in capitals or small letters.
bool holds_secret_key(std::string_view text);

/// The same text up to such a key; the key and what comes after it are replaced by words that say so.
std::string without_secret_key(std::string_view text);

/// log2 of the scrypt work that we write, as the age program does, and the most that we accept.
constexpr int kScryptWorkFactor = 18;
constexpr int kMostScryptWorkFactor = 20;

Result<AgeStanza> wrap_for_passphrase(const AgeFileKey& file_key, ByteView passphrase,
                                      int work_factor = kScryptWorkFactor);
Result<AgeFileKey> unwrap_with_passphrase(const AgeStanza& stanza, ByteView passphrase);

}  // namespace daybook::crypto
