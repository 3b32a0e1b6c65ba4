#pragma once

#include <vector>

namespace daybook::ui {

/// Whom to call in the United Kingdom, one line each. They are only shown on the screen of help and while a record is
/// open: on a locked screen they would tell what the program is for. The program never dials.
const std::vector<const char*>& helplines();

/// The month in which somebody last checked the numbers, for people. They must be checked before each release.
const char* helplines_date();

}  // namespace daybook::ui
