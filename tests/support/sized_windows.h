#pragma once

#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

namespace daybook::test {

/// The windows and the sizes of text in which everything has to work: a small laptop, a smaller window, and up to three
/// times the usual text.
inline constexpr ImVec2 kWindows[] = {{800, 600}, {1366, 768}};
inline constexpr int kPercents[] = {100, 200, 300};

inline void choose_size(WindowDriver& window, int percent) {
  ui::Settings settings = window.state().settings;
  settings.text_percent = percent;
  window.router().apply(ui::ChangeSettings{settings});
  window.settle();
}

template <class Run>
void each_size(Run run) {
  for (const ImVec2 size : kWindows) {
    for (const int percent : kPercents) {
      INFO(size.x << " x " << size.y << ", " << percent << " percent");
      run(size, percent);
    }
  }
}

/// Runs with a window of each of these sizes.
template <class Run>
void each_window(Run run) {
  each_size([&](ImVec2 size, int percent) {
    WindowDriver window(size);
    choose_size(window, percent);
    run(window, size);
  });
}

/// Whether a person sees the whole of it without scrolling.
inline bool is_in_view(const ui::Widget& one, ImVec2 size) {
  return one.min.x >= 0 && one.max.x <= size.x && one.min.y >= 0 && one.max.y <= size.y;
}

/// Does one thing after the other through the model, as preparation of what a person does then.
template <class... Done>
void prepare(WindowDriver& window, Done... actions) {
  ((window.router().apply(std::move(actions)), window.settle()), ...);
}

}  // namespace daybook::test
