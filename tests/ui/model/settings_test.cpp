#include "ui/model/settings.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("settings come back as they were saved, in a folder that is made for them") {
  const TemporaryFolder folder;
  const vault::Path path = folder / "a" / "b" / "settings.json";
  Settings settings;
  settings.record = folder / "r\xc3\xa9sum\xc3\xa9";
  settings.name = "Recipes";
  settings.text_percent = 200;
  settings.theme = Theme::dim;
  settings.left = {folder / "notes-2", folder / "notes"};
  settings.has_hidden = true;
  REQUIRE(save_settings(vault::operating_system_files(), path, settings).ok());
  const Settings again = load_settings(vault::operating_system_files(), path);
  CHECK(again.record == settings.record);
  CHECK(again.name == "Recipes");
  CHECK(again.text_percent == 200);
  CHECK(again.theme == Theme::dim);
  CHECK(again.left == settings.left);
  CHECK(again.has_hidden);
  CHECK(read_file(path).find("aybook") == std::string::npos);
}

TEST_CASE("a settings file that is damaged or hostile gives the defaults and stands in nobody's way") {
  const TemporaryFolder folder;
  for (const char* text : {"", "{", "[]", "{\"text\":99999,\"name\":7,\"record\":[1]}", "{\"text\":-1,\"name\":\"\"}",
                           "{\"theme\":99,\"left\":7,\"hidden\":\"yes\"}", "{\"theme\":-1,\"left\":[1,[]]}"}) {
    write_file(folder / "settings.json", text);
    const Settings settings = load_settings(vault::operating_system_files(), folder / "settings.json");
    CHECK(settings.name == "Notes");
    CHECK(settings.record.empty());
    CHECK(settings.text_percent >= kLeastTextPercent);
    CHECK(settings.text_percent <= kMostTextPercent);
    CHECK((settings.theme == Theme::light || settings.theme == Theme::contrast));
    CHECK(settings.left.empty());
    CHECK_FALSE(settings.has_hidden);
  }
}
