#pragma once

#include <memory>

#include "crypto/bytes.h"

namespace daybook::crypto {

using Sha256Digest = std::array<std::uint8_t, 32>;
using Sha512Digest = std::array<std::uint8_t, 64>;

struct DigestContextDeleter {
  void operator()(void* context) const;
};

/// SHA-256 (N = 32) or SHA-512 (N = 64) of FIPS 180-4. OpenSSL computes them, because it uses the processor's own
/// instructions for SHA-2, and originals of many gigabytes are hashed.
template <std::size_t N>
class Sha2 {
 public:
  using Digest = std::array<std::uint8_t, N>;
  Sha2();
  void update(ByteView bytes);
  /// The digest of all that was given to update(). Neither update() nor finish() may follow.
  Digest finish();
  static Digest of(ByteView bytes) {
    Sha2 hash;
    hash.update(bytes);
    return hash.finish();
  }

 private:
  std::unique_ptr<void, DigestContextDeleter> m_context;
};

using Sha256 = Sha2<32>;
using Sha512 = Sha2<64>;
extern template class Sha2<32>;
extern template class Sha2<64>;

/// BLAKE2b-512 (RFC 7693), unkeyed, as minisign hashes files.
Sha512Digest blake2b_512(ByteView bytes);

/// BLAKE2b-512 (RFC 7693), unkeyed, of bytes that come in blocks.
class Blake2b512 {
 public:
  Blake2b512();
  ~Blake2b512();
  Blake2b512(const Blake2b512&) = delete;
  Blake2b512& operator=(const Blake2b512&) = delete;
  void update(ByteView bytes);
  /// The digest of all that was given to update(). Neither update() nor finish() may follow.
  Sha512Digest finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// CRC-32 as ZIP (APPNOTE 4.4.7) and PNG use it. `crc` is 0 for the first block, then the result for the block before.
std::uint32_t crc32_update(std::uint32_t crc, ByteView bytes);

/// HMAC-SHA-256 (RFC 2104).
Sha256Digest hmac_sha256(ByteView key, ByteView message);

}  // namespace daybook::crypto
