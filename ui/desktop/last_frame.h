#pragma once

#include <algorithm>

#include "ui/desktop/press_areas.h"

namespace daybook::ui {

/// Whether a widget or a text of this name was in the last whole frame. What was not has just come.
inline bool was_drawn(const PressAreas& areas, std::string_view name) {
  return std::any_of(areas.widgets().begin(), areas.widgets().end(),
                     [&](const Widget& widget) { return widget.name == name; });
}

}  // namespace daybook::ui
