#pragma once

#include "crypto/age_header.h"
#include "crypto/x25519.h"

namespace daybook::crypto {

using AgeFileKey = SecretKey<16, struct AgeFileKeyTag>;

/// Somebody to whom a file can be encrypted: an X25519 public key, written `age1...`.
class AgeRecipient {
 public:
  /// The recipient in text that was pasted: one key, all in small letters or all in capitals, with blanks of any kind
  /// and a byte order mark around it. `malformed` for everything else. The detail says what the text is
  /// (kSecretKeyGiven for a secret key) and repeats none of it.
  static Result<AgeRecipient> parse(std::string_view text);
  static AgeRecipient from_public_key(const X25519Public& public_key) { return AgeRecipient(public_key); }
  std::string to_text() const;
  const X25519Public& public_key() const { return m_public_key; }

  /// The stanza that gives this recipient the file key (C2SP age.md, "The X25519 recipient type"). `malformed` when the
  /// public key is of low order, because everybody could open the stanza.
  Result<AgeStanza> wrap(const AgeFileKey& file_key) const;

  friend bool operator==(const AgeRecipient&, const AgeRecipient&) = default;

 private:
  explicit AgeRecipient(const X25519Public& public_key) : m_public_key(public_key) {}
  X25519Public m_public_key;
};

/// The secret key that belongs to an AgeRecipient, written `AGE-SECRET-KEY-1...`.
class AgeIdentity {
 public:
  static AgeIdentity generate();
  /// The identity in a text that is nothing but the key, all in capitals or all in small letters. `malformed` for
  /// everything else.
  static Result<AgeIdentity> parse(std::string_view text);
  SecretBuffer to_secret_text() const;
  AgeRecipient recipient() const;

  /// The file key in a stanza. `no_matching_key` when the stanza is for somebody else or of another type, `malformed`
  /// when it is an X25519 stanza that does not follow the format.
  Result<AgeFileKey> unwrap(const AgeStanza& stanza) const;

 private:
  explicit AgeIdentity(AeadKey scalar) : m_scalar(std::move(scalar)) {}
  AeadKey m_scalar;
};

/// The identities in a key file, at least one: one a line, blank lines and `#` comments ignored, in whatever form
/// Windows or a mail program left the file (see text_of_file()). `malformed` for everything else. The detail names the
/// line and says what it is (a public key, a locked key file, no key), and repeats none of it.
Result<std::vector<AgeIdentity>> parse_identity_file(std::string_view text);

/// The public keys in a file of recipients, at least one: one a line, blank lines and `#` comments ignored, in whatever
/// form Windows or a mail program left the file (see text_of_file()). `malformed` for everything else. The detail names
/// the line, and ends in kSecretKeyGiven where the line is a secret key.
Result<std::vector<AgeRecipient>> parse_recipient_file(std::string_view text);

/// Whether a file is an age file, binary or in armor. A key file that is one is locked, and is no list of keys.
bool is_age_file(ByteView file);

// A secret key is never shown again, whatever it was given for. Who reads it over a shoulder, or in a picture of a
// terminal that is sent to somebody for help, can open all that was locked for the key.

/// The end of the detail when a secret key was given where a public one belongs.
constexpr const char* kSecretKeyGiven = "This is a secret key. Give the line that begins with age1";

/// Whether `AGE-SECRET-KEY-` stands somewhere in the text, in capitals or small letters.
bool holds_secret_key(std::string_view text);

/// The text up to the first secret key in it, then words that say that one was left out. What comes after the key is
/// left out too, since it may be the rest of the key. A text without a secret key comes back whole.
std::string without_secret_key(std::string_view text);

/// The scrypt work of the files that are written, as log2 of the cost N: that of the age program.
constexpr int kScryptWorkFactor = 18;
/// The most scrypt work that a file may ask for, as log2 of the cost N: 1 GiB of memory and four times the usual time.
constexpr int kMostScryptWorkFactor = 20;

/// The stanza that gives the file key to whoever knows the passphrase (C2SP age.md, "The scrypt recipient type"). The
/// passphrase is used byte for byte. `too_large` when the memory for scrypt is not to be had.
Result<AgeStanza> wrap_for_passphrase(const AgeFileKey& file_key, ByteView passphrase,
                                      int work_factor = kScryptWorkFactor);
/// The file key in a scrypt stanza. `no_matching_key` when the passphrase or the type of the stanza is another,
/// `malformed` when the stanza does not follow the format or asks for more than kMostScryptWorkFactor, `too_large` when
/// the memory for scrypt is not to be had.
Result<AgeFileKey> unwrap_with_passphrase(const AgeStanza& stanza, ByteView passphrase);

}  // namespace daybook::crypto
