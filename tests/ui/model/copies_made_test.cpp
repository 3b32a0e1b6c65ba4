#include "ui/model/copies.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"
#include "ui/words/date_text.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

// Saves a copy of item 1 for an advocate, locked with a passphrase.
void save_copy(RouterDriver& window) {
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directories(stick);
  window.act(BeginSharing{1_item});
  window.forms().share.who = ShareForm::For::advocate;
  window.forms().share.by_upload = false;
  window.forms().share.purpose.set("to read");
  window.forms().share.states_left_out = false;
  for (int i = 0; i < 4; ++i) window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::save);
  window.choose(BrowseFor::share_target, stick);
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::done);
}

}  // namespace

TEST_CASE("a copy that was saved stands in the list with its number and key words, and its item says so") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.paste_and_save("not in it");
  save_copy(window);
  const std::string receipt = window.state().share.receipt, words = window.state().share.key_words;
  const std::string name = vault::from_utf8(window.state().share.file).filename().string();
  const std::string passphrase(window.state().share.passphrase->expose_text());
  window.restart();
  window.unlock();
  window.act(ShowCopies{});
  REQUIRE(window.state().screen == Screen::copies);
  REQUIRE(window.state().copies.copies.size() == 1);
  const vault::CopyMade& copy = window.state().copies.copies.front();
  CHECK(copy.receipt == receipt);
  CHECK(copy.key_words == words);
  CHECK(copy.files == std::vector{name});
  CHECK(copy.folder == (window.folder / "stick").string());
  CHECK(copy.items == std::vector{1_item});
  CHECK(copy.purpose == "to read");
  CHECK(copy.is_locked == true);
  CHECK(recipient_text(copy) == "for an advocate");
  for (const std::string* text : {&copy.receipt, &copy.key_words, &copy.purpose, &copy.recipient, &copy.folder})
    CHECK(text->find(passphrase) == std::string::npos);
  window.act(OpenItem{1_item});
  CHECK(went_in_text(window.state().item.copies) == "In 1 copy: " + day_text(copy.started_at) + ", for an advocate");
  window.act(OpenItem{2_item});
  CHECK(went_in_text(window.state().item.copies).empty());
}

TEST_CASE("whether a copy was given is noted, kept, and can be changed") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  save_copy(window);
  window.act(NextShareStep{});
  window.act(ShowCopies{});
  window.act(ChooseCopy{window.state().copies.copies.front().bundle});
  REQUIRE(window.state().copies.shown() != nullptr);
  CHECK(window.state().copies.shown()->given == vault::Given::not_said);
  window.act(NoteGiven{vault::Given::no});
  window.act(NoteGiven{vault::Given::yes});
  CHECK(window.state().copies.shown()->given == vault::Given::yes);
  window.restart();
  window.unlock();
  window.act(ShowCopies{});
  CHECK(window.state().copies.copies.front().given == vault::Given::yes);
}

TEST_CASE("from the details of a copy a way leads back to where they were opened") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  save_copy(window);
  const std::string bundle = [&] {
    window.act(ShowCopies{});
    return window.state().copies.copies.front().bundle;
  }();
  window.act(ChooseCopy{bundle});
  window.act(LeaveCopy{});
  CHECK(window.state().screen == Screen::copies);
  CHECK_FALSE(window.state().copies.chosen);
  window.act(LeaveCopy{});
  CHECK(window.state().screen != Screen::copies);
  window.act(OpenItem{1_item});
  window.act(ShowCopies{bundle});
  CHECK(window.state().copies.shown() != nullptr);
  window.act(LeaveCopy{});
  CHECK(window.state().screen == Screen::item);
}
