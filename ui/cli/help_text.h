#pragma once

#include <string>

namespace daybook::ui {

/// The help of the option that names a fact of the case: what there is to say.
std::string fact_help();
/// What stands below the help of the program: the exit codes, and where secrets are read from.
std::string exit_code_help();

}  // namespace daybook::ui
