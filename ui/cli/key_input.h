#pragma once

#include "crypto/age_keys.h"
#include "ui/cli/commands.h"

namespace daybook::ui {

/// Reads a file that was named for a key, a list of keys or a checkpoint. The result is a SecretBuffer because the file
/// may hold a secret key. `too_large` above 1 MiB, else the errors of the file system.
Result<crypto::SecretBuffer> read_small_file(const std::string& path);

/// The error with the name of the file in its detail, if it is `malformed`; else the error as it is. The detail never
/// repeats what stands in the file.
Error error_in(const std::string& file, const Error& error);

}  // namespace daybook::ui
