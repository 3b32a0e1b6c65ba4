#pragma once

#include "ui/desktop/press_areas.h"
#include "ui/model/secret_input.h"

namespace daybook::ui {

/// A field for a passphrase, `width` pixels wide. What is typed goes from the platform's event into guarded memory and
/// nowhere else. When it is shown, it is shaped one character at a time, so that no buffer of the text engine ever
/// holds two of them. True when Enter was pressed.
bool draw_secret_field(PressAreas& areas, const char* name, SecretInput& input, bool is_shown, float width);

}  // namespace daybook::ui
