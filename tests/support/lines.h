#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace daybook::test {

/// The lines of a text without their ends, empty ones too.
inline std::vector<std::string> every_line(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace daybook::test
