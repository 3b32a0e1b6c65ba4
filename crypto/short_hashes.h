#pragma once

#include "crypto/hash.h"

namespace daybook::crypto {

/// SHA-256 (FIPS 180-4) of many short messages, one after the other, in one context of OpenSSL: to make a context takes
/// longer than to hash a word. One thread at a time.
class ShortHashes {
 public:
  ShortHashes();
  /// The digest of the two, the second behind the first.
  Sha256Digest of(ByteView first, ByteView second);

 private:
  std::unique_ptr<void, DigestContextDeleter> m_context;
};

}  // namespace daybook::crypto
