#pragma once

#include "crypto/signed_note.h"
#include "vault/log/entry.h"

namespace daybook::vault {

// When somebody may know the passphrase, the record gets new keys, and the log gets an entry of type `key` that names
// them and is signed by the old root key and by the new one. The entry shows that whoever made the change had both
// keys. It cannot show who that was, because whoever knew the passphrase had the old key too. So a reader of a copy
// asks the keeper for the new key words all the same.

struct KeyChange {
  crypto::PublicKey old_root;
  crypto::PublicKey new_root;
  std::string new_log;  // vkey
};

/// The members of a `key` entry that leads from one root key to another (vault/bundle/format.md), with both signatures.
Json key_change_members(const crypto::SigningKey& old_root, const crypto::SigningKey& new_root,
                        const crypto::NoteVerifier& new_log);

/// Reads a `key` entry and checks both signatures. `malformed` for anything but a `key` entry that follows the format,
/// `does_not_match` when one of the signatures does not verify.
Result<KeyChange> parse_key_change(const Entry& entry);

/// A log that was continued under another key or name. Its heads of up to `size` entries are heads of the present log
/// too.
struct EarlierLog {
  crypto::NoteVerifier verifier;
  std::uint64_t size = 0;  // how many entries its last head covers
  EntryNumber entry{};     // the number of the `key` or `branch` entry that announces the change, at least `size`
};

/// Earlier logs as `earlier` in keys.json has them (vault/bundle/format.md).
Json to_json(const std::vector<EarlierLog>& logs);
/// Earlier logs from what to_json() makes. `malformed` for everything else.
Result<std::vector<EarlierLog>> parse_earlier_logs(const Json& json);

}  // namespace daybook::vault
