#include "ui/model/settings.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"
#include "ui/words/translate.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("settings come back as they were saved, in a folder that is made for them") {
  const TemporaryFolder folder;
  const vault::Path path = folder / "a" / "b" / "settings.json";
  Settings settings{folder / "r\xc3\xa9sum\xc3\xa9", "Recipes", "en", 200};
  REQUIRE(save_settings(vault::operating_system_files(), path, settings).ok());
  const Settings again = load_settings(vault::operating_system_files(), path);
  CHECK(again.record == settings.record);
  CHECK(again.name == "Recipes");
  CHECK(again.text_percent == 200);
  CHECK(read_file(path).find("aybook") == std::string::npos);
}

TEST_CASE("a settings file that is damaged or hostile gives the defaults and stands in nobody's way") {
  const TemporaryFolder folder;
  for (const char* text :
       {"", "{", "[]", "{\"text\":99999,\"name\":7,\"record\":[1]}", "{\"text\":-1,\"name\":\"\"}"}) {
    write_file(folder / "settings.json", text);
    const Settings settings = load_settings(vault::operating_system_files(), folder / "settings.json");
    CHECK(settings.name == "Notes");
    CHECK(settings.record.empty());
    CHECK(settings.text_percent >= kLeastTextPercent);
    CHECK(settings.text_percent <= kMostTextPercent);
  }
}

TEST_CASE("a catalogue of GNU gettext translates what it has, and a damaged one changes nothing") {
  // Two entries: the header, and one sentence.
  const std::string original = "Hide now", translated = "Ukryj teraz";
  std::string bytes(28 + 16 + 16, '\0');
  const auto put = [&](std::size_t at, std::size_t value) {
    for (int i = 0; i < 4; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
  };
  put(0, 0x950412de);
  put(8, 2);
  put(12, 28);
  put(16, 44);
  const std::size_t begin = bytes.size();
  bytes += '\0' + original + '\0' + '\0' + translated + '\0';
  put(28, 0), put(32, begin), put(36, original.size()), put(40, begin + 1);
  put(44, 0), put(48, begin + 2 + original.size()), put(52, translated.size()), put(56, begin + 3 + original.size());
  CHECK(std::string(tr("Hide now")) == "Hide now");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (load_catalogue(std::string_view(bytes).substr(0, size)).ok()) FAIL("a part of " << size << " bytes was taken");
  }
  CHECK(std::string(tr("Hide now")) == "Hide now");
  REQUIRE(load_catalogue(bytes).ok());
  CHECK(std::string(tr("Hide now")) == "Ukryj teraz");
  CHECK(std::string(tr("Settings")) == "Settings");
  std::string empty(28, '\0');
  bytes = empty;
  put(0, 0x950412de);
  put(12, 28);
  put(16, 28);
  REQUIRE(load_catalogue(bytes).ok());
  CHECK(std::string(tr("Hide now")) == "Hide now");
}
