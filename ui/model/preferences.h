#pragma once

#include <string>
#include <string_view>

namespace daybook::ui {

enum class Theme { light, dark, dim, contrast };

/// How the keeper wants the window. Kept inside of the record: nobody else's business.
struct Preferences {
  Theme theme = Theme::light;
  int lock_minutes = 5;  // 1 to 30
  bool covers_pictures = true;
  bool empties_clipboard = false;  // after what was pasted is saved: only because she said so
  bool locks_minimised = false;
  enum class HideKey { escape, f12, pause } hide_key = HideKey::escape;
  std::string cover;         // shown in place of the record after hiding; empty: the program ends
  bool knows_notes = false;  // she was told once that others may ask to read what she writes
};

constexpr int kLeastLockMinutes = 1, kMostLockMinutes = 30;

/// As the record keeps them.
std::string to_text(const Preferences& preferences);
/// What cannot be read, or is out of its bounds, is as it is at first: preferences never stand in the way of a record.
Preferences parse_preferences(std::string_view text);

}  // namespace daybook::ui
