#pragma once

#include <imgui.h>

namespace daybook::ui {

enum class Icon {
  none,
  timeline,
  add,
  note,
  words,
  conversation,
  picture,
  file,
  search,
  settings,
  help,
  hide,
  lock,
  check,
  warning,
  close,
  back,
  menu,
  tag,
  remove,
  cover,
  uncover,
  clock,
  copy,
  chevron,
  people,
  folder
};

/// Draws a line icon in a square of `side` pixels, with its top left corner at `corner`.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 corner, float side, ImU32 color);

}  // namespace daybook::ui
