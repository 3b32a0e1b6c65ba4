#include "ui/cli/help_text.h"

#include <fmt/format.h>

#include "ui/cli/exit_codes.h"
#include "vault/record/case_facts.h"

namespace daybook::ui {

std::string fact_help() {
  std::string text = "one fact; alone it shows every version:";
  for (const char* name : vault::all_facts()) text += std::string(" ") + name;
  return text;
}

std::string exit_code_help() {
  std::string text = "Exit codes:\n    0  it worked\n";
  for (const ExitCode& entry : kExitCodes) text += fmt::format("  {:3}  {}\n", entry.exit, entry.meaning);
  for (const auto& entry : kAnswerExits) text += fmt::format("  {:3}  {}\n", entry.exit, entry.meaning);
  return text +
         "\nPassphrases are asked for, or read from --passphrase-fd or --passphrase-file; never from the command line."
         "\nOthers who use this computer can read the command lines of running programs. With --arguments FILE each "
         "line "
         "of a file is one further argument that they cannot read: words to search for, a name. - is standard input.";
}

}  // namespace daybook::ui
