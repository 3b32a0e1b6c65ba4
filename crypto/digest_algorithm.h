#pragma once

#include <openssl/types.h>

namespace daybook::crypto {

// OpenSSL looks an algorithm up under a lock each time that it is given by EVP_sha256(), which takes longer than to hash
// a message of a few words. One that was fetched is used as it is, for as long as the program runs.

/// SHA-256. Never null.
const EVP_MD* sha256_algorithm();
/// SHA-512. Never null.
const EVP_MD* sha512_algorithm();

}  // namespace daybook::crypto
