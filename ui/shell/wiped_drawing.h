#pragma once

namespace daybook::ui {

/// Dear ImGui keeps what is drawn in its own buffers: from here on they are wiped when they go. Before its first context.
void wipe_what_was_drawn();

}  // namespace daybook::ui
