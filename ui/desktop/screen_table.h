#pragma once

#include <span>

#include "ui/desktop/screens.h"

namespace daybook::ui {

/// What the window knows of a screen.
struct ScreenEntry {
  Screen screen;
  void (*draw)(Frame&);
  // In the list of places, in the order of the table: its name, its sign and the key that leads to it.
  const char* name = nullptr;  // to be translated; none: it is no place
  Icon icon = Icon::none;
  ImGuiKeyChord shortcut = 0;
  int (*step)(const AppState&) = [](const AppState&) {
    return 0;
  };  // of a screen that has several, one after the other
};

/// One for each screen.
std::span<const ScreenEntry> screen_table();
const ScreenEntry& entry_of(Screen screen);

}  // namespace daybook::ui
