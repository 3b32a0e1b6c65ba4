#include "ui/words/languages.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/catalogue_file.h"
#include "tests/support/corpora.h"
#include "tests/support/temporary_folder.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("the languages are English and those whose catalogues can be read and say their name") {
  TemporaryFolder folder;
  vault::FileSystem& files = vault::operating_system_files();
  CHECK(languages_in(files, folder / "nowhere") == std::vector<Language>{{"en", "English"}});
  CHECK(languages_in(files, {}) == std::vector<Language>{{"en", "English"}});
  const auto named = [](const char* name) {
    return catalogue_file({{"", std::string("Language: x\nX-Language-Name: ") + name + "\nMIME-Version: 1.0\n"},
                           {"Settings", "Ustawienia"}});
  };
  write_file(folder / "pl.mo", named("Polski"));
  write_file(folder / "cy.mo", named("Cymraeg"));
  write_file(folder / "en.mo", named("Another English"));
  write_file(folder / "damaged.mo", named("Broken").substr(0, 40));
  write_file(folder / "nameless.mo", catalogue_file({{"Settings", "Ustawienia"}}));
  write_file(folder / "pl.po", "no catalogue");
  write_file(folder / "long.mo", named(std::string(61, 'x').c_str()));
  write_file(folder / "turned.mo", named("\xe2\x80\xae"
                                         "English"));
  CHECK(languages_in(files, folder.path()) ==
        std::vector<Language>{{"en", "English"}, {"cy", "Cymraeg"}, {"pl", "Polski"}});
  write_file(folder / "pl_x.mo", named("Polski"));
  CHECK(languages_in(files, folder.path()) ==
        std::vector<Language>{{"en", "English"}, {"cy", "Cymraeg"}, {"pl", "Polski (pl)"}, {"pl_x", "Polski (pl_x)"}});
}

TEST_CASE("a catalogue is loaded by its code, and a code names nothing outside of the folder") {
  TemporaryFolder folder;
  vault::FileSystem& files = vault::operating_system_files();
  std::filesystem::create_directory(folder / "languages");
  write_file(folder / "outside.mo", catalogue_file({{"Settings", "Ustawienia"}}));
  write_file(folder / "languages" / "pl.mo", catalogue_file({{"Settings", "Ustawienia"}}));
  write_file(folder / "languages" / "bad.mo", "no catalogue");
  CHECK(load_language(files, folder / "languages", "en").value() == nullptr);
  CHECK(std::string(load_language(files, folder / "languages", "pl").value()->find("Settings")) == "Ustawienia");
  CHECK(load_language(files, folder / "languages", "bad").error().code == ErrorCode::malformed);
  for (const char* code : {"../outside", "xx", "", ".", "/etc/passwd"}) {
    INFO(code);
    CHECK(load_language(files, folder / "languages", code).error().code == ErrorCode::not_found);
  }
}
