#include "vault/sandbox/one_answer.h"

namespace daybook::sandbox {

Result<Bytes> ask_once(const std::filesystem::path& program, ByteSource& source, AnswerBounds most,
                       std::vector<std::string> arguments) {
  const Error no_answer{ErrorCode::unsupported, "it cannot be shown"},
      no_time{ErrorCode::cancelled, "it took too long"};
  TRY_ASSIGN(const PipeEnd memory, unchangeable_memory(source));
  TRY_ASSIGN(ChildProcess child, ChildProcess::start(program, {memory.descriptor()}, std::move(arguments)));
  const auto deadline = std::chrono::steady_clock::now() + most.time;
  const auto time_left = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  };
  FrameReader reader(child.answers());
  Bytes answer;
  for (bool goes_on = true; goes_on;) {
    const auto frame = reader.next([&] { return time_left().count() > 0; });
    if (!frame && frame.error().code == ErrorCode::cancelled) return no_time;
    if (!frame || (frame->type != kOnlyAnswer && frame->type != kAnswerGoesOn)) return no_answer;
    // Frames without end would be as bad as one that is too large, and empty ones would never reach the bound.
    goes_on = frame->type == kAnswerGoesOn;
    if (frame->payload.size() > most.bytes - answer.size() || (goes_on && frame->payload.empty())) return no_answer;
    append(answer, frame->payload);
  }
  if (!child.finish(std::max(std::chrono::milliseconds(1), time_left())))
    return time_left().count() > 0 ? no_answer : no_time;
  return answer;
}

}  // namespace daybook::sandbox
