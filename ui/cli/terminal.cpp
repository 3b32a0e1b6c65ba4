#include "ui/cli/terminal.h"

#include <fmt/format.h>

#include <cstdio>

#include "crypto/encoding.h"

namespace daybook::ui {

std::string safe_for_terminal(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool is_c1 = c == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    // U+202D and U+202E turn what follows around, whatever it is.
    const bool is_override = text.substr(i, 3) == "\xe2\x80\xad" || text.substr(i, 3) == "\xe2\x80\xae";
    if (is_c1) ++i;
    if (is_override) i += 2;
    if (is_c1 || is_override || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
      safe += "\xef\xbf\xbd";
    else
      safe += text[i];
  }
  return crypto::is_utf8(safe) ? safe : "(not readable text)";
}

ProgressLine::~ProgressLine() {
  if (m_shown) std::fputs("\r\x1b[K", stderr);
}

bool ProgressLine::show(std::uint64_t done, std::uint64_t total) {
  using namespace std::chrono_literals;
  const auto now = std::chrono::steady_clock::now();
  if (standard_error_is_terminal() && now - m_start > 1s && now - m_last > 200ms) {
    m_last = now;
    m_shown = true;
    const std::string amount = total > 0 ? fmt::format("{} %", std::min<std::uint64_t>(100, done * 100 / total))
                                         : fmt::format("{} MB", done / 1'000'000);
    std::fputs(("\r\x1b[K" + m_what + ": " + amount + " (Ctrl+C stops)").c_str(), stderr);
  }
  return !was_interrupted();
}

}  // namespace daybook::ui
