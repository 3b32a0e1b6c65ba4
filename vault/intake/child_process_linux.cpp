#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "vault/intake/child_process.h"
#include "vault/sandbox/picture_protocol.h"
#include "vault/store/copy_stream.h"

namespace daybook::vault {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int value) : m_value(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_value >= 0) ::close(m_value);
  }
  int get() const { return m_value; }

 private:
  int m_value;
};

class DescriptorSink final : public ByteSink {
 public:
  explicit DescriptorSink(int descriptor) : m_descriptor(descriptor) {}
  Result<void> write(ByteView bytes) override {
    while (!bytes.empty()) {
      const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return Error{ErrorCode::input_output, "memory for a picture"};
      bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return {};
  }

 private:
  int m_descriptor;
};

// Numbers from 10 on, so that they are out of the way of those that the child is to see.
int make_memory() {
  const int memory = ::memfd_create("", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (memory < 0) return memory;
  const int higher = ::fcntl(memory, F_DUPFD_CLOEXEC, 10);
  ::close(memory);
  return higher;
}

pid_t start(const Path& program, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // Nothing of ours to read from, to write to, or to print what a decoder may want to say.
  for (const int standard : {0, 1, 2}) posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, input, sandbox::kInput);
  posix_spawn_file_actions_adddup2(&actions, output, sandbox::kOutput);
  posix_spawn_file_actions_addclosefrom_np(&actions, sandbox::kOutput + 1);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t all;
  ::sigfillset(&all);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::string name = program.string();
  char* arguments[] = {name.data(), nullptr};
  char* environment[] = {nullptr};
  pid_t child = -1;
  if (::posix_spawn(&child, name.c_str(), &actions, &attributes, arguments, environment) != 0) child = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

// Ends the child when its time is over. True when it came to its end by itself, with exit code 0.
bool wait_for(pid_t child, int seconds) {
  const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
  pollfd waiting{handle.get(), POLLIN, 0};
  int ready = 0;
  do {
    ready = ::poll(&waiting, 1, seconds * 1000);
  } while (ready < 0 && errno == EINTR);
  if (ready <= 0) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return ready > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

Result<Bytes> run_child_process(const Path& program, ByteSource& source, std::size_t output_size, int seconds) {
  const Error no_memory{ErrorCode::input_output, "memory for a picture"};
  const Descriptor input(make_memory()), output(make_memory());
  if (input.get() < 0 || output.get() < 0) return no_memory;
  DescriptorSink sink(input.get());
  TRY(copy_stream(source, sink));
  if (::ftruncate(output.get(), static_cast<off_t>(output_size)) != 0) return no_memory;
  // Sealed, so that neither side can pull the memory away from under the other.
  ::fcntl(input.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
  ::fcntl(output.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
  const pid_t child = start(program, input.get(), output.get());
  if (child < 0) return Error{ErrorCode::not_found, to_utf8(program.filename())};
  if (!wait_for(child, seconds)) return Error{ErrorCode::unsupported, "it cannot be shown"};
  Bytes bytes(output_size);
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::pread(output.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (count <= 0) return no_memory;
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

Path folder_of_this_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

}  // namespace daybook::vault
