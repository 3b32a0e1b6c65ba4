#pragma once

#include "crypto/aead.h"

namespace daybook::crypto {

/// The payload of an age file (C2SP age.md, "Payload"): a 16-byte nonce, then STREAM chunks of 64 KiB, each sealed with
/// ChaCha20-Poly1305 under HKDF(key, nonce, "payload"). The record's own objects use the same construction, so that one
/// code path serves both and any part can be read alone.
constexpr std::size_t kStreamNonceSize = 16;
constexpr std::size_t kStreamChunkSize = 64 * 1024;
constexpr std::size_t kSealedChunkSize = kStreamChunkSize + kAeadTagSize;

using StreamNonce = std::array<std::uint8_t, kStreamNonceSize>;

/// Bytes on disk of a payload (nonce and chunks) that holds `plaintext_size` bytes.
std::uint64_t sealed_stream_size(std::uint64_t plaintext_size);

/// Encrypts to a sink that must outlive it. Nothing is a valid stream until finish() has returned well.
class StreamWriter final : public ByteSink {
 public:
  /// Writes the nonce. `key_material` is the file key (any length of at least 16 bytes).
  static Result<StreamWriter> start(ByteSink& sink, ByteView key_material);

  Result<void> write(ByteView plaintext) override;
  /// Writes the final chunk. No write may follow.
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

/// Decrypts a stream that begins at `offset` of a source that must outlive it and ends where the source ends.
class StreamReader final : public ByteSource {
 public:
  /// Authenticates the final chunk before it returns, so that size() can be trusted and truncation is found at once.
  static Result<StreamReader> open(ByteSource& source, std::uint64_t offset, ByteView key_material);
  /// The same without the look at the final chunk, for release_in_order() alone.
  static Result<StreamReader> open_unchecked(ByteSource& source, std::uint64_t offset, ByteView key_material);

  std::uint64_t size() const override { return m_size; }
  /// Only authenticated bytes are ever put into `target`; on failure it is wiped.
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override;

  /// Writes every chunk that authenticates, from the first on, and fails at the first that does not. What was written
  /// before a failure is a true beginning of the plaintext, and no more than that.
  Result<void> release_in_order(ByteSink& sink);

  std::uint64_t chunk_count() const;
  /// One chunk by itself, whether it was written as an inner or as the final one, into `target` of kStreamChunkSize;
  /// returns its size. For what is damaged elsewhere: says nothing of the chunks before and after.
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
