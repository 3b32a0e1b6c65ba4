#pragma once

#include <memory>
#include <optional>

#include "crypto/age_keys.h"
#include "crypto/stream.h"

namespace daybook::crypto {

// age v1 files (C2SP age.md). To encrypt: AgeWriter. To decrypt, anywhere in the file: AgeReader. Whole small files:
// encrypt_age and decrypt_age. age says nothing about who made a file: what matters must also be signed inside.

/// Encrypts to a sink that must outlive it. Nothing is a valid file until finish() has returned well.
class AgeWriter final : public ByteSink {
 public:
  /// At least one recipient.
  static Result<AgeWriter> for_recipients(ByteSink& sink, std::span<const AgeRecipient> recipients);
  /// Costs a second and 256 MiB, once, for scrypt.
  static Result<AgeWriter> for_passphrase(ByteSink& sink, ByteView passphrase, int work_factor = kScryptWorkFactor);

  Result<void> write(ByteView plaintext) override { return m_stream.write(plaintext); }
  Result<void> finish() { return m_stream.finish(); }
  /// The file's own key, by which its maker can read it back without being one of the recipients.
  const AgeFileKey& file_key() const { return m_file_key; }

 private:
  AgeWriter(StreamWriter stream, AgeFileKey file_key) : m_stream(std::move(stream)), m_file_key(std::move(file_key)) {}
  static Result<AgeWriter> start(ByteSink& sink, AgeFileKey file_key, const std::vector<AgeStanza>& stanzas);
  StreamWriter m_stream;
  AgeFileKey m_file_key;
};

/// What may open a file.
struct AgeKeys {
  std::vector<AgeIdentity> identities;
  SecretBuffer passphrase;             // empty when there is none
  std::optional<AgeFileKey> file_key;  // of the one file that its maker reads back; tried first
};

/// The file's own key, by the header alone: its MAC is checked, the payload is not looked at. `identity_used` as
/// AgeReader has it; errors likewise.
struct UnwrappedFileKey {
  AgeFileKey file_key;
  std::optional<std::size_t> identity_used;
};
Result<UnwrappedFileKey> unwrap_age_file_key(ByteSource& source, const AgeKeys& keys);

/// Reads any part of an age file from a source that must outlive it.
class AgeReader final : public ByteSource {
 public:
  /// Checks the header's MAC and the final chunk before it returns. `no_matching_key` when no key fits; `malformed`
  /// when this is no age file; `does_not_match` when the header was altered; `damaged` when the payload was.
  static Result<AgeReader> open(ByteSource& source, const AgeKeys& keys);

  std::uint64_t size() const override { return m_stream.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    return m_stream.read_at(offset, target);
  }
  /// Which of the given identities opened the file; nothing when it was the passphrase.
  std::optional<std::size_t> identity_used() const { return m_identity_used; }
  /// How many recipients the file has. Their keys cannot be told from it.
  std::size_t stanza_count() const { return m_stanza_count; }

 private:
  AgeReader(StreamReader stream, std::optional<std::size_t> identity, std::size_t stanzas)
      : m_stream(std::move(stream)), m_identity_used(identity), m_stanza_count(stanzas) {}
  StreamReader m_stream;
  std::optional<std::size_t> m_identity_used;
  std::size_t m_stanza_count;
};

/// Decrypts in order, releasing only authenticated bytes. What reached the sink before a failure is a true beginning.
Result<void> decrypt_age_in_order(ByteSource& source, const AgeKeys& keys, ByteSink& sink);

/// The age file inside strict PEM armor (label AGE ENCRYPTED FILE, 64 columns). Only read, never written: it would make
/// a sealed copy a third larger.
Result<Bytes> decode_age_armor(std::string_view text);

}  // namespace daybook::crypto
