#pragma once

#include <string>

namespace daybook::vault {

/// The text of HOW-TO-CHECK.txt, which is the same beside every copy of a release. It lies in the clear beside a locked
/// copy, and says nothing of what is in one.
std::string how_to_check();

}  // namespace daybook::vault
