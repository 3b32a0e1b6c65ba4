#include <fcntl.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "ui/cli/terminal.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostSecretBytes = 4096;
std::atomic<bool> interrupted{false};

// Reads a line byte by byte, so that nothing of a secret stays in a buffer of the C library, and nothing after the line
// is taken from the descriptor.
Result<crypto::SecretBuffer> read_line(int descriptor) {
  crypto::SecretBuffer line;
  std::uint8_t byte = 0;
  for (;;) {
    const ssize_t count = ::read(descriptor, &byte, 1);
    if (was_interrupted()) return Error{ErrorCode::cancelled, ""};
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{ErrorCode::input_output, "passphrase"};
    if (count == 0 || byte == '\n') break;
    if (line.size() == kMostSecretBytes) return Error{ErrorCode::too_large, "passphrase"};
    line.append({&byte, 1});
  }
  crypto::wipe({&byte, 1});
  if (!line.empty() && line.expose().back() == '\r') line.truncate(line.size() - 1);
  return line;
}

class EchoOff {
 public:
  explicit EchoOff(int terminal) : m_terminal(terminal) {
    ::tcgetattr(m_terminal, &m_before);
    termios silent = m_before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(m_terminal, TCSAFLUSH, &silent);
  }
  ~EchoOff() { ::tcsetattr(m_terminal, TCSAFLUSH, &m_before); }

 private:
  int m_terminal;
  termios m_before{};
};

}  // namespace

void watch_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = true; };
  ::sigemptyset(&action.sa_mask);  // without SA_RESTART, so that a prompt that waits for input notices the signal

  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  // A window of a terminal that is closed must not leave an unfinished copy on the stick, which can be read.
  ::sigaction(SIGHUP, &action, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
}

bool was_interrupted() { return interrupted; }

Result<crypto::SecretBuffer> ask_secretly(const std::string& prompt) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0)
    return Error{ErrorCode::usage, "no terminal to ask for the passphrase; give --passphrase-fd or --passphrase-file"};
  (void)!::write(terminal, prompt.data(), prompt.size());
  auto line = [&] {
    const EchoOff echo_off(terminal);
    return read_line(terminal);
  }();
  (void)!::write(terminal, "\n", 1);
  ::close(terminal);
  return line;
}

Result<crypto::SecretBuffer> read_secret_from_descriptor(int descriptor) { return read_line(descriptor); }

Result<crypto::SecretBuffer> read_secret_from_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{ErrorCode::not_found, path};
  auto line = read_line(file);
  ::close(file);
  return line;
}

Result<std::string> read_standard_input(std::size_t limit) {
  std::string text;
  char buffer[65536];
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (was_interrupted()) return Error{ErrorCode::cancelled, ""};
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{ErrorCode::input_output, "standard input"};
    if (count == 0) break;
    text.append(buffer, static_cast<std::size_t>(count));
    if (text.size() > limit) return Error{ErrorCode::too_large, "words from standard input"};
  }
  crypto::wipe({reinterpret_cast<std::uint8_t*>(buffer), sizeof buffer});
  return text;
}

bool standard_input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }
bool standard_error_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace daybook::ui
