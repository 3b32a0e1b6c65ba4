#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "vault/sandbox/pipe.h"

namespace daybook::sandbox {
namespace {

const Error kBroken{ErrorCode::input_output, kOtherSide};

// Writing to a process that has gone would end this one by SIGPIPE. The signal is held back from this thread alone, and
// only while it writes, so that nothing changes for other pipes of the program, such as a terminal command's output.
ssize_t write_without_signal(int descriptor, const void* bytes, std::size_t size) {
  sigset_t broken_pipe, before;
  ::sigemptyset(&broken_pipe);
  ::sigaddset(&broken_pipe, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &broken_pipe, &before);
  const ssize_t count = ::write(descriptor, bytes, size);
  const int failure = count < 0 ? errno : 0;
  if (failure == EPIPE && ::sigismember(&before, SIGPIPE) == 0) {
    constexpr timespec kNow{0, 0};
    ::sigtimedwait(&broken_pipe, nullptr, &kNow);
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = failure;
  return count;
}

}  // namespace

PipeEnd& PipeEnd::operator=(PipeEnd&& other) noexcept {
  if (this != &other) {
    close();
    m_descriptor = std::exchange(other.m_descriptor, -1);
  }
  return *this;
}

void PipeEnd::close() {
  if (m_descriptor >= 0) ::close(m_descriptor);
  m_descriptor = -1;
}

Result<void> PipeEnd::write(ByteView bytes, const GoesOn& goes_on) {
  // A pipe that has little room would hold a large write until the other side has read.
  if (goes_on && ::fcntl(m_descriptor, F_SETFL, O_NONBLOCK) != 0) return kBroken;
  while (!bytes.empty()) {
    pollfd waiting{m_descriptor, POLLOUT, 0};
    while (goes_on && ::poll(&waiting, 1, static_cast<int>(kPatience.count())) == 0) {
      if (!goes_on()) return Error{ErrorCode::cancelled, ""};
    }
    const ssize_t count = write_without_signal(m_descriptor, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || (goes_on && errno == EAGAIN))) continue;
    if (count < 0) return kBroken;
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return {};
}

Result<std::size_t> PipeEnd::read(MutableByteView target) {
  for (;;) {
    const ssize_t count = ::read(m_descriptor, target.data(), target.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return kBroken;
  }
}

bool PipeEnd::wait(std::chrono::milliseconds most) {
  pollfd waiting{m_descriptor, POLLIN, 0};
  return ::poll(&waiting, 1, static_cast<int>(most.count())) > 0;
}

Result<std::pair<PipeEnd, PipeEnd>> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return kBroken;
  return std::pair(PipeEnd(ends[0]), PipeEnd(ends[1]));
}

}  // namespace daybook::sandbox
