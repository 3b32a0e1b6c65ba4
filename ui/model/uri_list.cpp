#include "ui/model/uri_list.h"

#include <optional>
#include <string>

namespace daybook::ui {
namespace {

constexpr std::size_t kMostFiles = 100'000;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Decodes percent signs (RFC 3986, section 2.1). Nothing when one is not followed by two hexadecimal digits, or stands
// for a zero byte, at which the system would end the path.
std::optional<std::string> decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i];
      continue;
    }
    if (i + 2 >= text.size() || hex_digit(text[i + 1]) < 0 || hex_digit(text[i + 2]) < 0) return std::nullopt;
    const int byte = hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]);
    if (byte == 0) return std::nullopt;
    bytes += static_cast<char>(byte);
    i += 2;
  }
  return bytes;
}

}  // namespace

std::vector<vault::Path> files_in(std::string_view list) {
  std::vector<vault::Path> files;
  while (!list.empty() && files.size() < kMostFiles) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    while (line.ends_with('\r') || line.ends_with('\0')) line.remove_suffix(1);
    if (!line.starts_with("file://")) continue;
    line.remove_prefix(7);
    if (line.starts_with("localhost/")) line.remove_prefix(9);
    if (!line.starts_with('/')) continue;
    if (const auto path = decoded(line)) files.push_back(vault::from_utf8(*path));
  }
  return files;
}

}  // namespace daybook::ui
