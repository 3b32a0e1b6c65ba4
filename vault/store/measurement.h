#pragma once

#include <memory>

#include "crypto/hash.h"
#include "vault/store/helper_thread.h"
#include "vault/store/progress.h"

namespace daybook::vault {

/// Size and digests of a content, all taken in one pass over it.
struct ContentFacts {
  std::uint64_t size = 0;  // in bytes
  crypto::Sha256Digest sha256{};
  crypto::Sha512Digest sha512{};
  std::uint32_t crc32 = 0;
};

/// Bytes that a stream is read by at a time.
constexpr std::size_t kStreamBlockSize = 1 << 20;
/// Blocks of up to this many bytes are not worth a second thread, because waking it takes longer than the work.
constexpr std::size_t kSmallBlockSize = 64 * 1024;

/// Computes ContentFacts block by block on two cores: SHA-512 and CRC-32 on a helper, SHA-256 on the caller's thread.
class Measurement {
 public:
  /// Takes the next block, whose bytes must stay as they are until wait() or the next add() returns.
  void add(ByteView block);
  void wait() {
    if (m_helper) m_helper->wait();
  }
  /// The facts of all blocks. No add() may follow.
  ContentFacts finish();

 private:
  void other_half(ByteView block);
  crypto::Sha256 m_sha256;
  crypto::Sha512 m_sha512;
  ContentFacts m_facts;
  // Made when the first large block comes. Declared last, so that the thread has ended before what it works on goes.
  std::unique_ptr<HelperThread> m_helper;
};

/// Reads all of a source in constant memory and computes its facts. `cancelled` when `progress` answers false.
Result<ContentFacts> measure(ByteSource& source, const Progress& progress = {});

}  // namespace daybook::vault
