#pragma once

#include <memory>
#include <optional>

#include "crypto/age_keys.h"
#include "crypto/stream.h"

namespace daybook::crypto {

// Files in the format age v1 (C2SP age.md). AgeWriter encrypts, AgeReader decrypts any part of a file. The format says
// nothing about who made a file, so what matters must also be signed inside.

/// Encrypts what is written to it into a sink, which must outlive the writer. The sink holds no valid file until
/// finish() has returned without an error.
class AgeWriter final : public ByteSink {
 public:
  /// A file for at least one recipient. Writes the header. `malformed` when a recipient's key is of low order.
  static Result<AgeWriter> for_recipients(ByteSink& sink, std::span<const AgeRecipient> recipients);
  /// A file that a passphrase locks, byte for byte as given. Writes the header. The scrypt of the usual work factor
  /// takes about a second and 256 MiB, and `too_large` says that the memory is not to be had.
  static Result<AgeWriter> for_passphrase(ByteSink& sink, ByteView passphrase, int work_factor = kScryptWorkFactor);

  Result<void> write(ByteView plaintext) override { return m_stream.write(plaintext); }
  Result<void> finish() { return m_stream.finish(); }
  /// The file's own key, by which whoever makes a file can read it back without being one of the recipients.
  const AgeFileKey& file_key() const { return m_file_key; }

 private:
  AgeWriter(StreamWriter stream, AgeFileKey file_key) : m_stream(std::move(stream)), m_file_key(std::move(file_key)) {}
  static Result<AgeWriter> start(ByteSink& sink, AgeFileKey file_key, const std::vector<AgeStanza>& stanzas);
  StreamWriter m_stream;
  AgeFileKey m_file_key;
};

/// The secrets that an age file is tried to be opened with.
struct AgeKeys {
  std::vector<AgeIdentity> identities;
  SecretBuffer passphrase;             // empty when there is none
  std::optional<AgeFileKey> file_key;  // from AgeWriter::file_key(), for reading back that one file; tried first
};

struct UnwrappedFileKey {
  AgeFileKey file_key;
  std::optional<std::size_t> identity_used;  // which of the given identities fitted, if it was one of them
};
/// The file's own key, from the header alone: the MAC of the header is checked, the payload is not looked at. Fails
/// with `no_matching_key` when no key fits, `malformed` when there is no age header, `does_not_match` when the header
/// was altered, and `too_large` when the memory for scrypt is not to be had.
Result<UnwrappedFileKey> unwrap_age_file_key(ByteSource& source, const AgeKeys& keys);

/// Reads any part of an age file from a source, which must outlive the reader.
class AgeReader final : public ByteSource {
 public:
  /// Checks the MAC of the header and the final chunk before it returns. Fails with `no_matching_key` when no key fits,
  /// `malformed` when the source is no age file, `does_not_match` when the header was altered, `damaged` when the
  /// payload was, and `too_large` when the memory for scrypt is not to be had.
  static Result<AgeReader> open(ByteSource& source, const AgeKeys& keys);

  std::uint64_t size() const override { return m_stream.size(); }
  Result<void> read_at(std::uint64_t offset, MutableByteView target) override {
    return m_stream.read_at(offset, target);
  }
  /// Which of the given identities opened the file. Nothing when the passphrase or the file key did.
  std::optional<std::size_t> identity_used() const { return m_identity_used; }
  /// How many stanzas the header has: one for each recipient. The recipients' keys cannot be told from them.
  std::size_t stanza_count() const { return m_stanza_count; }

 private:
  AgeReader(StreamReader stream, std::optional<std::size_t> identity, std::size_t stanzas)
      : m_stream(std::move(stream)), m_identity_used(identity), m_stanza_count(stanzas) {}
  StreamReader m_stream;
  std::optional<std::size_t> m_identity_used;
  std::size_t m_stanza_count;
};

/// Decrypts a file from the first chunk on. Only authenticated bytes reach the sink, and what reached it before a
/// failure is a true beginning of the plaintext. Errors are those of AgeReader::open().
Result<void> decrypt_age_in_order(ByteSource& source, const AgeKeys& keys, ByteSink& sink);

/// The age file inside armor (C2SP age.md, "ASCII armor": strict PEM, label AGE ENCRYPTED FILE, 64 columns).
/// `malformed` for everything else. Armor is read and never written, because it would make a sealed copy a third
/// larger.
Result<Bytes> decode_age_armor(std::string_view text);

}  // namespace daybook::crypto
