#include "ui/model/session.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/catalogue_file.h"
#include "tests/support/corpora.h"
#include "tests/support/router_driver.h"
#include "ui/words/translate.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// A catalogue of one sentence beside the program, which is begun anew so that it looks for it.
struct Languages : RouterDriver {
  Languages() {
    std::filesystem::create_directory(folder / "languages");
    write_file(folder / "languages" / "pl.mo",
               catalogue_file({{"", "X-Language-Name: Polski\n"}, {"Settings", "Ustawienia"}}));
    restart();
  }
  ~Languages() { speak(nullptr); }
};

}  // namespace

TEST_CASE("without catalogues there is English, and nothing to choose") {
  RouterDriver window;
  CHECK(window.state().languages == std::vector<Language>{{"en", "English"}});
}

TEST_CASE("a language that was chosen is that of the window from then on, and English can be chosen again") {
  Languages window;
  REQUIRE(window.state().languages == std::vector<Language>{{"en", "English"}, {"pl", "Polski"}});
  window.act(ChooseLanguage{"pl"});
  CHECK(std::string(tr("Settings")) == "Ustawienia");
  CHECK_FALSE(std::filesystem::exists(window.folder / "config"));  // before there is a record nothing is left behind
  window.make_record();
  window.restart();
  CHECK(window.state().settings.language == "pl");
  CHECK(std::string(tr("Settings")) == "Ustawienia");
  Settings chosen;
  chosen.text_percent = 200;
  window.act(ChangeSettings{chosen});
  CHECK(window.state().settings.language == "pl");  // no other setting touches it
  window.act(ChooseLanguage{"en"});
  CHECK(std::string(tr("Settings")) == "Settings");
  window.restart();
  CHECK(window.state().settings.language == "en");
  CHECK(std::string(tr("Settings")) == "Settings");
}

TEST_CASE("a catalogue that cannot be read changes nothing, and one that has gone leaves the window in English") {
  Languages window;
  window.make_record();
  window.act(ChooseLanguage{"xx"});
  REQUIRE(window.state().banner);
  CHECK(window.state().settings.language == "en");
  window.act(ChooseLanguage{"pl"});
  write_file(window.folder / "languages" / "pl.mo", "no catalogue");
  window.act(ChooseLanguage{"pl"});
  CHECK(std::string(tr("Settings")) == "Ustawienia");
  std::filesystem::remove(window.folder / "languages" / "pl.mo");
  window.restart();
  CHECK(std::string(tr("Settings")) == "Settings");
  window.unlock();
  CHECK(window.state().is_open);
}
