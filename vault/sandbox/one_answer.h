#pragma once

#include "vault/sandbox/child_process.h"

namespace daybook::sandbox {

/// The type of the one frame that a process answers that is asked one thing only.
constexpr std::uint8_t kOnlyAnswer = 1;

/// Starts `program` for one question: it is given memory that holds all of `source`, and answers with one frame. Waits at
/// most so long, then ends it. `unsupported` when it did not answer, or did not come to its end by itself and well.
Result<Bytes> ask_once(const std::filesystem::path& program, ByteSource& source, std::chrono::seconds most);

}  // namespace daybook::sandbox
