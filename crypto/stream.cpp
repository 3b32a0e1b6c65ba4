#include "crypto/stream.h"

#include "crypto/hkdf.h"
#include "crypto/random.h"

namespace daybook::crypto {
namespace {

constexpr std::uint64_t kNoChunk = ~std::uint64_t{0};

ChaChaPoly payload_cipher(ByteView key_material, ByteView nonce) {
  return ChaChaPoly(derive_key<AeadKey>(key_material, nonce, "payload").expose());
}

// The nonce of a chunk is a big-endian counter of 11 bytes, then 01 for the final chunk and 00 for every other. So a
// stream that is reordered, cut off or extended has a chunk under another nonce, and that chunk does not open.
std::array<std::uint8_t, 12> chunk_nonce(std::uint64_t counter, bool final) {
  std::array<std::uint8_t, 12> nonce{};
  for (int i = 0; i < 8; ++i) nonce[10 - i] = static_cast<std::uint8_t>(counter >> (8 * i));
  nonce[11] = final ? 1 : 0;
  return nonce;
}

Error damaged(std::uint64_t chunk) { return {ErrorCode::damaged, "encrypted part " + std::to_string(chunk + 1)}; }

}  // namespace

std::uint64_t encrypted_stream_size(std::uint64_t plaintext_size) {
  const std::uint64_t chunks = plaintext_size == 0 ? 1 : (plaintext_size + kStreamChunkSize - 1) / kStreamChunkSize;
  return kStreamNonceSize + plaintext_size + chunks * kAeadTagSize;
}

StreamWriter::StreamWriter(ByteSink& sink, ChaChaPoly cipher)
    : m_sink(&sink), m_cipher(std::move(cipher)), m_pending(kStreamChunkSize), m_sealed(kEncryptedChunkSize) {}

Result<StreamWriter> StreamWriter::start(ByteSink& sink, ByteView key_material) {
  const auto nonce = random_array<kStreamNonceSize>();
  TRY(sink.write(nonce));
  return StreamWriter(sink, payload_cipher(key_material, nonce));
}

Result<void> StreamWriter::write(ByteView plaintext) {
  while (!plaintext.empty()) {
    // A full chunk is held back until more comes, because only then is it known not to be the final one.
    if (m_pending_size == kStreamChunkSize) {
      TRY(write_chunk(m_pending.bytes(), false));
      m_pending_size = 0;
    }
    while (m_pending_size == 0 && plaintext.size() > kStreamChunkSize) {
      TRY(write_chunk(plaintext.first(kStreamChunkSize), false));
      plaintext = plaintext.subspan(kStreamChunkSize);
    }
    const std::size_t count = std::min(plaintext.size(), kStreamChunkSize - m_pending_size);
    copy_bytes(plaintext.first(count), m_pending.bytes().subspan(m_pending_size, count));
    m_pending_size += count;
    plaintext = plaintext.subspan(count);
  }
  return {};
}

Result<void> StreamWriter::finish() { return write_chunk(m_pending.first(m_pending_size), true); }

Result<void> StreamWriter::write_chunk(ByteView plaintext, bool final) {
  const MutableByteView sealed = MutableByteView(m_sealed).first(plaintext.size() + kAeadTagSize);
  m_cipher.seal(chunk_nonce(m_counter++, final), plaintext, sealed);
  return m_sink->write(sealed);
}

StreamReader::StreamReader(ByteSource& source, std::uint64_t offset, ChaChaPoly cipher)
    : m_source(&source),
      m_offset(offset),
      m_sealed_size(source.size() - offset),
      m_cipher(std::move(cipher)),
      m_chunk(kStreamChunkSize),
      m_sealed(kEncryptedChunkSize),
      m_loaded(kNoChunk) {}

Result<StreamReader> StreamReader::open_unchecked(ByteSource& source, std::uint64_t offset, ByteView key_material) {
  StreamNonce nonce;
  if (offset > source.size() || source.size() - offset < nonce.size())
    return Error{ErrorCode::malformed, "age header: no payload"};
  TRY(source.read_at(offset, nonce));
  return StreamReader(source, offset + nonce.size(), payload_cipher(key_material, nonce));
}

Result<StreamReader> StreamReader::open(ByteSource& source, std::uint64_t offset, ByteView key_material) {
  TRY_ASSIGN(StreamReader reader, open_unchecked(source, offset, key_material));
  const std::uint64_t chunks = reader.chunk_count();
  if (chunks == 0) return damaged(0);
  if (reader.m_sealed_size < chunks * kAeadTagSize) return damaged(chunks - 1);
  reader.m_size = reader.m_sealed_size - chunks * kAeadTagSize;
  // An empty final chunk is legal only as the whole payload (C2SP age.md), or one plaintext would have two encodings.
  if (chunks > 1 && reader.m_size == (chunks - 1) * kStreamChunkSize) return damaged(chunks - 1);
  TRY(reader.load(chunks - 1));
  return reader;
}

std::uint64_t StreamReader::chunk_count() const {
  return (m_sealed_size + kEncryptedChunkSize - 1) / kEncryptedChunkSize;
}

Result<std::size_t> StreamReader::decrypt(std::uint64_t index, bool final) {
  const std::uint64_t begin = index * kEncryptedChunkSize;
  const std::size_t count =
      static_cast<std::size_t>(std::min<std::uint64_t>(kEncryptedChunkSize, m_sealed_size - begin));
  if (count < kAeadTagSize) return damaged(index);
  const MutableByteView sealed = MutableByteView(m_sealed).first(count);
  TRY(m_source->read_at(m_offset + begin, sealed));
  m_loaded = kNoChunk;
  if (!m_cipher.open(chunk_nonce(index, final), sealed, m_chunk.first(count - kAeadTagSize))) return damaged(index);
  return count - kAeadTagSize;
}

Result<void> StreamReader::load(std::uint64_t index) {
  if (index == m_loaded) return {};
  TRY(decrypt(index, index + 1 == chunk_count()));
  m_loaded = index;
  return {};
}

Result<void> StreamReader::read_at(std::uint64_t offset, MutableByteView target) {
  if (offset > m_size || target.size() > m_size - offset) return Error{ErrorCode::malformed, "ends early"};
  std::size_t done = 0;
  while (done < target.size()) {
    const std::uint64_t position = offset + done;
    if (auto loaded = load(position / kStreamChunkSize); !loaded) {
      wipe(target);
      return loaded.error();
    }
    const std::size_t within = static_cast<std::size_t>(position % kStreamChunkSize);
    const std::size_t count = std::min(target.size() - done, kStreamChunkSize - within);
    copy_bytes(m_chunk.bytes().subspan(within, count), target.subspan(done, count));
    done += count;
  }
  return {};
}

Result<std::size_t> StreamReader::read_chunk(std::uint64_t index, MutableByteView target) {
  DAYBOOK_ASSERT(target.size() == kStreamChunkSize);
  auto opened = decrypt(index, index + 1 == chunk_count());
  if (!opened) opened = decrypt(index, index + 1 != chunk_count());
  if (opened) copy_bytes(m_chunk.first(*opened), target.first(*opened));
  return opened;
}

Result<void> StreamReader::release_in_order(ByteSink& sink) {
  const std::uint64_t chunks = chunk_count();
  if (chunks == 0) return damaged(0);
  for (std::uint64_t index = 0; index < chunks; ++index) {
    const bool at_end = index + 1 == chunks;
    if (auto opened = decrypt(index, at_end)) {
      if (at_end && index > 0 && *opened == 0) return damaged(index);
      TRY(sink.write(m_chunk.first(*opened)));
      continue;
    }
    // The chunk may open under the nonce of the other kind: as a final one that bytes follow, or as an inner one after
    // which the final one is missing. Its bytes are authenticated all the same, and the stream is refused.
    auto opened = decrypt(index, !at_end);
    if (opened && (at_end ? *opened == kStreamChunkSize : *opened > 0)) TRY(sink.write(m_chunk.first(*opened)));
    return damaged(index);
  }
  return {};
}

}  // namespace daybook::crypto
