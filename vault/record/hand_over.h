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

/// What the record notes of a copy when its files are finished. The passphrase of a copy is never among it.
struct FinishedCopy {
  crypto::Sha512Digest tagmanifest_sha512{};
  std::vector<ItemNumber> items;
  std::vector<std::string> files;  // names of the copy or of its parts in order, in UTF-8, without their folder
  std::string receipt;             // the number for the receipt on paper: 64 digits
  std::string key_words;           // the eight words of the key that signed it, which a change of keys changes
};

}  // namespace daybook::vault
