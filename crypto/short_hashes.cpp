#include "crypto/short_hashes.h"

#include <openssl/evp.h>

namespace daybook::crypto {

ShortHashes::ShortHashes() : m_context(EVP_MD_CTX_new()) {
  // Fetched once: OpenSSL looks an algorithm up under a lock each time that it is given by EVP_sha256().
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
  DAYBOOK_ASSERT(m_context != nullptr && algorithm != nullptr);
  DAYBOOK_ASSERT(EVP_DigestInit_ex2(static_cast<EVP_MD_CTX*>(m_context.get()), algorithm, nullptr) == 1);
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
