#pragma once

#include "ui/cli/commands.h"

namespace daybook::ui {

struct ChosenCommand {
  Options options;
  Command run;
};

/// What a command line asks for: a command, or else words to print (help, version, what is wrong with the line) and the
/// exit code.
struct CommandLineOutcome {
  std::optional<ChosenCommand> command;
  int exit = 0;
  std::string answer;     // for standard output
  std::string complaint;  // for standard error; may repeat what was typed, even a secret key
};

/// Reads the command line. Runs no command and prints nothing.
CommandLineOutcome parse_command_line(int argc, const char* const* argv);

}  // namespace daybook::ui
