#pragma once

#include <span>

#include "ui/desktop/screens.h"

namespace daybook::ui {

/// What the window knows of a screen.
struct ScreenEntry {
  Screen screen;
  void (*draw)(Frame&);
  // How the screen stands in the list of places, which has the order of the table, and the shortcut that leads to it.
  const char* name = nullptr;  // in English, passes tr() when it is shown; null: the screen is not in the list
  Icon icon = Icon::none;
  ImGuiKeyChord shortcut = 0;
  bool fills_window = false;  // the list of places makes room for it
  int (*step)(const AppState&) = [](const AppState&) {
    return 0;
  };  // which step is shown, of a screen that has several
  Action (*back)(const AppState&) = [](const AppState&) -> Action { return GoBack{}; };  // what Alt+Left does there
};

/// One entry for each screen, in the order of Screen.
std::span<const ScreenEntry> screen_table();
const ScreenEntry& entry_of(Screen screen);

}  // namespace daybook::ui
