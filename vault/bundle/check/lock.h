#pragma once

#include "crypto/age.h"
#include "vault/bundle/check/verdict.h"

namespace daybook::vault {

/// How a copy was opened.
struct Lock {
  bool is_locked = false;
  std::optional<crypto::AgeFileKey> file_key;  // of a locked one
  std::optional<std::string> recipient;        // the public key whose identity opened it: `age1...`
};

/// Looks at the beginning of a copy and, when it is locked, finds the file's own key. What is in the file is not looked
/// at. Nothing where no key fits or the header is not good; `log` has why. Fails when the medium does.
Result<std::optional<Lock>> open_lock(ByteSource& source, const crypto::AgeKeys& keys, FindingLog& log);

/// The content of a locked copy, which must outlive it. Nothing when its end is not there; `log` has why.
Result<std::optional<crypto::AgeReader>> open_content(ByteSource& source, const crypto::AgeFileKey& file_key,
                                                      FindingLog& log);

}  // namespace daybook::vault
