#pragma once

#include <memory>

#include "crypto/bytes.h"

namespace daybook::crypto {

using Sha256Digest = std::array<std::uint8_t, 32>;
using Sha512Digest = std::array<std::uint8_t, 64>;

struct DigestContextDeleter {
  void operator()(void* context) const;
};

/// SHA-256 or SHA-512 (FIPS 180-4), told apart by the bytes of the digest. By OpenSSL: it has the processor's own
/// instructions.
template <std::size_t N>
class Sha2 {
 public:
  using Digest = std::array<std::uint8_t, N>;
  Sha2();
  void update(ByteView bytes);
  /// Ends the computation; the object is done.
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

/// The same for what comes in blocks.
class Blake2b512 {
 public:
  Blake2b512();
  ~Blake2b512();
  Blake2b512(const Blake2b512&) = delete;
  Blake2b512& operator=(const Blake2b512&) = delete;
  void update(ByteView bytes);
  /// Ends the computation; the object is done.
  Sha512Digest finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// CRC-32 as ZIP and PNG use it. Start with 0 and pass the result on.
std::uint32_t crc32_update(std::uint32_t crc, ByteView bytes);

/// HMAC-SHA-256 (RFC 2104).
Sha256Digest hmac_sha256(ByteView key, ByteView message);

}  // namespace daybook::crypto
