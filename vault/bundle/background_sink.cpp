#include "vault/bundle/background_sink.h"

#include "vault/store/measurement.h"

namespace daybook::vault {

BackgroundSink::BackgroundSink(ByteSink& sink)
    : m_sink(sink), m_blocks{crypto::ContentBuffer(kStreamBlockSize), crypto::ContentBuffer(kStreamBlockSize)} {}

Result<void> BackgroundSink::write(ByteView bytes) {
  while (!bytes.empty()) {
    const std::size_t count = std::min(bytes.size(), kStreamBlockSize - m_filled);
    copy_bytes(bytes.first(count), m_blocks[m_filling].bytes().subspan(m_filled, count));
    m_filled += count;
    bytes = bytes.subspan(count);
    if (m_filled == kStreamBlockSize) TRY(flush());
  }
  return {};
}

Result<void> BackgroundSink::flush() {
  m_helper.wait();
  if (m_failure) return *m_failure;
  m_helper.start([this, block = ByteView(m_blocks[m_filling].first(m_filled))] {
    if (auto written = m_sink.write(block); !written) m_failure = written.error();
  });
  m_filling ^= 1;
  m_filled = 0;
  return {};
}

Result<void> BackgroundSink::finish() {
  TRY(flush());
  m_helper.wait();
  if (m_failure) return *m_failure;
  return {};
}

}  // namespace daybook::vault
