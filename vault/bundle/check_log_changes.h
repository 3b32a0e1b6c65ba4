#pragma once

#include "vault/bundle/copy_contents.h"
#include "vault/log/key_change.h"

namespace daybook::vault {

/// What a copy says of its log's past: changes of keys, and branches after a backup was restored.
struct LogChanges {
  std::vector<EarlierLog> earlier;       // whose heads are heads of this log too
  std::vector<crypto::PublicKey> roots;  // root keys that signed their successor, up to the key of this copy
};

/// Each change stands in the log as an entry; that entry, its path to `head` and its signatures are checked, and the
/// verdict gets a line for each. `keys` is keys.json; a copy of a log that never changed says nothing there.
LogChanges check_log_changes(const CopyContents& contents, const Json& keys, const std::optional<LogHead>& head,
                             const std::optional<crypto::PublicKey>& root, CopyVerdict& verdict);

}  // namespace daybook::vault
