#pragma once

#include <chrono>

#include "crypto/secret.h"
#include "vault/store/progress.h"

namespace daybook::ui {

/// From now on Ctrl+C, and the system's request to end, only set a mark that long work looks at. So nothing is broken
/// off in the middle of a write.
void watch_for_interrupt();
/// Whether that mark is set. On any thread.
bool was_interrupted();

/// Writes `prompt` to the terminal and reads one line without showing it. `cancelled` on Ctrl+C, `too_large` above 4096
/// bytes, `usage` where there is no terminal to ask at.
Result<crypto::SecretBuffer> ask_secretly(const std::string& prompt);

/// The first line that comes through an open file descriptor, without its end. Nothing after the line is read.
/// `cancelled` on Ctrl+C, `too_large` above 4096 bytes, `input_output`.
Result<crypto::SecretBuffer> read_secret_from_descriptor(int descriptor);
/// The first line of a file, with the same errors. `not_found` when the file cannot be opened.
Result<crypto::SecretBuffer> read_secret_from_file(const std::string& path);

/// All of standard input. `cancelled` on Ctrl+C, `too_large` above `limit` bytes, `input_output`.
Result<std::string> read_standard_input(std::size_t limit);
bool standard_input_is_terminal();
bool standard_error_is_terminal();

/// The text with U+FFFD for every control character but line feed and tab, because kept words may hold characters that
/// take control of a terminal. Text that is no UTF-8 is not shown at all.
std::string safe_for_terminal(std::string_view text);

/// A line on standard error that says how far long work has come. It is renewed while the work goes on, begins after
/// one second, and goes with this object. Where standard error is no terminal it is not shown.
class ProgressLine {
 public:
  explicit ProgressLine(std::string what) : m_what(std::move(what)), m_start(std::chrono::steady_clock::now()) {}
  ~ProgressLine();
  /// Shows how many bytes are done, and of how many; a total of 0 is not known. False when Ctrl+C was pressed.
  bool show(std::uint64_t done, std::uint64_t total);

 private:
  std::string m_what;
  std::chrono::steady_clock::time_point m_start;
  std::chrono::steady_clock::time_point m_last{};
  bool m_shown = false;
};

}  // namespace daybook::ui
