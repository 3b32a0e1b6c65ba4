#pragma once

#include "crypto/age_keys.h"
#include "crypto/minisign.h"
#include "vault/log/custody_log.h"
#include "vault/log/key_change.h"

namespace daybook::vault {

/// Keys of the record itself, kept in the database.
struct RecordKeys {
  crypto::SigningKey root;  // signs sealed copies
  crypto::MinisignKeyId root_id;
  LogIdentity log;
  crypto::AgeIdentity identity;          // the keeper's own, so that others can send her something
  std::vector<EarlierLog> earlier_logs;  // before a change of keys or a branch; oldest first

  static Result<RecordKeys> load(Database& database, const std::string& record_id);
  /// Opens a head that this log signed, under its present key or an earlier one.
  Result<crypto::Checkpoint> open_checkpoint(std::string_view note) const;
  crypto::MinisignPublicKey root_public() const { return {root_id, root.public_key()}; }
};

}  // namespace daybook::vault
