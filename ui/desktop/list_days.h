#pragma once

#include "ui/desktop/screens.h"

namespace daybook::ui {

constexpr float kDayHeight = 2.6f;  // ems, of the heading over the items of a day

/// Finds where each day begins in the list, when that may have changed. Only the days are kept: the rows all have one
/// height, and a table of a hundred thousand of them is not needed.
void place_days(const TimelineState& timeline, const std::string& language, Views::List& list, Ui& ui);

/// Where a row begins, in pixels from the top of the whole list.
double top_of(const Views::List& list, std::size_t row, float em);

/// The first row that ends below `y`, in pixels from the top of the whole list.
std::size_t row_at(const Views::List& list, double y, float em);

/// Where what stands `above` the list (pixels) grows, such as by the buttons for marked rows, the rows stay under the
/// mouse.
void stay_in_place(float above, Frame& frame);

}  // namespace daybook::ui
