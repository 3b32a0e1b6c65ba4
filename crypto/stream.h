#pragma once

#include "crypto/aead.h"

namespace daybook::crypto {

// The payload of an age file (C2SP age.md, "Payload"): a 16-byte nonce, then STREAM chunks of 64 KiB, each encrypted
// with ChaCha20-Poly1305 under HKDF(key, nonce, "payload"). The record's own objects use the same construction, so that
// one code path serves both and any part can be read alone.

constexpr std::size_t kStreamNonceSize = 16;
constexpr std::size_t kStreamChunkSize = 64 * 1024;
constexpr std::size_t kEncryptedChunkSize = kStreamChunkSize + kAeadTagSize;

using StreamNonce = std::array<std::uint8_t, kStreamNonceSize>;

/// Bytes on disk of a payload (nonce and chunks) that holds `plaintext_size` bytes.
std::uint64_t encrypted_stream_size(std::uint64_t plaintext_size);

/// Encrypts what is written to it into a sink, which must outlive the writer. The sink holds no valid stream until
/// finish() has returned without an error.
class StreamWriter final : public ByteSink {
 public:
  /// Writes a random nonce to the sink. `key_material` is the secret that the stream's key is derived from, of at least
  /// 16 bytes.
  static Result<StreamWriter> start(ByteSink& sink, ByteView key_material);

  Result<void> write(ByteView plaintext) override;
  /// Writes the final chunk, by which a reader knows that nothing is cut off. No write() may follow.
  Result<void> finish();

 private:
  StreamWriter(ByteSink& sink, ChaChaPoly cipher);
  Result<void> write_chunk(ByteView plaintext, bool final);

  ByteSink* m_sink;
  ChaChaPoly m_cipher;
  ContentBuffer m_pending;
  std::size_t m_pending_size = 0;
  Bytes m_sealed;
  std::uint64_t m_counter = 0;
};

/// Decrypts a stream that begins at `offset` of a source and ends where the source ends. The source must outlive the
/// reader, and one thread at a time uses a reader.
class StreamReader final : public ByteSource {
 public:
  /// Authenticates the final chunk before it returns, so that size() can be trusted and a stream that was cut off is
  /// found at once. `malformed` when there is no room for the nonce, `damaged` when the final chunk does not open.
  static Result<StreamReader> open(ByteSource& source, std::uint64_t offset, ByteView key_material);
  /// Opens a stream without looking at its final chunk, which may be missing. The size() is then 0, and only
  /// release_in_order() and read_chunk() are of use. `malformed` when there is no room for the nonce.
  static Result<StreamReader> open_unchecked(ByteSource& source, std::uint64_t offset, ByteView key_material);

  /// Bytes of plaintext.
  std::uint64_t size() const override { return m_size; }
  /// Only authenticated bytes are ever put into `target`, and it is wiped where a chunk fails with `damaged`.
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;

  /// Writes every chunk that authenticates, from the first on, and fails with `damaged` at the first that does not.
  /// What was written before a failure is a true beginning of the plaintext, and no more than that.
  Result<void> release_in_order(ByteSink& sink);

  std::uint64_t chunk_count() const;
  /// Decrypts one chunk, whether it was written as an inner or as the final one, into `target` of kStreamChunkSize, and
  /// returns how many bytes it holds. For saving what is left of a damaged stream: a chunk that opens says nothing of
  /// the chunks before and after it.
  Result<std::size_t> read_chunk(std::uint64_t index, MutableByteView target);

 private:
  StreamReader(ByteSource& source, std::uint64_t offset, ChaChaPoly cipher);
  /// Decrypts chunk `index` into m_chunk.
  Result<void> load(std::uint64_t index);
  Result<std::size_t> decrypt(std::uint64_t index, bool final);

  ByteSource* m_source;
  std::uint64_t m_offset;
  std::uint64_t m_sealed_size;
  std::uint64_t m_size = 0;
  ChaChaPoly m_cipher;
  ContentBuffer m_chunk;
  Bytes m_sealed;
  std::uint64_t m_loaded;
};

}  // namespace daybook::crypto
