#include "crypto/short_hashes.h"

#include <openssl/evp.h>

#include "crypto/digest_algorithm.h"

namespace daybook::crypto {

ShortHashes::ShortHashes() : m_context(EVP_MD_CTX_new()) {
  DAYBOOK_ASSERT(m_context != nullptr);
  DAYBOOK_ASSERT(EVP_DigestInit_ex2(static_cast<EVP_MD_CTX*>(m_context.get()), sha256_algorithm(), nullptr) == 1);
}

Sha256Digest ShortHashes::of(ByteView first, ByteView second) {
  auto* const context = static_cast<EVP_MD_CTX*>(m_context.get());
  Sha256Digest digest;
  unsigned length = 0;
  const bool is_made =
      EVP_DigestInit_ex2(context, nullptr, nullptr) == 1 &&  // begins anew with the algorithm that it has
      EVP_DigestUpdate(context, first.data(), first.size()) == 1 &&
      EVP_DigestUpdate(context, second.data(), second.size()) == 1 &&
      EVP_DigestFinal_ex(context, digest.data(), &length) == 1 && length == digest.size();
  DAYBOOK_ASSERT(is_made);
  return digest;
}

}  // namespace daybook::crypto
