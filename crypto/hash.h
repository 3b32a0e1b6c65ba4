#pragma once

#include <memory>

#include "crypto/bytes.h"

namespace daybook::crypto {

using Sha256Digest = std::array<std::uint8_t, 32>;
using Sha512Digest = std::array<std::uint8_t, 64>;

struct DigestContextDeleter {
  void operator()(void* context) const;
};

/// SHA-256 (FIPS 180-4), by OpenSSL: it has the processor's own instructions.
class Sha256 {
 public:
  Sha256();
  void update(ByteView bytes);
  /// Ends the computation; the object is done.
  Sha256Digest finish();
  static Sha256Digest of(ByteView bytes);

 private:
  std::unique_ptr<void, DigestContextDeleter> m_context;
};

/// SHA-512 (FIPS 180-4), by OpenSSL.
class Sha512 {
 public:
  Sha512();
  void update(ByteView bytes);
  Sha512Digest finish();
  static Sha512Digest of(ByteView bytes);

 private:
  std::unique_ptr<void, DigestContextDeleter> m_context;
};

/// BLAKE2b-512 (RFC 7693), unkeyed, as minisign hashes files.
Sha512Digest blake2b_512(ByteView bytes);

/// CRC-32 as ZIP and PNG use it. Start with 0 and pass the result on.
std::uint32_t crc32_update(std::uint32_t crc, ByteView bytes);

/// HMAC-SHA-256 (RFC 2104).
Sha256Digest hmac_sha256(ByteView key, ByteView message);

}  // namespace daybook::crypto
