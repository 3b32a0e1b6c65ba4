#include "crypto/age_keys.h"

#include <sodium.h>

#include "crypto/aead.h"
#include "crypto/bech32.h"
#include "crypto/encoding.h"
#include "crypto/hkdf.h"
#include "crypto/random.h"
#include "crypto/typed_text.h"

namespace daybook::crypto {
namespace {

constexpr std::string_view kX25519Label = "age-encryption.org/v1/X25519";
constexpr std::string_view kScryptLabel = "age-encryption.org/v1/scrypt";
// A nonce of zeros is safe here, because every wrapping key encrypts one file key and nothing else.
constexpr std::array<std::uint8_t, 12> kZeroNonce{};
constexpr std::size_t kWrappedKeySize = 16 + kAeadTagSize;

Error malformed(const char* what) { return {ErrorCode::malformed, std::string("age header: ") + what}; }

Bytes wrap_file_key(const AeadKey& wrapping_key, const AgeFileKey& file_key) {
  Bytes body(kWrappedKeySize);
  ChaChaPoly(wrapping_key.expose()).seal(kZeroNonce, file_key.expose(), body);
  return body;
}

// The length of the body is checked before it is decrypted: a longer body could be made to open under several keys,
// which would tell its maker which keys somebody has (C2SP age.md).
Result<AgeFileKey> open_file_key(const AeadKey& wrapping_key, ByteView body) {
  if (body.size() != kWrappedKeySize) return malformed("wrapped key of wrong length");
  AgeFileKey file_key;
  if (!ChaChaPoly(wrapping_key.expose()).open(kZeroNonce, body, file_key.expose_mutable())) {
    return Error{ErrorCode::no_matching_key, "stanza for another key"};
  }
  return file_key;
}

AeadKey x25519_wrapping_key(ByteView shared_secret, ByteView ephemeral, ByteView recipient) {
  Bytes salt(ephemeral.begin(), ephemeral.end());
  append(salt, recipient);
  return derive_key<AeadKey>(shared_secret, salt, kX25519Label);
}

Result<AeadKey> scrypt_wrapping_key(ByteView passphrase, ByteView salt, int work_factor) {
  Bytes labelled(kScryptLabel.begin(), kScryptLabel.end());
  append(labelled, salt);
  AeadKey key;
  if (crypto_pwhash_scryptsalsa208sha256_ll(passphrase.data(), passphrase.size(), labelled.data(), labelled.size(),
                                            std::uint64_t{1} << work_factor, 8, 1, key.expose_mutable().data(),
                                            32) != 0) {
    return Error{ErrorCode::too_large, "memory for the password hash"};
  }
  return key;
}

}  // namespace

Result<AgeRecipient> AgeRecipient::parse(std::string_view text) {
  if (holds_secret_key(text)) return Error{ErrorCode::malformed, kSecretKeyGiven};
  text = trim_blanks(text);
  if (!begins_like(text, "age1")) return Error{ErrorCode::malformed, "this is not a key that begins with age1"};
  const auto data = bech32_decode("age", text);
  if (!data || data->size() != 32)
    return Error{ErrorCode::malformed, "this key has a mistake in it, or is not all of it"};
  X25519Public key;
  copy_bytes(data->expose(), key);
  return AgeRecipient(key);
}

std::string AgeRecipient::to_text() const { return bech32_encode("age", m_public_key); }

Result<AgeStanza> AgeRecipient::wrap(const AgeFileKey& file_key) const {
  const AeadKey ephemeral_secret = AeadKey::copy_of(random_array<32>());
  const X25519Public ephemeral = x25519_public_key(ephemeral_secret);
  TRY_ASSIGN(const AeadKey shared, x25519_shared_secret(ephemeral_secret, m_public_key));
  return AgeStanza{{"X25519", to_base64_unpadded(ephemeral)},
                   wrap_file_key(x25519_wrapping_key(shared.expose(), ephemeral, m_public_key), file_key)};
}

AgeIdentity AgeIdentity::generate() {
  AeadKey scalar;
  fill_random(scalar.expose_mutable());
  return AgeIdentity(std::move(scalar));
}

Result<AgeIdentity> AgeIdentity::parse(std::string_view text) {
  initialize();
  TRY_ASSIGN(const SecretBuffer data, bech32_decode("age-secret-key-", text));
  if (data.size() != 32) return Error{ErrorCode::malformed, "secret key"};
  return AgeIdentity(AeadKey::copy_of(data.expose()));
}

SecretBuffer AgeIdentity::to_secret_text() const { return bech32_encode_secret("age-secret-key-", m_scalar.expose()); }

AgeRecipient AgeIdentity::recipient() const { return AgeRecipient::from_public_key(x25519_public_key(m_scalar)); }

Result<AgeFileKey> AgeIdentity::unwrap(const AgeStanza& stanza) const {
  if (stanza.arguments[0] != "X25519")
    return Error{ErrorCode::no_matching_key, "unknown stanza " + stanza.arguments[0]};
  if (stanza.arguments.size() != 2) return malformed("X25519 arguments");
  const auto ephemeral = exactly<32>(from_base64_unpadded(stanza.arguments[1]));
  if (!ephemeral || stanza.body.size() != kWrappedKeySize) return malformed("X25519 stanza");
  TRY_ASSIGN(const AeadKey shared, x25519_shared_secret(m_scalar, *ephemeral));
  return open_file_key(x25519_wrapping_key(shared.expose(), *ephemeral, recipient().public_key()), stanza.body);
}

Result<AgeStanza> wrap_for_passphrase(const AgeFileKey& file_key, ByteView passphrase, int work_factor) {
  initialize();
  const auto salt = random_array<16>();
  TRY_ASSIGN(const AeadKey key, scrypt_wrapping_key(passphrase, salt, work_factor));
  return AgeStanza{{"scrypt", to_base64_unpadded(salt), std::to_string(work_factor)}, wrap_file_key(key, file_key)};
}

Result<AgeFileKey> unwrap_with_passphrase(const AgeStanza& stanza, ByteView passphrase) {
  initialize();
  if (stanza.arguments[0] != "scrypt")
    return Error{ErrorCode::no_matching_key, "unknown stanza " + stanza.arguments[0]};
  if (stanza.arguments.size() != 3) return malformed("scrypt arguments");
  const auto salt = exactly<16>(from_base64_unpadded(stanza.arguments[1]));
  const auto work_factor = from_decimal(stanza.arguments[2], kMostScryptWorkFactor);
  if (!salt || !work_factor || *work_factor == 0 || stanza.body.size() != kWrappedKeySize)
    return malformed("scrypt stanza");
  TRY_ASSIGN(const AeadKey key, scrypt_wrapping_key(passphrase, *salt, static_cast<int>(*work_factor)));
  return open_file_key(key, stanza.body);
}

}  // namespace daybook::crypto
