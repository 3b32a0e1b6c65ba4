#include "vault/sandbox/one_answer.h"

#include "vault/sandbox/frames.h"

namespace daybook::sandbox {

Result<Bytes> ask_once(const std::filesystem::path& program, ByteSource& source, std::chrono::seconds most) {
  const Error no_answer{ErrorCode::unsupported, "it cannot be shown"};
  TRY_ASSIGN(const PipeEnd memory, unchangeable_memory(source));
  TRY_ASSIGN(ChildProcess child, ChildProcess::start(program, {memory.descriptor()}));
  const auto deadline = std::chrono::steady_clock::now() + most;
  const auto time_left = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  };
  FrameReader reader(child.answers());
  const auto frame = reader.next([&] { return time_left().count() > 0; });
  if (!frame || frame->type != kOnlyAnswer) return no_answer;
  Bytes answer(frame->payload.begin(), frame->payload.end());
  if (!child.finish(std::max(std::chrono::milliseconds(1), time_left()))) return no_answer;
  return answer;
}

}  // namespace daybook::sandbox
