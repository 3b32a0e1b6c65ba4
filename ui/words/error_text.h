#pragma once

#include <string>

#include "crypto/result.h"

namespace daybook::ui {

/// What a person reads when something failed.
struct ErrorText {
  std::string what;  // what happened
  std::string safe;  // what is still safe; empty where that is not known
  std::string next;  // what to do now
};

/// The detail of a `not_found` about a stick that was chosen and is not plugged in any more.
constexpr const char* kMediumIsGone = "the medium that was plugged in";

/// The sentences for an error. All of them stand in error_text.cpp, so that an error reads the same wherever it comes
/// up. A secret key that was typed in place of a name is not repeated.
ErrorText explain(const Error& error);

/// The name of an error in --json. It never changes.
const char* code_name(ErrorCode code);

}  // namespace daybook::ui
