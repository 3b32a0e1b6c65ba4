#pragma once

#include "ui/desktop/screens.h"

namespace daybook::ui {

constexpr float kRowHeight = 4.2f;  // ems
constexpr float kMarkRoom = 3;      // ems at the right end of a row, where it is marked

/// A row of the list in the place where it is drawn.
struct ItemRow {
  std::size_t index = 0;  // into TimelineState::keys
  ImVec2 min, max;
  bool is_current = false, is_hovered = false;
  std::optional<bool> mark;  // whether the row is marked; none: rows are not marked now
  Textures::Id picture = 0;  // stands in the place of the icon; 0: none
  ImVec2 picture_size{1, 1};
};

/// What the row of an item is called: how its words begin, or its name.
std::string title_of(const vault::ListedItem& row);

/// Draws an item of the list. What was not read yet is left empty.
void draw_item_row(const TimelineState& timeline, const ItemRow& row, Ui& ui);

}  // namespace daybook::ui
