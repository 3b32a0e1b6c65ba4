#pragma once

#include "vault/bundle/check/proven_entry.h"

namespace daybook::vault {

/// What a copy shows of its log's past: the head in the copy before, changes of keys, and branches after a backup was
/// restored.
struct LogPast {
  bool holds = true;                         // nothing that the copy says of its log's past is wrong
  std::optional<LogHead> previous;           // the head in the copy before, where this log continues it
  std::vector<EarlierLog> earlier;           // logs whose heads, up to their size, are heads of this log too
  std::vector<crypto::PublicKey> old_roots;  // earlier root keys, where signed changes lead from them to this copy's
};

/// Checks `previous` of seal.json and `earlier` of keys.json (format.md section 4), with a finding for each. Fails when
/// the medium does.
Result<LogPast> check_log_past(const Listed& listed, const Signed& signed_list, const Seal& seal, const Head& head,
                               FindingLog& log);

/// Compares signed heads that the reader holds from earlier copies with this copy's log, with a finding for each, and
/// returns the worst of them. What is found does not change the answer on the copy (format.md section 6). Fails when
/// the medium does.
Result<Connection> check_earlier_heads(const std::vector<std::string>& notes, const Listed& listed, const Head& head,
                                       const LogPast& past, FindingLog& log);

}  // namespace daybook::vault
