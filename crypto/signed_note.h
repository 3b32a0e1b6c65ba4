#pragma once

#include "crypto/signing.h"

namespace daybook::crypto {

// Signed notes (C2SP signed-note.md), signature type 01: Ed25519 over the note's text.

/// Name and public key of a note's signer, written as a vkey: `name+hash+key`.
struct NoteVerifier {
  std::string name;
  PublicKey key;

  std::string to_text() const;
  /// `malformed` when the text is no vkey for Ed25519, its hash is not that of name and key, or PublicKey::parse()
  /// refuses the key.
  static Result<NoteVerifier> parse(std::string_view vkey);
  /// The hash in a vkey and in front of a signature: the first 4 bytes of SHA-256(name LF 01 key).
  std::array<std::uint8_t, 4> key_id() const;
};

/// Whether `name` can be the name of a key: well-formed UTF-8, not empty, no `+`, no space, no ASCII control character.
bool is_note_name(std::string_view name);

/// The note with one signature by `key`. `text` must be well-formed UTF-8, have no ASCII control character but
/// newlines, and end in a newline.
std::string sign_note(std::string_view text, std::string_view name, const SigningKey& key);

/// The text of a note that the verifier's key signed, with the newline at its end. Signatures by other keys are
/// ignored. `does_not_match` when this key signed nothing, or a signature under its name and hash fails. `malformed`
/// when the note does not follow the format or is longer than 1 MiB.
Result<std::string> open_note(std::string_view note, const NoteVerifier& verifier);

/// A log's head (C2SP tlog-checkpoint.md): origin, number of entries, root. Extension lines after these three are not
/// written, and are ignored where somebody else wrote some.
struct Checkpoint {
  std::string origin;
  std::uint64_t size;
  std::array<std::uint8_t, 32> root;

  std::string to_text() const;
  /// `malformed` when the text does not follow the format, or the number of entries is 2^63 or more.
  static Result<Checkpoint> parse(std::string_view note_text);
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// The checkpoint in a note that the verifier's key signed. Errors are those of open_note() and Checkpoint::parse(),
/// and `does_not_match` when the origin is not the verifier's name.
Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& verifier);

}  // namespace daybook::crypto
