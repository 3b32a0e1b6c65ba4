#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

// As far as the last step, with these items.
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
  REQUIRE(window.state().share.step == Step::save);
}

// A record with two items, and a finished copy of the first.
void save_copy_of_first(RouterDriver& window, bool by_upload) {
  window.make_record();
  window.paste_and_save("call me");
  window.paste_and_save("I am sorry");
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directories(stick);
  window.forms().share.by_upload = by_upload;
  prepare(window, {1_item});
  window.choose(BrowseFor::share_target, stick);
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::done);
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
  CHECK(lock_of(window.forms().share) == ShareForm::Lock::passphrase);
  window.act(NextShareStep{});
  CHECK(window.state().share.error);  // no place yet
  window.choose(BrowseFor::share_target, stick);
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::done);
  CHECK(std::filesystem::exists(vault::from_utf8(window.state().share.file)));
  CHECK(window.state().share.passphrase);
  CHECK_FALSE(window.state().seals_copy);
  const std::string passphrase(window.state().share.passphrase->expose_text());
  // One key does not lose the passphrase, nor does going off and coming back.
  window.act(NextShareStep{});
  REQUIRE(window.state().share.passphrase);
  CHECK(window.state().share.asks_to_finish);
  window.act(PreviousShareStep{});
  CHECK_FALSE(window.state().share.asks_to_finish);
  window.act(PreviousShareStep{});
  CHECK(window.state().screen != Screen::share);
  window.act(BeginSharing{});
  CHECK(window.state().share.step == Step::done);
  CHECK(window.state().share.passphrase->expose_text() == passphrase);
  for (int i = 0; i < 2; ++i) window.act(NextShareStep{});
  CHECK(window.state().share.chosen.empty());
  CHECK_FALSE(window.state().share.passphrase);
  CHECK(window.forms().share.purpose.empty());
  CHECK_FALSE(window.forms().share.states_left_out);
}

TEST_CASE("what is chosen while a finished copy still shows its passphrase waits, and comes next") {
  RouterDriver window;
  save_copy_of_first(window, /*by_upload=*/false);
  window.act(Go{Screen::timeline});
  window.act(BeginSharing{2_item});
  CHECK(window.state().share.step == Step::done);  // the passphrase stands nowhere else
  CHECK(window.state().share.waiting == std::set{2_item});
  CHECK(window.state().share.chosen == std::set{1_item});
  for (int i = 0; i < 2; ++i) window.act(NextShareStep{});
  CHECK(window.state().screen == Screen::share);
  CHECK(window.state().share.step == Step::who);
  CHECK(window.state().share.chosen == std::set{2_item});
  CHECK(window.state().share.waiting.empty());
  CHECK_FALSE(window.state().share.passphrase);
}

TEST_CASE("a finished copy without a passphrase is shown too before what is chosen next") {
  RouterDriver window;
  save_copy_of_first(window, /*by_upload=*/true);  // not locked then
  REQUIRE_FALSE(window.state().share.passphrase);
  window.act(BeginSharing{2_item});
  CHECK(window.state().share.step == Step::done);
  window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::who);
  CHECK(window.state().share.chosen == std::set{2_item});
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
  CHECK(window.state().share.step == Step::save);
}

TEST_CASE("sharing an item starts fresh, and where a copy was begun it is asked what becomes of it") {
  RouterDriver window;
  window.make_record();
  for (const char* text : {"one", "two", "three"}) window.paste_and_save(text);
  window.act(BeginSharing{1_item});
  CHECK(window.state().share.waiting.empty());
  CHECK(window.state().share.chosen == std::set{1_item});
  window.act(PreviousShareStep{});
  window.act(BeginSharing{1_item});
  CHECK(window.state().share.waiting.empty());  // the same once more
  window.forms().share.purpose.set("my statement");
  window.act(NextShareStep{});
  window.act(ToggleShared{2_item});
  window.act(OpenItem{3_item});
  window.act(BeginSharing{3_item});
  CHECK(window.state().screen == Screen::share);
  CHECK(window.state().share.waiting == std::set{3_item});
  CHECK(window.state().share.chosen == std::set{1_item, 2_item});  // neither joined nor dropped
  SECTION("it goes on as it was") {
    window.act(GoOnSharing{false});
    CHECK(window.state().share.chosen == std::set{1_item, 2_item});
    CHECK(window.state().share.step == Step::items);
  }
  SECTION("it goes on with the item") {
    window.act(GoOnSharing{true});
    CHECK(window.state().share.chosen == std::set{1_item, 2_item, 3_item});
  }
  SECTION("it starts again") {
    window.act(StartSharingAgain{});
    CHECK(window.state().share.chosen == std::set{3_item});
    CHECK(window.state().share.step == Step::who);
    CHECK(window.forms().share.purpose.empty());
  }
  SECTION("she goes back") {
    window.act(PreviousShareStep{});
    CHECK(window.state().screen == Screen::item);
    CHECK(window.state().share.chosen == std::set{1_item, 2_item});
  }
  CHECK(window.state().share.waiting.empty());
}

TEST_CASE("that nothing is chosen is not said any more once something is") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.act(BeginSharing{});
  window.act(NextShareStep{});
  window.act(NextShareStep{});
  REQUIRE(window.state().share.error);
  window.act(ToggleShared{1_item});
  CHECK_FALSE(window.state().share.error);
}

TEST_CASE("what she decided for a copy is there again after hiding, and she is told") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  window.paste_and_save("and another");
  window.paste_and_save("gone meanwhile");
  window.act(BeginSharing{1_item});
  window.forms().share.who = ShareForm::For::solicitor;
  window.forms().share.by_upload = true;
  window.forms().share.purpose.set("my statement");
  window.act(NextShareStep{});
  window.act(ToggleShared{2_item});
  window.act(ToggleShared{3_item});
  window.act(NextShareStep{});
  window.act(DecideRest{true});
  window.restart();
  {
    const auto record = vault::Record::open({vault::operating_system_files(), window.clock}, window.record_path(),
                                            secret(RouterDriver::kOwnPassphrase))
                            .value();
    REQUIRE(record->remove(3_item).ok());
  }
  window.unlock();
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "A copy that you began is not saved yet.");
  CHECK(window.state().share.chosen == std::set{1_item, 2_item});
  CHECK(window.state().share.step == Step::who);
  CHECK(window.forms().share.who == ShareForm::For::solicitor);
  CHECK(window.forms().share.by_upload == true);
  CHECK(window.forms().share.purpose.text() == "my statement");
  CHECK(window.forms().share.states_left_out == true);
  window.act(BeginSharing{});
  window.act(StartSharingAgain{});
  window.restart();
  window.unlock();
  CHECK(window.state().share.chosen.empty());
  CHECK_FALSE(window.state().banner);
}

TEST_CASE("a copy is locked unless she herself said that it is for an upload, and what she chose stays") {
  ShareForm form;
  using Lock = ShareForm::Lock;
  for (const auto who : {ShareForm::For::police, ShareForm::For::advocate, ShareForm::For::solicitor}) {
    form.who = who;
    CHECK(lock_of(form) == Lock::passphrase);
  }
  form.by_upload = false;
  CHECK(lock_of(form) == Lock::passphrase);
  form.by_upload = true;
  CHECK(lock_of(form) == Lock::none);
  form.lock = Lock::key;
  CHECK(lock_of(form) == Lock::key);

  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  prepare(window, {1_item});
  window.act(PreviousShareStep{});
  window.forms().share.lock = Lock::none;
  for (int i = 0; i < 4; ++i) window.act(PreviousShareStep{});
  REQUIRE(window.state().share.step == Step::who);
  for (int i = 0; i < 4; ++i) window.act(NextShareStep{});
  CHECK(window.forms().share.lock == Lock::none);
}

TEST_CASE("what stays here is counted: notes beside, earlier versions, other items") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("call me");
  const auto write_note = [&](const char* text) {
    window.act(BeginAdding{Begun::Kind::note, 1_item});
    window.forms().add.text.set(text);
    window.act(SaveAdded{});
  };
  for (const char* text : {"first", "second", "third"}) write_note(text);
  window.paste_and_save("something else");
  window.act(BeginSharing{1_item});
  window.act(NextShareStep{});
  window.act(NextShareStep{});
  REQUIRE(window.state().share.questions);
  const auto lines = [&] { return left_out_lines(window.state().share, window.forms().share); };
  for (const vault::ItemNumber note : {2_item, 3_item, 4_item}) window.act(DecideNote{note, false});
  CHECK(lines() == std::vector<std::string>{"3 notes beside these items are not in this copy.",
                                            "1 other item of your record is not in this copy."});
  for (const vault::ItemNumber note : {2_item, 3_item}) window.act(DecideNote{note, true});
  CHECK(lines().front() == "1 note beside these items is not in this copy.");
  window.act(DecideNote{4_item, true});
  CHECK(lines().size() == 1);
}
