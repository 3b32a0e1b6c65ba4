#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

/// How the names of a copy's files begin: `copy-` and the first eight digits of its UUID. A name on a stick is read by
/// anybody who finds it, so it tells neither the program nor the case.
inline std::string copy_stem(const std::string& bundle) { return "copy-" + bundle.substr(0, 8); }

/// What the sealing of a copy starts from: the copy's UUID and number, and the head of the log that it will carry.
struct CopyTicket {
  std::string bundle;       // a UUID (RFC 9562, version 4)
  std::int64_t number = 0;  // from 1; copies that were never finished have one too
  CustodyLog::Head head;
  std::optional<std::string> previous_checkpoint;  // the signed head in the last copy that was finished
  Instant started;
};

}  // namespace daybook::vault
