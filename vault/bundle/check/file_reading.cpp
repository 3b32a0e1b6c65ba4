#include "vault/bundle/check/file_reading.h"

#include <algorithm>

namespace daybook::vault {

Result<FileReading> read_file_of(const Container& container, FileIndex file, const BlockReceiver& receiver,
                                 const Progress& progress) {
  const auto stream = container.open(file);
  const std::size_t size =
      static_cast<std::size_t>(std::clamp<std::uint64_t>(container.size(file) + 1, 1, kStreamBlockSize));
  crypto::ContentBuffer buffers[2] = {crypto::ContentBuffer(size),
                                      crypto::ContentBuffer(container.size(file) > size ? size : 0)};
  Measurement measurement;
  FileReading reading;
  std::uint64_t done = 0;
  for (int turn = 0;; turn ^= 1) {
    // In a file of more than one block, a block is hashed while the next one is read into the other buffer.
    crypto::ContentBuffer& buffer = buffers[buffers[1].size() > 0 ? turn : 0];
    if (buffers[1].size() == 0) measurement.wait();
    const auto count = stream->read(buffer.bytes());
    if (!count && !is_damage(count.error().code)) return count.error();
    if (!count) return reading;
    if (*count == 0) break;
    const ByteView block = buffer.first(*count);
    measurement.add(block);
    if (receiver) TRY(receiver(block));
    done += block.size();
    if (!goes_on(progress, done)) return Error{ErrorCode::cancelled, ""};
  }
  reading.facts = measurement.finish();
  const auto crc = stream->expected_crc();
  reading.is_complete = reading.facts.size == container.size(file);
  reading.is_whole = reading.is_complete && (!crc || *crc == reading.facts.crc32);
  reading.has_bytes_left = stream->has_bytes_left();
  return reading;
}

}  // namespace daybook::vault
