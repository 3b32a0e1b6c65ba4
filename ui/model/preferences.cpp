#include "ui/model/preferences.h"

#include <algorithm>

#include "vault/log/canonical_json.h"

namespace daybook::ui {

std::string to_text(const Preferences& preferences) {
  return vault::to_canonical(vault::Json{{"theme", static_cast<int>(preferences.theme)},
                                         {"lock", preferences.lock_minutes},
                                         {"covers", preferences.covers_pictures},
                                         {"clipboard", preferences.empties_clipboard},
                                         {"minimised", preferences.locks_minimised},
                                         {"hide_key", static_cast<int>(preferences.hide_key)},
                                         {"cover", preferences.cover},
                                         {"knows_notes", preferences.knows_notes},
                                         {"knows_clipboard", preferences.knows_clipboard},
                                         {"asks_for_sheet", preferences.asks_for_sheet}});
}

Preferences parse_preferences(std::string_view text) {
  Preferences preferences;
  const auto json = vault::parse_json(text);
  if (!json || !json->is_object()) return preferences;
  const auto number = [&](const char* name, int least, int most, int otherwise) {
    if (!json->contains(name) || !(*json)[name].is_number_integer()) return otherwise;
    return std::clamp((*json)[name].get<int>(), least, most);
  };
  const auto truth = [&](const char* name, bool& target) {
    if (json->contains(name) && (*json)[name].is_boolean()) target = (*json)[name].get<bool>();
  };
  preferences.theme = static_cast<Theme>(number("theme", 0, 3, 0));
  preferences.lock_minutes = number("lock", kLeastLockMinutes, kMostLockMinutes, preferences.lock_minutes);
  truth("covers", preferences.covers_pictures);
  truth("clipboard", preferences.empties_clipboard);
  truth("minimised", preferences.locks_minimised);
  truth("knows_notes", preferences.knows_notes);
  truth("knows_clipboard", preferences.knows_clipboard);
  truth("asks_for_sheet", preferences.asks_for_sheet);
  preferences.hide_key = static_cast<Preferences::HideKey>(number("hide_key", 0, 2, 0));
  preferences.cover = vault::text_member(*json, "cover").value_or("");
  return preferences;
}

}  // namespace daybook::ui
