#pragma once

#include "crypto/signing.h"

namespace daybook::crypto {

// Signed notes (C2SP signed-note.md), signature type 01: Ed25519 over the note's text.

/// Name and public key of a note's signer, written as a vkey: `name+hash+key`.
struct NoteVerifier {
  std::string name;
  PublicKey key;

  std::string to_text() const;
  static Result<NoteVerifier> parse(std::string_view vkey);
  std::array<std::uint8_t, 4> key_id() const;
};

/// No blanks, no `+`, well-formed UTF-8, not empty.
bool is_note_name(std::string_view name);

/// `text` must end in a newline. The result is the note with one signature.
std::string sign_note(std::string_view text, std::string_view name, const SigningKey& key);

/// The text of a note that the verifier's key signed. Signatures by others are ignored; one by this key that fails
/// makes the note `does_not_match`, as does having none.
Result<std::string> open_note(std::string_view note, const NoteVerifier& verifier);

/// A log's head (C2SP tlog-checkpoint.md): origin, number of entries, root. No extension lines are written; those of
/// others are kept out of the way.
struct Checkpoint {
  std::string origin;
  std::uint64_t size;
  std::array<std::uint8_t, 32> root;

  std::string to_text() const;
  static Result<Checkpoint> parse(std::string_view note_text);
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// Opens the note and parses it; the origin must be the verifier's name.
Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& verifier);

}  // namespace daybook::crypto
