#pragma once

#include "vault/sandbox/child_process.h"
#include "vault/sandbox/frames.h"

namespace daybook::sandbox {

/// The types of the frames by which a process answers that was started for one question: the answer or the end of it,
/// and a piece of an answer that goes on in the next frame.
constexpr std::uint8_t kOnlyAnswer = 1, kAnswerGoesOn = 2;

/// What a process may take for one question, and say in answer to it.
struct AnswerBounds {
  std::chrono::seconds time;
  std::size_t bytes = kMostFrameBytes;
};

/// Starts `program` for one question: the process is given memory that holds all of `source`, and `arguments`, and
/// answers with one frame or with several, whose payloads come back as one. `unsupported` when it answered with more
/// bytes than `most` allows or did not end by itself with exit code 0. `cancelled` when it did not end within the time,
/// after which it is ended: another time it might. `not_found` when the program cannot be started, and the errors of
/// `source`.
Result<Bytes> ask_once(const std::filesystem::path& program, ByteSource& source, AnswerBounds most,
                       std::vector<std::string> arguments = {});

}  // namespace daybook::sandbox
