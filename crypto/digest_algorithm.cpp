#include "crypto/digest_algorithm.h"

#include <openssl/evp.h>

#include "crypto/bytes.h"

namespace daybook::crypto {
namespace {

const EVP_MD* fetch(const char* name) {
  const EVP_MD* const fetched = EVP_MD_fetch(nullptr, name, nullptr);
  DAYBOOK_ASSERT(fetched != nullptr);
  return fetched;
}

}  // namespace

const EVP_MD* sha256_algorithm() {
  static const EVP_MD* const fetched = fetch("SHA2-256");
  return fetched;
}

const EVP_MD* sha512_algorithm() {
  static const EVP_MD* const fetched = fetch("SHA2-512");
  return fetched;
}

}  // namespace daybook::crypto
