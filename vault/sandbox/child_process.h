#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vault/sandbox/pipe.h"

namespace daybook::sandbox {

/// Descriptors that a child finds open: a pipe that tells it what to do, a pipe for its answers, and, from `kFirstFile`
/// on, the files that it may read.
constexpr int kCommands = 3, kAnswers = 4, kFirstFile = 5;

/// A process without keys that was started to read what somebody else made. It has no environment and no files but
/// those that it is given. It is ended when this object goes.
class ChildProcess {
 public:
  /// Starts `program` with these arguments, which everybody on the computer can read. The child gets duplicates of the
  /// descriptors in `files`, which stay the caller's. `not_found` when the program cannot be started, `input_output`
  /// when there are no descriptors left.
  static Result<ChildProcess> start(const std::filesystem::path& program, const std::vector<int>& files,
                                    std::vector<std::string> arguments = {});
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;
  ~ChildProcess();

  PipeEnd& commands() { return m_commands; }
  PipeEnd& answers() { return m_answers; }
  /// Closes commands(), waits for the process to end, and ends it after `most`. True when it ended by itself and with
  /// exit code 0. To be called once.
  bool finish(std::chrono::milliseconds most);

 private:
  ChildProcess(int process, PipeEnd commands, PipeEnd answers)
      : m_process(process), m_commands(std::move(commands)), m_answers(std::move(answers)) {}
  int m_process;
  PipeEnd m_commands, m_answers;
};

/// The descriptor of memory that holds all of `source` and that nobody can change any more, for handing content that
/// lies in no plain file to a child. Errors are those of `source`, and `input_output` when there is no such memory.
Result<PipeEnd> unchangeable_memory(ByteSource& source);

/// The path of a program that lies beside the running one: this name, with the ending that programs have on the system.
std::filesystem::path program_beside_this_one(const char* name);

}  // namespace daybook::sandbox
