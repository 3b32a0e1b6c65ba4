#pragma once

#include <cstddef>

namespace daybook::ui {

/// Everything that can stand in the window, one at a time.
enum class Screen {
  cover,
  first_run,
  unlock,
  timeline,
  add,
  item,
  picture,
  text,
  conversation,
  people,
  case_details,
  share,
  copies,
  check,
  browse,
  settings,
  keep_safe,
  helper,
  help
};
constexpr std::size_t kScreens = static_cast<std::size_t>(Screen::help) + 1;

}  // namespace daybook::ui
