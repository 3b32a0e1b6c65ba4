#include "ui/model/preferences.h"

#include <catch2/catch_test_macros.hpp>

using namespace daybook::ui;

TEST_CASE("preferences come back as they were kept") {
  Preferences preferences;
  preferences.theme = Theme::dim;
  preferences.lock_minutes = 30;
  preferences.covers_pictures = false;
  preferences.empties_clipboard = preferences.locks_minimised = preferences.knows_notes = true;
  preferences.hide_key = Preferences::HideKey::pause;
  preferences.cover = "milk, bread";
  const Preferences again = parse_preferences(to_text(preferences));
  CHECK(to_text(again) == to_text(preferences));
  CHECK(again.theme == Theme::dim);
  CHECK(again.hide_key == Preferences::HideKey::pause);
  CHECK(again.cover == "milk, bread");
}

TEST_CASE("preferences that cannot be read, or are out of bounds, never stand in the way") {
  for (const char* text : {"", "not json", "[1]", "{\"lock\":\"five\",\"covers\":1,\"cover\":7}"})
    CHECK(to_text(parse_preferences(text)) == to_text(Preferences()));
  const Preferences odd = parse_preferences("{\"lock\":100000,\"theme\":-4,\"hide_key\":99}");
  CHECK(odd.lock_minutes == kMostLockMinutes);
  CHECK(odd.theme == Theme::light);
  CHECK(odd.hide_key == Preferences::HideKey::pause);
}
