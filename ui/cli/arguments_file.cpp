#include "ui/cli/arguments_file.h"

#include "crypto/encoding.h"
#include "ui/cli/terminal.h"
#include "vault/store/file_system.h"
#include "vault/store/place.h"

namespace daybook::ui {
namespace {

constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::string_view kOption = "--arguments", kMark = "\xEF\xBB\xBF";

Result<std::string> read_lines(const std::string& file) {
  if (file == "-") return read_standard_input(kMostBytes);
  TRY_ASSIGN(const Bytes bytes,
             vault::read_whole_file(vault::operating_system_files(), vault::from_utf8(file), kMostBytes));
  return std::string(as_text(bytes));
}

Result<void> append_lines(const std::string& file, std::vector<std::string>& arguments) {
  TRY_ASSIGN(const std::string text, read_lines(file));
  if (!crypto::is_utf8(text)) return Error{ErrorCode::malformed, "the arguments are not readable text (UTF-8)"};
  std::string_view left = text;
  if (left.starts_with(kMark)) left.remove_prefix(kMark.size());
  while (left.ends_with('\n') || left.ends_with('\r')) left.remove_suffix(1);
  while (!left.empty()) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    std::string_view line = left.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    arguments.emplace_back(line);
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return {};
}

}  // namespace

Result<std::vector<std::string>> with_arguments_of_files(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  bool are_options = true;  // "--" ends them
  for (int i = 0; i < argc; ++i) {
    const std::string_view argument = argv[i];
    are_options = are_options && argument != "--";
    if (!are_options) {
      arguments.emplace_back(argument);
    } else if (argument == kOption) {
      if (++i == argc || std::string_view(argv[i]).starts_with("--"))
        return Error{ErrorCode::usage, "--arguments takes a file, or - for standard input"};
      TRY(append_lines(argv[i], arguments));
    } else if (argument.starts_with(std::string(kOption) + "=")) {
      TRY(append_lines(std::string(argument.substr(kOption.size() + 1)), arguments));
    } else {
      arguments.emplace_back(argument);
    }
  }
  return arguments;
}

}  // namespace daybook::ui
