#pragma once

#include "crypto/secret.h"
#include "vault/store/helper_thread.h"

namespace daybook::vault {

/// Gathers bytes into blocks of 1 MiB and writes each block on another thread while the next one is being filled. A
/// failure to write a block is returned by a later write() or by finish().
class BackgroundSink final : public ByteSink {
 public:
  /// `sink` must outlive this object and be used by nobody else until finish() has returned.
  explicit BackgroundSink(ByteSink& sink);
  Result<void> write(ByteView bytes) override;
  /// Writes the bytes that are left and waits until all are written.
  Result<void> finish();

 private:
  Result<void> flush();
  ByteSink& m_sink;
  crypto::ContentBuffer m_blocks[2];
  int m_filling = 0;
  std::size_t m_filled = 0;
  std::optional<Error> m_failure;  // written by the helper, read after wait()
  HelperThread m_helper;
};

}  // namespace daybook::vault
