#pragma once

#include <functional>

#include "crypto/age.h"
#include "crypto/signed_note.h"
#include "vault/bundle/verdict.h"
#include "vault/store/file_system.h"

namespace daybook::vault {

struct CheckOptions {
  crypto::AgeKeys keys;                             // to open a locked copy
  std::optional<crypto::PublicKey> confirmed_root;  // the key confirmed with the keeper, in full ...
  std::optional<std::string> confirmed_words;       // ... or its eight words, as she read them out
  std::vector<std::string> earlier_checkpoints;     // signed heads from copies received before
  bool drop_cache = false;                          // read from the medium, not from the system's cache
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress;
};

/// Checks a copy, given as one file or as its parts in order. Never stops at the first fault: says which items are
/// good, which are not, and what was not checked. Fails only when the file itself cannot be read (`not_found`,
/// `input_output`, ...) or when stopped. One pass over the bytes; the tag files (up to 256 MiB) are held in memory.
Result<CopyVerdict> check_copy(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options);

/// Unpacks a copy into `folder`, which must not exist, after the same check; the verdict tells what to think of it.
/// Nothing is written when not even the container can be read.
Result<CopyVerdict> open_copy(FileSystem& files, const std::vector<Path>& parts, const CheckOptions& options,
                              const Path& folder);

}  // namespace daybook::vault
