#include "tests/fuzz/target.h"
#include "ui/cli/command_line.h"

using namespace daybook;

// Arguments, each ended by a zero byte. Whatever they are: a command, or words and an exit code.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMostArguments = 64;
  std::vector<std::string> arguments{"daybook-cli"};
  std::string_view rest = as_text({data, size});
  while (!rest.empty() && arguments.size() < kMostArguments) {
    arguments.emplace_back(rest.substr(0, rest.find('\0')));
    rest.remove_prefix(std::min(rest.size(), arguments.back().size() + 1));
  }
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  const ui::CommandLineOutcome outcome = ui::parse_command_line(static_cast<int>(pointers.size()), pointers.data());
  if (outcome.command)
    DAYBOOK_ASSERT(outcome.command->run != nullptr && outcome.answer.empty());
  else
    DAYBOOK_ASSERT(!(outcome.answer + outcome.complaint).empty());
  return 0;
}
