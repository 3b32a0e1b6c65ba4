#pragma once

#include "crypto/signed_note.h"
#include "vault/log/entry.h"

namespace daybook::vault {

// When somebody may know the passphrase, the record gets new keys and the log an entry of type `key` that names them,
// signed by the old root key and by the new one. It shows that whoever made the change had both. It cannot show who
// that was: who knew the passphrase had the old key too. So a reader asks the keeper for the new words all the same.

struct KeyChange {
  crypto::PublicKey old_root;
  crypto::PublicKey new_root;
  std::string new_log;  // vkey
};

/// The members of a `key` entry.
Json key_change_members(const crypto::SigningKey& old_root, const crypto::SigningKey& new_root,
                        const crypto::NoteVerifier& new_log);

/// `malformed` for anything but a `key` entry, `does_not_match` when one of the two signatures is not good.
Result<KeyChange> parse_key_change(const Entry& entry);

/// A log that was continued under another key or name: its verifier, and how many entries it had signed at most. Heads
/// of up to that size are heads of the present log too.
struct EarlierLog {
  crypto::NoteVerifier verifier;
  std::uint64_t size = 0;  // entries before the one that announces the change
  EntryNumber entry{};     // that entry
};

Json to_json(const std::vector<EarlierLog>& logs);
/// `malformed` unless it is what to_json() makes.
Result<std::vector<EarlierLog>> parse_earlier_logs(const Json& json);

}  // namespace daybook::vault
