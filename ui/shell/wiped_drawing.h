#pragma once

namespace daybook::ui {

/// Makes Dear ImGui wipe every buffer that it frees, because it keeps what is drawn in buffers of its own. Must be
/// called before its first context is made.

void wipe_what_was_drawn();

}  // namespace daybook::ui
