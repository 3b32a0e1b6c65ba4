#include "vault/store/measurement.h"

#include <algorithm>

#include "crypto/secret.h"

namespace daybook::vault {

void Measurement::add(ByteView block) {
  wait();
  if (block.size() > kSmallBlockSize) {
    if (!m_helper) m_helper = std::make_unique<HelperThread>();
    m_helper->start([this, block] { other_half(block); });
  } else {
    other_half(block);
  }
  m_sha256.update(block);
  m_facts.size += block.size();
}

void Measurement::other_half(ByteView block) {
  m_sha512.update(block);
  m_facts.crc32 = crypto::crc32_update(m_facts.crc32, block);
}

ContentFacts Measurement::finish() {
  wait();
  m_facts.sha256 = m_sha256.finish();
  m_facts.sha512 = m_sha512.finish();
  return m_facts;
}

Result<ContentFacts> measure(ByteSource& source, const Progress& progress) {
  const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(kStreamBlockSize, source.size()));
  crypto::ContentBuffer buffers[2] = {crypto::ContentBuffer(size),
                                      crypto::ContentBuffer(source.size() > size ? size : 0)};
  Measurement measurement;
  std::uint64_t done = 0;
  for (int turn = 0; done < source.size(); turn ^= 1) {
    const MutableByteView block =
        buffers[turn].first(static_cast<std::size_t>(std::min<std::uint64_t>(size, source.size() - done)));
    TRY(source.read_at(done, block));
    measurement.add(block);
    done += block.size();
    if (!goes_on(progress, done)) return Error{ErrorCode::cancelled, ""};
  }
  return measurement.finish();
}

}  // namespace daybook::vault
