#pragma once

#include "vault/sandbox/child_process.h"

namespace daybook::sandbox {

/// The type of the one frame by which a process answers that was started for one question.
constexpr std::uint8_t kOnlyAnswer = 1;

/// Starts `program` for one question: the process is given memory that holds all of `source`, and answers with one
/// frame, whose payload comes back. After `most` the process is ended. `unsupported` when it did not answer, or did not
/// end by itself with exit code 0. `not_found` when the program cannot be started, and the errors of `source`.
Result<Bytes> ask_once(const std::filesystem::path& program, ByteSource& source, std::chrono::seconds most);

}  // namespace daybook::sandbox
