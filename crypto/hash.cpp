#include "crypto/hash.h"

#include <libdeflate.h>
#include <openssl/evp.h>
#include <sodium.h>

#include "crypto/digest_algorithm.h"
#include "crypto/secret.h"

namespace daybook::crypto {

void DigestContextDeleter::operator()(void* context) const { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context)); }

namespace {

template <std::size_t N>
const EVP_MD* algorithm() {
  static_assert(N == 32 || N == 64);
  return N == 32 ? sha256_algorithm() : sha512_algorithm();
}

}  // namespace

template <std::size_t N>
Sha2<N>::Sha2() : m_context(EVP_MD_CTX_new()) {
  DAYBOOK_ASSERT(m_context != nullptr);
  DAYBOOK_ASSERT(EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(m_context.get()), algorithm<N>(), nullptr) == 1);
}

template <std::size_t N>
void Sha2<N>::update(ByteView bytes) {
  DAYBOOK_ASSERT(EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(m_context.get()), bytes.data(), bytes.size()) == 1);
}

template <std::size_t N>
typename Sha2<N>::Digest Sha2<N>::finish() {
  Digest digest;
  unsigned length = 0;
  DAYBOOK_ASSERT(EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(m_context.get()), digest.data(), &length) == 1 &&
                 length == N);
  return digest;
}

template class Sha2<32>;
template class Sha2<64>;

Sha512Digest blake2b_512(ByteView bytes) {
  initialize();
  Sha512Digest digest;
  crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0);
  return digest;
}

struct Blake2b512::State {
  crypto_generichash_state state;
};

Blake2b512::Blake2b512() : m_state(std::make_unique<State>()) {
  initialize();
  crypto_generichash_init(&m_state->state, nullptr, 0, std::tuple_size_v<Sha512Digest>);
}
Blake2b512::~Blake2b512() = default;
void Blake2b512::update(ByteView bytes) { crypto_generichash_update(&m_state->state, bytes.data(), bytes.size()); }
Sha512Digest Blake2b512::finish() {
  Sha512Digest digest;
  crypto_generichash_final(&m_state->state, digest.data(), digest.size());
  return digest;
}

std::uint32_t crc32_update(std::uint32_t crc, ByteView bytes) {
  // libdeflate takes a null pointer, which an empty view may have, for "begin anew".
  return bytes.empty() ? crc : libdeflate_crc32(crc, bytes.data(), bytes.size());
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
