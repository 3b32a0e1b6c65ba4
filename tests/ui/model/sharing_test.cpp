#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

// As far as the place, with these items.
void prepare(RouterDriver& window, std::set<vault::ItemNumber> items) {
  window.act(BeginSharing{});
  window.act(NextShareStep{});
  for (const vault::ItemNumber item : items) window.act(ToggleShared{item});
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::questions);
  window.forms().share.states_left_out = false;
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::preview);
  window.act(NextShareStep{});
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::place);
}

}  // namespace

TEST_CASE("a copy of nothing is not begun") {
  RouterDriver window;
  window.make_record();
  window.act(BeginSharing{});
  window.act(NextShareStep{});
  window.act(NextShareStep{});
  CHECK(window.state().share.error);
  CHECK(window.state().share.step == Step::items);
  window.act(PreviousShareStep{});
  window.act(PreviousShareStep{});
  CHECK(window.state().screen == Screen::timeline);
}

TEST_CASE("a copy goes to the place that was chosen, and its end clears what was typed for it") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directories(stick);
  window.forms().share.by_upload = false;
  window.forms().share.purpose.set("my statement");
  prepare(window, {1_item});
  CHECK(window.forms().share.lock == ShareForm::Lock::passphrase);
  window.act(NextShareStep{});
  CHECK(window.state().share.error);  // no place yet
  window.choose(BrowseFor::share_target, stick);
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::done);
  CHECK(std::filesystem::exists(vault::from_utf8(window.state().share.file)));
  CHECK(window.state().share.passphrase);
  CHECK_FALSE(window.state().seals_copy);
  window.act(NextShareStep{});
  CHECK(window.state().share.chosen.empty());
  CHECK_FALSE(window.state().share.passphrase);
  CHECK(window.forms().share.purpose.empty());
  CHECK_FALSE(window.forms().share.states_left_out);
}

TEST_CASE("an answer given after the preview is not sealed unseen: the preview comes again") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  prepare(window, {1_item});
  window.choose(BrowseFor::share_target, window.folder.path());
  const std::uint64_t seen = window.state().share.preview_number;
  window.act(OpenItem{1_item});
  window.act(AskQuestion{1});
  window.act(AnswerQuestion{"Alex"});
  window.act(GoBack{});
  window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::preview);
  CHECK(window.state().share.error);
  CHECK(window.state().share.preview_number > seen);
  for (const auto& entry : std::filesystem::directory_iterator(window.folder.path()))
    CHECK(entry.path().extension() != ".zip");
}

TEST_CASE("a secret key in the field for theirs is taken out and never used") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.act(BeginSharing{1_item});
  window.forms().share.states_left_out = false;
  for (int i = 0; i < 4; ++i) window.act(NextShareStep{});
  window.forms().share.lock = ShareForm::Lock::key;
  window.forms().share.key.set(std::string(crypto::AgeIdentity::generate().to_secret_text().expose_text()));
  window.act(NextShareStep{});
  CHECK(window.state().share.error);
  CHECK(window.forms().share.key.empty());
  CHECK(window.state().share.step == Step::lock);
}
