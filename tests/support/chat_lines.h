#pragma once

#include "tests/support/kept_chat.h"

namespace daybook::test {

/// The messages of chat_of() one by one, with the ends of their lines.
inline std::vector<std::string> chat_lines(int messages) {
  const std::string text = chat_of(messages);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

/// An export of the messages from `first` on, up to `end`, counted from 0.
inline std::string export_of(const std::vector<std::string>& lines, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) text += lines[i];
  return text;
}

}  // namespace daybook::test
