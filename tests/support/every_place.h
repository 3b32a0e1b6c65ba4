#pragma once

#include <functional>

#include "tests/support/sized_windows.h"

namespace daybook::test {

/// A screen, or a step of one, with what stands on it in a record that somebody keeps.
struct Place {
  std::string name;
  ui::Screen screen;
  std::string begins;  // the heading, or what else has to be in view first: the beginning of a text or of a name
  std::function<void(WindowDriver&)> open;
  std::function<void(WindowDriver&)> leave = [](WindowDriver&) {};  // takes back what would change the next place
};

/// Keeps in the open record what the places show: words with answers and a note beside them, a note, a photograph, a
/// chat, a letter, people, a case, a backup folder and a copy that was given away.
void keep_things(WindowDriver& window);
/// For a window in which keep_things() was done.
std::vector<Place> places_of_open_record();
/// For a window that was started again since, and is locked.
std::vector<Place> places_of_locked_record();

}  // namespace daybook::test
