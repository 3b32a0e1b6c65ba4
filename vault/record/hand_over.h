#pragma once

#include "vault/log/custody_log.h"

namespace daybook::vault {

/// How the files of a copy begin; the rest of the name tells the form. Neutral: it goes on a stick.
inline std::string copy_stem(const std::string& bundle) { return "copy-" + bundle.substr(0, 8); }

/// What a hand-over starts from: the log as it stood, with its place in the order of copies.
struct ExportTicket {
  std::string bundle;  // a UUID
  std::int64_t number = 0;
  CustodyLog::Head head;
  std::optional<std::string> previous_checkpoint;  // of the copy before
  Instant started;
};

}  // namespace daybook::vault
