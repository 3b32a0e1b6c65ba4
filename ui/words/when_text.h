#pragma once

#include <string>

#include "vault/record/said_when.h"

namespace daybook::ui {

/// A time for people, in the language of the window: `Saturday 3 May 2025, 22:41`, `3 to 5 May 2025`.
std::string when_text(const vault::SaidTime& said);
/// Says of a time that is not yet, where it is said to have been.
const char* not_happened_text();

}  // namespace daybook::ui
