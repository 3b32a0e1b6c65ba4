#pragma once

#include "crypto/age_keys.h"
#include "ui/cli/commands.h"

namespace daybook::ui {

/// A file that is typed for a key, a list of keys or a head: `too_large` above a megabyte. It may hold a secret.
Result<crypto::SecretBuffer> read_small_file(const std::string& path);

/// What went wrong in which file. Never what stands there.
Error error_in(const std::string& file, const Error& error);

}  // namespace daybook::ui
