#pragma once

#include <string>
#include <vector>

#include "crypto/result.h"

namespace daybook::ui {

/// A command line in which every `--arguments FILE` is replaced by the lines of that file, each of them one argument as
/// it stands there; `-` is standard input. Whoever uses the same computer can read the command lines of running
/// programs, and words that are searched for, or a name, are not for them. Lines may end in CR LF, and a byte order
/// mark is passed over. `usage` without a file, `malformed` for text that is not UTF-8, `too_large` above 1 MiB, and
/// the errors of reading.
Result<std::vector<std::string>> with_arguments_of_files(int argc, const char* const* argv);

}  // namespace daybook::ui
