#pragma once

#include "vault/bundle/check/proven_entry.h"

namespace daybook::vault {

/// What a copy shows of its log's past: the head in the copy before, changes of keys, and branches after a backup was
/// restored.
struct LogPast {
  bool holds = true;                         // nothing that the copy says of it is wrong
  std::optional<LogHead> previous;           // shown to be the beginning of this log
  std::vector<EarlierLog> earlier;           // whose heads, up to their size, are heads of this log too
  std::vector<crypto::PublicKey> old_roots;  // root keys that a proven chain of changes leads from to this copy's
};

/// Holds `previous` of seal.json and `earlier` of keys.json against the log, with a line for each.
Result<LogPast> check_log_past(const Listed& listed, const Signed& signed_list, const Seal& seal, const Head& head,
                               FindingLog& log);

/// Heads that the reader holds from before: a line for each. Says nothing of the seal, whatever it finds.
Result<Connection> check_earlier_heads(const std::vector<std::string>& notes, const Listed& listed, const Head& head,
                                       const LogPast& past, FindingLog& log);

}  // namespace daybook::vault
