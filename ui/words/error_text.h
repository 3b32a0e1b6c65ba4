#pragma once

#include <string>

#include "crypto/result.h"

namespace daybook::ui {

/// What a person reads when something failed: what happened, what is safe, what to do next. The only table of such
/// sentences.
struct ErrorText {
  std::string what;
  std::string safe;  // may be empty: said only where it is known
  std::string next;
};

ErrorText explain(const Error& error);

/// A stable word for each class, for --json.
const char* code_name(ErrorCode code);

}  // namespace daybook::ui
