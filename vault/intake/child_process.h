#pragma once

#include "vault/store/file_system.h"

namespace daybook::vault {

/// Starts `program` with no environment and no files but two: memory that holds all of `source`, and memory of
/// `output_size` that it may fill. Waits at most `seconds`, then ends it. Returns the second memory when the program
/// came to its end by itself and well; `unsupported` when it did not.
Result<Bytes> run_child_process(const Path& program, ByteSource& source, std::size_t output_size, int seconds);

/// Folder of the running program.
Path folder_of_this_program();

}  // namespace daybook::vault
