#include "crypto/hash.h"

#include <openssl/evp.h>
#include <sodium.h>
#include <zlib.h>

#include "crypto/secret.h"

namespace daybook::crypto {
namespace {

void* start(const EVP_MD* algorithm) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  DAYBOOK_ASSERT(context != nullptr && EVP_DigestInit_ex(context, algorithm, nullptr) == 1);
  return context;
}

void update_context(void* context, ByteView bytes) {
  DAYBOOK_ASSERT(EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context), bytes.data(), bytes.size()) == 1);
}

template <std::size_t N>
std::array<std::uint8_t, N> finish_context(void* context) {
  std::array<std::uint8_t, N> digest;
  unsigned length = 0;
  DAYBOOK_ASSERT(EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context), digest.data(), &length) == 1 && length == N);
  return digest;
}

}  // namespace

void DigestContextDeleter::operator()(void* context) const { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context)); }

Sha256::Sha256() : m_context(start(EVP_sha256())) {}
void Sha256::update(ByteView bytes) { update_context(m_context.get(), bytes); }
Sha256Digest Sha256::finish() { return finish_context<32>(m_context.get()); }
Sha256Digest Sha256::of(ByteView bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

Sha512::Sha512() : m_context(start(EVP_sha512())) {}
void Sha512::update(ByteView bytes) { update_context(m_context.get(), bytes); }
Sha512Digest Sha512::finish() { return finish_context<64>(m_context.get()); }
Sha512Digest Sha512::of(ByteView bytes) {
  Sha512 hash;
  hash.update(bytes);
  return hash.finish();
}

Sha512Digest blake2b_512(ByteView bytes) {
  initialize();
  Sha512Digest digest;
  crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
  return digest;
}

std::uint32_t crc32_update(std::uint32_t crc, ByteView bytes) {
  return static_cast<std::uint32_t>(crc32_z(crc, bytes.data(), bytes.size()));
}

Sha256Digest hmac_sha256(ByteView key, ByteView message) {
  // The one-shot call of libsodium fixes the key at 32 bytes; HKDF needs any length.
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha256_update(&state, message.data(), message.size());
  Sha256Digest tag;
  crypto_auth_hmacsha256_final(&state, tag.data());
  sodium_memzero(&state, sizeof state);
  return tag;
}

}  // namespace daybook::crypto
