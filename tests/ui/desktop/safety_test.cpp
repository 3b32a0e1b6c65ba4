#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

using Task = SafetyState::Task;
constexpr std::string_view kOther = "another passphrase of mine";

struct Safety : WindowDriver {
  Safety() {
    make_record();
    paste("where are you");
    stick = folder / "stick";
    std::filesystem::create_directory(stick);
  }
  void paste(const char* text) {
    clipboard = text;
    key(ImGuiMod_Ctrl | ImGuiKey_V);
    key(ImGuiKey_Enter);
  }
  void begin(const char* task) {
    key(ImGuiMod_Alt | ImGuiKey_6);
    click("Keep it safe");
    click(task);
  }
  void choose(const vault::Path& place) {
    click("Choose the place");
    router().apply(BrowseTo{place});
    settle();
    click("Use this folder");
  }
  void secret(const char* field, std::string_view text) {
    click(field);
    key(ImGuiMod_Ctrl | ImGuiKey_A);
    type(text);
  }
  void new_secret(std::string_view text) {
    secret("New passphrase", text);
    secret("New passphrase again", text);
  }
  vault::Path make_backup() {
    begin("Make a backup");
    choose(stick);
    click("Make the backup");
    REQUIRE_FALSE(state().safety.outcome.empty());
    vault::Path found;
    for (const auto& entry : std::filesystem::directory_iterator(stick)) found = entry.path();
    click("Continue");
    return found;
  }
  bool unlocks_with(std::string_view passphrase) {
    restart(true);
    type(passphrase);
    key(ImGuiKey_Enter);
    return state().is_open;
  }
  std::size_t items() { return state().timeline.keys.size(); }
  vault::Path stick;
};

}  // namespace

TEST_CASE("a backup is made, and what was removed by accident elsewhere comes back from it") {
  Safety window;
  const vault::Path backup = window.make_backup();
  CHECK(std::filesystem::exists(backup));
  CHECK(window.state().safety.last_backup.has_value());
  window.paste("home soon");
  window.begin("Add from a backup");
  window.choose(window.stick);
  window.state_for_tests().safety.place = backup;
  window.secret("Passphrase or sheet of the backup", "not this one");
  window.click("Add what is missing");
  REQUIRE(window.state().safety.error);
  CHECK(window.state().safety.error->what == "That passphrase did not open it.");
  window.secret("Passphrase or sheet of the backup", WindowDriver::kOwnPassphrase);
  window.click("Add what is missing");
  CHECK(window.state().safety.outcome == "Added 0 items, 0 other versions of notes and 0 answers.");
  window.click("Continue");
  CHECK(window.items() == 2);
  // Nothing is left of the record that was read.
  for (const auto& entry : std::filesystem::directory_iterator(window.folder / "share"))
    CHECK(entry.path().filename() == "notes");
}

TEST_CASE("a place that holds no backup is told, and nothing is changed") {
  Safety window;
  window.begin("Add from a backup");
  window.choose(window.stick);
  window.secret("Passphrase or sheet of the backup", WindowDriver::kOwnPassphrase);
  window.click("Add what is missing");
  CHECK(window.state().safety.error.has_value());
  CHECK(window.items() == 1);
}

TEST_CASE("on a new computer the backup becomes the record") {
  Safety window;
  const vault::Path backup = window.make_backup();
  WindowDriver other;
  other.settle();
  other.click("I have a backup");
  other.state_for_tests().safety.place = backup;
  other.settle();
  other.click("Passphrase or sheet of the backup");
  other.type(WindowDriver::kOwnPassphrase);
  other.click("Open it");
  CHECK(other.state().safety.outcome == "1 of 1 items came back.");
  other.click("Continue");
  CHECK(other.state().screen == Screen::timeline);
  CHECK(other.state().timeline.keys.size() == 1);
  other.restart(true);
  CHECK(other.state().screen == Screen::unlock);
}

TEST_CASE("the passphrase is changed only by one who knows it") {
  Safety window;
  window.begin("Change the passphrase");
  CHECK(window.focused() == "Your passphrase now");
  CHECK_FALSE(window.widget("Change it now").is_enabled);
  window.type("not this one");
  window.new_secret("short");
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().safety.error);
  CHECK(window.state().safety.error->what == "That passphrase is short.");
  CHECK(window.words().find("That passphrase is short.") != std::string::npos);
  window.secret("New passphrase", kOther);
  CHECK(window.words().find("That passphrase is short.") == std::string::npos);  // it was corrected
  window.secret("New passphrase again", "another passphrase of nine");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().safety.error->what == "That was different from the one you chose.");
  window.click("Show the one I chose");
  window.secret("New passphrase again", kOther);
  window.click("Change it now");
  CHECK(window.state().safety.error->safe == "Nothing was changed.");
  // Under the dots nobody sees what is left of the first try: it is typed anew.
  window.secret("Your passphrase now", WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().safety.outcome == "Your new passphrase works from now on.");
  CHECK_FALSE(window.unlocks_with(WindowDriver::kOwnPassphrase));
  CHECK(window.unlocks_with(kOther));
}

TEST_CASE("a new sheet opens the record") {
  Safety window;
  window.begin("Make a new sheet");
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().safety.sheet);
  const std::string sheet(window.state().safety.sheet->expose_text());
  window.click("I have written it down");
  CHECK(window.focused() == "Groups 2 and 5");
  window.type(sheet.substr(5, 4) + sheet.substr(20, 4));
  window.key(ImGuiKey_Enter);
  CHECK_FALSE(window.state().safety.sheet.has_value());
  CHECK_FALSE(window.state().preferences.asks_for_sheet);
  window.restart(true);
  window.click("I lost my passphrase");
  window.type(sheet);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().unlock.wants_new_passphrase);
}

TEST_CASE("when somebody may know the passphrase, all is locked anew and what is kept stays") {
  Safety window;
  std::ofstream(window.folder / "large.bin") << std::string(600'000, 'x');
  window.drop({window.folder / "large.bin"});
  window.begin("Someone may know my passphrase");
  window.type(WindowDriver::kOwnPassphrase);
  window.new_secret(kOther);
  window.click("Lock everything anew");
  REQUIRE(window.state().safety.sheet);
  CHECK_FALSE(window.state().safety.key_words.empty());
  window.settle();
  window.click("I have written it down");
  window.key(ImGuiMod_Ctrl | ImGuiKey_N);
  window.type("written after it");
  CHECK_FALSE(window.unlocks_with(WindowDriver::kOwnPassphrase));
  CHECK(window.unlocks_with(kOther));
  CHECK(window.items() == 2);
  CHECK(window.forms().add.text.text() == "written after it");
  window.router().apply(OpenItem{2_item});
  window.settle();
  CHECK(window.state().item.check == ItemState::Check::matches);
}

TEST_CASE("removing everything asks for the passphrase, can be stopped, and leaves neither record nor settings") {
  Safety window;
  const vault::Path stranger = window.folder / "share" / "notes" / "not ours";
  window.begin("Remove everything from this computer");
  window.type("not this one");
  window.key(ImGuiKey_Enter);
  CHECK(window.focused() == "The word");
  window.type("remov");
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().safety.error);
  CHECK(window.state().safety.error->what == "The word is not there yet.");
  window.type("e");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().safety.error.has_value());
  CHECK(window.state().removal.at == 0);
  window.secret("Your passphrase now", WindowDriver::kOwnPassphrase);
  window.click("Remove everything");
  CHECK(window.state().removal.at > 0);
  window.now += 3;
  window.settle();
  window.click("Stop");
  window.now += 60;
  window.settle();
  CHECK(window.items() == 1);
  window.secret("Your passphrase now", WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  std::ofstream(stranger) << "x";
  window.now += 6;
  window.settle();
  CHECK(window.router().leaving() == Leaving::hide);
  window.router().keep_draft();
  CHECK_FALSE(std::filesystem::exists(window.folder / "config"));
  CHECK(std::filesystem::exists(stranger));  // what is not the record's is nobody's to remove
  CHECK(std::distance(std::filesystem::directory_iterator(stranger.parent_path()), {}) == 1);
}

TEST_CASE("a damaged record is told from a wrong passphrase, and what can be read is brought back beside it") {
  Safety window;
  window.restart(true);
  const vault::Path database = window.folder / "share" / "notes" / "records";
  {
    std::fstream file(database, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(0);
    file << std::string(8192, 'x');
  }
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  REQUIRE(window.state().unlock.is_damaged);
  window.click("Bring back what can be read");
  window.type(WindowDriver::kOwnPassphrase);
  window.new_secret(kOther);
  window.click("Bring it back");
  CHECK(window.state().safety.outcome.find("Brought back") == 0);
  CHECK(window.state().safety.sheet.has_value());
  CHECK(std::filesystem::exists(database));
  window.click("I have written it down");
  window.click("Skip for now");
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.unlocks_with(kOther));
}

TEST_CASE("a backup that is a month old is spoken of once, inside the window only") {
  Safety window;
  window.make_backup();
  window.clock.advance(40 * 24 * 3600);
  CHECK(window.unlocks_with(WindowDriver::kOwnPassphrase));
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "Your last backup was 40 days ago.");
  window.click("Make a backup");
  CHECK(window.state().safety.task == Task::backup);
}
