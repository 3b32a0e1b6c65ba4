#include "ui/model/open_questions.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/asked_share.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

constexpr std::size_t kWho = 1;  // in questions()

}  // namespace

TEST_CASE("nothing goes on while a note beside a chosen item is not decided, nor one beside that note") {
  Asked window;
  window.write_note(2_item, "It was the third time that day.");
  window.forms().share.states_left_out = false;
  window.share({1_item});
  REQUIRE(window.asked().notes.size() == 1);
  CHECK(window.asked().notes[0].note == 2_item);
  CHECK(window.asked().notes[0].about == 1_item);
  CHECK(window.asked().notes[0].begins == "I wrote this so that he would stop calling.");
  CHECK(window.asked().notes[0].about_title == "sorry. home soon. love you");
  CHECK(window.state().share.of_note(2_item) == Decision::open);
  CHECK(window.missing() == "note 000002");
  window.act(DecideNote{2_item, true});
  REQUIRE(window.asked().notes.size() == 2);  // what she decided is still shown
  CHECK(window.missing() == "note 000003");
  window.act(DecideNote{3_item, false});
  CHECK(window.missing().empty());
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 2_item});
  CHECK(window.preview_says("he would stop calling"));
  CHECK_FALSE(window.preview_says("third time"));
}

TEST_CASE("a decision about a note can be changed, also after she has seen the preview") {
  Asked window;
  window.forms().share.states_left_out = false;
  window.share({1_item});
  window.act(DecideNote{2_item, false});
  CHECK(window.state().share.of_note(2_item) == Decision::stays_here);
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("he would stop calling"));
  window.act(PreviousShareStep{});
  REQUIRE(window.state().share.step == Step::questions);
  REQUIRE(window.asked().notes.size() == 1);
  window.act(DecideNote{2_item, true});
  CHECK(window.missing().empty());
  CHECK(window.preview_says("he would stop calling"));
  window.act(PreviousShareStep{});
  window.act(DecideNote{2_item, false});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item});
}

TEST_CASE("a note that she takes out of the list again is asked about again") {
  Asked window;
  window.forms().share.states_left_out = false;
  window.share({1_item});
  window.act(DecideNote{2_item, true});
  window.act(PreviousShareStep{});
  window.act(ToggleShared{2_item});
  window.act(NextShareStep{});
  CHECK(window.state().share.of_note(2_item) == Decision::open);
  CHECK_FALSE(window.missing().empty());
  // One that she chose herself is no question.
  window.act(PreviousShareStep{});
  window.act(ToggleShared{2_item});
  window.act(NextShareStep{});
  CHECK(window.asked().notes.empty());
}

TEST_CASE("a note that was included beside an item goes out of the copy with it, and notes beside that note too") {
  Asked window;
  window.add_photograph("door.jpg");
  window.write_note(3_item, "This is the door of our flat.");
  window.write_note(4_item, "He had kicked it the day before.");
  window.forms().share.states_left_out = false;
  window.share({1_item, 3_item});
  window.act(DecideNote{2_item, true});
  window.act(DecidePlaces{true});
  window.act(DecideNote{4_item, true});
  window.act(DecideNote{5_item, true});
  CHECK(window.state().share.chosen.size() == 5);
  window.act(DecidePlaces{false});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 2_item});
  CHECK(window.asked().notes.size() == 1);
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("the door of our flat"));
  CHECK_FALSE(window.preview_says("the day before"));
  // Taken in again, the photograph brings its note as a question.
  window.act(PreviousShareStep{});
  window.act(DecidePlaces{true});
  CHECK(window.missing() == "note 000004");
  window.act(DecideNote{4_item, true});
  CHECK(window.missing() == "note 000005");
  window.act(DecideNote{5_item, true});
  window.act(DecideNote{4_item, false});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 2_item, 3_item});
  // In the list too.
  window.act(PreviousShareStep{});
  window.act(ToggleShared{1_item});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{3_item});
}

TEST_CASE("a note that she chose herself stays in the copy when the item beside which it stands goes out of it") {
  Asked window;
  window.forms().share.states_left_out = false;
  window.share({1_item, 2_item});
  window.act(PreviousShareStep{});
  window.act(ToggleShared{1_item});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{2_item});
}

TEST_CASE("how much is not decided yet is counted, and the first of it named, until it is decided") {
  Asked window;
  window.add_photograph("door.jpg");
  window.share({1_item, 3_item});
  const auto what = [&] {
    window.act(NextShareStep{});
    return window.state().share.error ? window.state().share.error->what : "";
  };
  CHECK(what() == "3 things are not decided yet.");
  window.act(DecideNote{2_item, true});
  CHECK_FALSE(window.state().share.error);
  CHECK(what() == "2 things are not decided yet.");
  window.act(DecidePlaces{true});
  CHECK(what() == "One thing is not decided yet.");
  window.act(DecideRest{false});
  CHECK_FALSE(window.state().share.error);
  CHECK(what().empty());
  CHECK(window.state().share.step == Step::preview);
}

TEST_CASE("a note that is kept while she is asked is a question at once") {
  Asked window;
  window.share({1_item});
  window.act(DecideNote{2_item, false});
  window.write_note(1_item, "And then he came.");
  REQUIRE(window.asked().notes.size() == 2);
  CHECK(window.asked().notes[1].note == 3_item);
  window.act(OpenItem{3_item});
  window.act(RemoveItem{});
  CHECK(window.asked().notes.size() == 1);
}

TEST_CASE("a note that is kept after the preview leads back to the questions, and nothing is saved before") {
  Asked window;
  window.forms().share.states_left_out = false;
  window.share({1_item});
  window.act(DecideNote{2_item, false});
  for (int i = 0; i < 2; ++i) window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::save);
  const vault::Path stick = window.folder / "stick";
  std::filesystem::create_directories(stick);
  window.choose(BrowseFor::share_target, stick);
  window.write_note(1_item, "And then he came.");
  window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::questions);
  REQUIRE(window.state().share.error);
  CHECK(window.state().share.error->what.starts_with("This is for you to decide first"));
  CHECK(window.state().share.of_note(3_item) == Decision::open);
  CHECK(std::filesystem::is_empty(stick));
  window.act(DecideNote{3_item, true});
  CHECK(window.missing().empty());
  for (int i = 0; i < 3; ++i) window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::done);
  CHECK(window.state().share.items == 2);
}

TEST_CASE("a copy of all that she decided is saved as it was seen, and matches when it is read back") {
  Asked window;
  window.add_photograph("door.jpg");
  window.forms().helper.name.set("Kestrel Marsh");
  window.act(BeginHelp{});
  window.paste_and_save("where are you");
  window.act(EndHelp{});
  for (const char* who : {"Mark", "D"}) window.answer(4_item, kWho, who);
  window.act(ChoosePerson{"D"});
  window.forms().people.relation.set("my partner until 2026");
  window.act(SavePerson{});
  window.paste_and_save("just for me");
  window.forms().share.prepared_by.set("S.M.J.");
  window.forms().share.reference.set("06CC/1234/25");
  window.forms().share.original_kept = true;
  window.forms().share.states_left_out = true;
  window.forms().share.sends_descriptions = true;
  window.forms().share.by_upload = true;
  window.share({1_item, 3_item, 4_item});
  window.act(DecideNote{2_item, true});
  window.act(DecidePlaces{true});
  window.act(SendHelperNames{true});
  REQUIRE(window.asked().earlier.size() == 1);
  window.forms().share.stays_home = {window.asked().earlier[0].entry};
  CHECK(window.missing().empty());
  for (int i = 0; i < 2; ++i) window.act(NextShareStep{});
  window.choose(BrowseFor::share_target, window.folder.path());
  window.act(NextShareStep{});
  REQUIRE(window.state().share.step == Step::done);
  CHECK(window.state().share.items == 4);
  window.state_for_tests().check.file = vault::from_utf8(window.state().share.file);
  window.act(CheckCopy{});
  REQUIRE(window.state().check.verdict);
  CHECK(window.state().check.verdict->matches());
  CHECK(window.state().check.verdict->receipt == window.state().share.receipt);
}

TEST_CASE("an item that is added from its own screen after the questions leads back to them") {
  Asked window;
  window.paste_and_save("where are you");
  window.forms().share.states_left_out = false;
  window.share({3_item});
  CHECK(window.missing().empty());
  window.act(OpenItem{1_item});
  window.act(BeginSharing{1_item});
  CHECK(window.state().share.step == Step::preview);  // nothing is changed before she says what she means
  window.act(GoOnSharing{true});
  CHECK(window.state().share.step == Step::questions);
  CHECK(window.asked().notes.size() == 1);
  CHECK_FALSE(window.missing().empty());
}

TEST_CASE("an item that went leads back to the items, and a copy that is started again remembers no decision") {
  Asked window;
  window.act(BeginSharing{});
  window.act(NextShareStep{});
  window.act(ToggleShared{77_item});
  window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::items);
  CHECK(window.state().share.error);
  window.act(ToggleShared{77_item});
  window.act(ToggleShared{1_item});
  window.act(NextShareStep{});
  window.act(DecideNote{2_item, false});
  window.forms().share.prepared_by.set("S.M.J.");
  window.act(StartSharingAgain{});
  CHECK(window.state().share.step == Step::who);
  CHECK(window.state().share.notes_left_out.empty());
  CHECK_FALSE(window.state().share.questions);
  CHECK(window.forms().share.prepared_by.empty());
  CHECK_FALSE(window.forms().share.states_left_out);
}
