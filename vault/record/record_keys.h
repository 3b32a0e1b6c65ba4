#pragma once

#include "crypto/age_keys.h"
#include "crypto/minisign.h"
#include "vault/log/custody_log.h"
#include "vault/log/key_change.h"

namespace daybook::vault {

/// The keys with which a record signs and is written to. They are random, and kept in the database.
struct RecordKeys {
  crypto::SigningKey root;  // signs sealed copies
  crypto::MinisignKeyId root_id;
  LogIdentity log;
  crypto::AgeIdentity identity;          // the keeper's own, so that others can send her something
  std::vector<EarlierLog> earlier_logs;  // before a change of keys or a branch; oldest first

  /// `damaged` when a key is missing or has another size.
  static Result<RecordKeys> load(Database& database, const std::string& record_id);
  /// Checks the signature of a head (a C2SP signed checkpoint) and parses it, under the log's present key or an earlier
  /// one. A head under an earlier key counts only up to the size that the log had when that key was replaced.
  Result<crypto::Checkpoint> open_checkpoint(std::string_view note) const;
  crypto::MinisignPublicKey root_public() const { return {root_id, root.public_key()}; }
};

}  // namespace daybook::vault
