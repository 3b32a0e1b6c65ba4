#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "vault/sandbox/child_process.h"

namespace daybook::sandbox {
namespace {

const Error kCannotStart{ErrorCode::input_output, kOtherSide};

// A duplicate of a descriptor, with a number from `first_free` on. The numbers below are those that the child finds,
// and giving it one descriptor must not overwrite another that it is still to be given.
PipeEnd out_of_the_way(int descriptor, int first_free) {
  return PipeEnd(::fcntl(descriptor, F_DUPFD_CLOEXEC, first_free));
}

pid_t spawn(const std::filesystem::path& program, const std::vector<PipeEnd>& descriptors,
            std::vector<std::string>& arguments) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // The child must not read our input, nor print on our terminal what a decoder may say of hostile bytes.
  for (const int standard : {0, 1, 2}) posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0);
  int target = kCommands;
  for (const PipeEnd& descriptor : descriptors)
    posix_spawn_file_actions_adddup2(&actions, descriptor.descriptor(), target++);
  posix_spawn_file_actions_addclosefrom_np(&actions, target);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t all, none;
  ::sigfillset(&all);
  ::sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  std::string name = program.string();
  std::vector<char*> words{name.data()};
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  char* environment[] = {nullptr};
  pid_t child = -1;
  if (::posix_spawn(&child, name.c_str(), &actions, &attributes, words.data(), environment) != 0) child = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& program, const std::vector<int>& files,
                                         std::vector<std::string> arguments) {
  TRY_ASSIGN(auto commands, make_pipe());
  TRY_ASSIGN(auto answers, make_pipe());
  const int first_free = kFirstFile + static_cast<int>(files.size());
  std::vector<PipeEnd> given;
  given.push_back(out_of_the_way(commands.first.descriptor(), first_free));
  given.push_back(out_of_the_way(answers.second.descriptor(), first_free));
  for (const int file : files) given.push_back(out_of_the_way(file, first_free));
  if (std::any_of(given.begin(), given.end(), [](const PipeEnd& end) { return end.descriptor() < 0; }))
    return kCannotStart;
  const pid_t child = spawn(program, given, arguments);
  if (child < 0) return Error{ErrorCode::not_found, program.filename().string()};
  return ChildProcess(child, std::move(commands.second), std::move(answers.first));
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)),
      m_commands(std::move(other.m_commands)),
      m_answers(std::move(other.m_answers)) {}

ChildProcess::~ChildProcess() {
  if (m_process >= 0) (void)finish(std::chrono::milliseconds(0));
}

bool ChildProcess::finish(std::chrono::milliseconds most) {
  m_commands.close();
  PipeEnd handle(static_cast<int>(::syscall(SYS_pidfd_open, m_process, 0)));
  const bool came_to_its_end = handle.wait(most);
  if (!came_to_its_end) ::kill(m_process, SIGKILL);
  int status = 0;
  while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
  }
  m_process = -1;
  return came_to_its_end && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Result<PipeEnd> unchangeable_memory(ByteSource& source) {
  PipeEnd memory(::memfd_create("", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (memory.descriptor() < 0) return kCannotStart;
  Bytes block(static_cast<std::size_t>(std::min<std::uint64_t>(source.size(), 1 << 20)));
  for (std::uint64_t done = 0; done < source.size();) {
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), source.size() - done));
    TRY(source.read_at(done, MutableByteView(block).first(size)));
    TRY(memory.write(ByteView(block).first(size)));
    done += size;
  }
  std::fill(block.begin(), block.end(), std::uint8_t{0});
  ::fcntl(memory.descriptor(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
  return memory;
}

std::filesystem::path program_beside_this_one(const char* name) {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / name;
}

}  // namespace daybook::sandbox
