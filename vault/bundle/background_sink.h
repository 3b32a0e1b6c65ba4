#pragma once

#include "crypto/secret.h"
#include "vault/store/helper_thread.h"

namespace daybook::vault {

/// Gathers bytes into blocks and writes each on another thread while the next is being filled. A failure there is
/// reported by the next write() or by finish().
class BackgroundSink final : public ByteSink {
 public:
  /// `sink` must outlive this object and be used by nobody else until finish() has returned.
  explicit BackgroundSink(ByteSink& sink);
  Result<void> write(ByteView bytes) override;
  /// Writes what is left and waits.
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
