#pragma once

#include <filesystem>

#include "vault/sandbox/pipe.h"

namespace daybook::sandbox {

/// Descriptors that a child finds: where it is told what to do, where it answers, and, from the third on, what it may read.
constexpr int kCommands = 3, kAnswers = 4, kFirstFile = 5;

/// A process without keys that was started to read what somebody else made. It has no environment, no files but those
/// that it is given, and is ended when this object goes.
class ChildProcess {
 public:
  /// `files`: descriptors that stay this program's own; the child gets copies. `not_found` when the program is not there.
  static Result<ChildProcess> start(const std::filesystem::path& program, const std::vector<int>& files);
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;
  ~ChildProcess();

  PipeEnd& commands() { return m_commands; }
  PipeEnd& answers() { return m_answers; }
  /// Waits for its end, and brings it about when it takes longer. True when it came to it by itself and well.
  bool finish(std::chrono::milliseconds most);

 private:
  ChildProcess(int process, PipeEnd commands, PipeEnd answers)
      : m_process(process), m_commands(std::move(commands)), m_answers(std::move(answers)) {}
  int m_process;
  PipeEnd m_commands, m_answers;
};

/// Memory that holds all of `source` and that nobody can change any more, as a descriptor for a child.
Result<PipeEnd> sealed_memory(ByteSource& source);

/// Where a process without keys lies: beside the running program, under this name with the ending that programs have.
std::filesystem::path program_beside_this_one(const char* name);

}  // namespace daybook::sandbox
