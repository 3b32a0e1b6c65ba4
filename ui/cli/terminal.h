#pragma once

#include <chrono>

#include "crypto/secret.h"
#include "vault/store/progress.h"

namespace daybook::ui {

/// Ctrl+C sets a mark that long work looks at; nothing is torn down in the middle.
void watch_for_interrupt();
bool was_interrupted();

/// Reads one line without showing it. `cancelled` on Ctrl+C, `usage` where there is no terminal to ask at.
Result<crypto::SecretBuffer> ask_secretly(const std::string& prompt);

/// The first line that comes through an open file descriptor, or all of a file, without the newline at its end.
Result<crypto::SecretBuffer> read_secret_from_descriptor(int descriptor);
Result<crypto::SecretBuffer> read_secret_from_file(const std::string& path);

/// All of standard input. `cancelled` on Ctrl+C; `too_large` above `limit`.
Result<std::string> read_standard_input(std::size_t limit);
bool standard_input_is_terminal();
bool standard_error_is_terminal();

/// Kept words may hold control characters that would take hold of a terminal: these are shown as U+FFFD.
std::string safe_for_terminal(std::string_view text);

/// One line on standard error that is renewed, from the second second on, where that is a terminal.
class ProgressLine {
 public:
  explicit ProgressLine(std::string what) : m_what(std::move(what)), m_start(std::chrono::steady_clock::now()) {}
  ~ProgressLine();
  /// False when the person pressed Ctrl+C. A total of 0 means that it is not known.
  bool show(std::uint64_t done, std::uint64_t total);

 private:
  std::string m_what;
  std::chrono::steady_clock::time_point m_start;
  std::chrono::steady_clock::time_point m_last{};
  bool m_shown = false;
};

}  // namespace daybook::ui
