#pragma once

#include <memory>

#include "crypto/hash.h"
#include "vault/store/helper_thread.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// Size and digests of a content, all taken in one pass when it came in.
struct ContentFacts {
  std::uint64_t size = 0;
  crypto::Sha256Digest sha256{};
  crypto::Sha512Digest sha512{};
  std::uint32_t crc32 = 0;
};

/// How much a stream is read at a time.
constexpr std::size_t kStreamBlockSize = 1 << 20;
/// Blocks up to this size are not worth a second thread: waking it takes longer than the work.
constexpr std::size_t kSmallBlockSize = 64 * 1024;

/// Computes ContentFacts block by block on two cores: SHA-512 and CRC-32 on a helper, SHA-256 on the caller's thread.
class Measurement {
 public:
  /// Starts both halves; the block must stay as it is until wait() or the next add() returns.
  void add(ByteView block);
  void wait() {
    if (m_helper) m_helper->wait();
  }
  ContentFacts finish();

 private:
  void other_half(ByteView block);
  crypto::Sha256 m_sha256;
  crypto::Sha512 m_sha512;
  ContentFacts m_facts;
  std::unique_ptr<HelperThread>
      m_helper;  // made when the first large block comes; last: joined before what it works on goes
};

/// Reads all of a source and computes its facts. Constant memory. `cancelled` when `progress` says so.
Result<ContentFacts> measure(ByteSource& source, const Progress& progress = {});

}  // namespace daybook::vault
