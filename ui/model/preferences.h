#pragma once

#include <string>
#include <string_view>

namespace daybook::ui {

enum class Theme { light, dark, dim, contrast };

/// How the keeper wants the window. Kept inside the record, so that nobody else at this computer can read it.
struct Preferences {
  Theme theme = Theme::light;
  int lock_minutes = 5;  // kLeastLockMinutes to kMostLockMinutes
  bool covers_pictures = true;
  bool empties_clipboard = false;  // after what was pasted is saved; only when the keeper has asked for it
  bool locks_minimised = false;
  enum class HideKey { escape, f12, pause } hide_key = HideKey::escape;
  std::string cover;             // words of a page that opens after hiding; empty: the program only ends
  bool knows_notes = false;      // the keeper was told once that others may ask to read her notes
  bool knows_clipboard = false;  // she was asked once whether it is to be emptied
  bool asks_for_sheet = true;    // no sheet is known to be written down, and the keeper did not say to leave it so
};

constexpr int kLeastLockMinutes = 1, kMostLockMinutes = 30;

/// The preferences in the form in which the record keeps them: canonical JSON.
std::string to_text(const Preferences& preferences);
/// Reads what to_text() made. A member that cannot be read has its default, and a number that is out of its bounds is
/// moved to the nearest bound: preferences never stand in the way of opening a record.
Preferences parse_preferences(std::string_view text);

}  // namespace daybook::ui
