#pragma once

#include <vector>

namespace daybook::ui {

/// Whom to call, in the United Kingdom. Shown on the screen of help alone, and only where a record is open: on a locked
/// screen these lines would say what the program is for. The program never dials.
const std::vector<const char*>& helplines();

/// When the numbers were last gone through: a month, for people. To be looked at before each release.
const char* helplines_date();

}  // namespace daybook::ui
