#pragma once

#include "crypto/age.h"
#include "vault/bundle/check/verdict.h"

namespace daybook::vault {

/// How a copy was unlocked.
struct Lock {
  bool is_locked = false;
  std::optional<crypto::AgeFileKey> file_key;  // of a locked copy
  std::optional<std::string> recipient;        // `age1...`, where one of the reader's identities opened the copy
};

/// Reads the beginning of a copy. Where it is an age file (C2SP age), finds the file key with `keys`, and looks at
/// nothing else in it. Nothing where no key fits or the header is not good; `log` has why. Fails when the medium does.
Result<std::optional<Lock>> open_lock(ByteSource& source, const crypto::AgeKeys& keys, FindingLog& log);

/// Opens the content of a locked copy; `source` must outlive it. Nothing when the header or the final chunk is not
/// good; `log` has why. Fails when the medium does.
Result<std::optional<crypto::AgeReader>> open_content(ByteSource& source, const crypto::AgeFileKey& file_key,
                                                      FindingLog& log);

}  // namespace daybook::vault
