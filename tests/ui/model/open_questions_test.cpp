#include "ui/model/open_questions.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/made_film.h"
#include "tests/support/preview_text.h"
#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

// A record with a message (item 1) and a note beside it (item 2).
struct Asked : RouterDriver {
  Asked() {
    make_record();
    paste_and_save("sorry. home soon. love you");
    write_note(1_item, "I wrote this so that he would stop calling.");
  }
  void write_note(vault::ItemNumber about, const char* text) {
    act(BeginAdding{Begun::Kind::note, about});
    forms().add.text.set(text);
    act(SaveAdded{});
  }
  void answer(vault::ItemNumber item, std::size_t question, const char* text) {
    act(OpenItem{item});
    act(AskQuestion{question});
    act(AnswerQuestion{text});
  }
  void add_photograph(const char* name) {
    // Each is another file, because the same one is not kept twice.
    write_file(folder / name, read_file(test_data() / "made-up" / "photo.jpg") + name);
    act(ImportFiles{{folder / name}});
  }
  // As far as the questions.
  void share(std::set<vault::ItemNumber> items) {
    act(BeginSharing{});
    act(NextShareStep{});
    for (const vault::ItemNumber item : items) act(ToggleShared{item});
    act(NextShareStep{});
    REQUIRE(state().share.step == Step::questions);
    REQUIRE(state().share.questions);
  }
  const ShareQuestions& asked() { return *state().share.questions; }
  // What Continue says has to be decided first; empty where it goes on.
  std::string missing() {
    act(NextShareStep{});
    if (state().share.step != Step::questions) return "";
    const auto open = open_questions(asked(), state().share, forms().share.states_left_out);
    if (!state().share.error || open.empty()) return "nothing is said";
    switch (open.front().about) {
      case OpenQuestion::About::note:
        return "note " + vault::item_text(*open.front().note);
      case OpenQuestion::About::places:
        return "places";
      case OpenQuestion::About::rest:
        return "the rest";
    }
    return "";
  }
  bool preview_says(const char* text) { return says(state().share.preview, text); }
};

constexpr std::size_t kWho = 1, kWhen = 2;  // in questions()

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

TEST_CASE("photographs with a place stay out or go along as she says, and a new one is asked about again") {
  Asked window;
  window.add_photograph("door.jpg");
  window.add_photograph("arm.jpg");
  window.forms().share.states_left_out = false;
  window.share({1_item, 3_item});
  window.act(DecideNote{2_item, false});
  REQUIRE(window.asked().places.size() == 1);
  CHECK(window.asked().places[0].title == "door.jpg");
  CHECK(window.missing() == "places");
  window.act(DecidePlaces{true});
  CHECK(window.missing().empty());
  for (int i = 0; i < 2; ++i) window.act(PreviousShareStep{});
  window.act(ToggleShared{4_item});
  window.act(NextShareStep{});
  CHECK(window.asked().places.size() == 2);
  CHECK_FALSE(window.missing().empty());
  window.act(DecidePlaces{false});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item});
  CHECK(window.asked().places.size() == 2);  // so that she can take them in again
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("door.jpg"));
  window.act(PreviousShareStep{});
  window.act(DecidePlaces{true});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 3_item, 4_item});
}

TEST_CASE("what stays here for its place does not come back with what she chooses later") {
  Asked window;
  window.add_photograph("door.jpg");
  window.add_photograph("arm.jpg");
  window.forms().share.states_left_out = false;
  window.share({1_item, 3_item});
  window.act(DecideNote{2_item, false});
  window.act(DecidePlaces{false});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item});
  window.act(PreviousShareStep{});
  window.act(ToggleShared{4_item});
  window.act(NextShareStep{});
  REQUIRE(window.asked().places.size() == 1);
  CHECK(window.asked().places[0].title == "arm.jpg");
  window.act(DecidePlaces{true});
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item, 4_item});
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("door.jpg"));
}

TEST_CASE("a film with a place is asked about like a photograph") {
  Asked window;
  write_file(window.folder / "walk.mov", made_film(user_text("\xa9xyz", "+50.5000+010.2500/")));
  window.act(ImportFiles{{window.folder / "walk.mov"}});
  window.forms().share.states_left_out = false;
  window.share({1_item, 3_item});
  window.act(DecideNote{2_item, false});
  REQUIRE(window.asked().places.size() == 1);
  CHECK(window.asked().places[0].title == "walk.mov");
  CHECK(window.asked().has_film);
  CHECK(window.missing() == "places");
  window.act(DecidePlaces{false});
  CHECK(window.missing().empty());
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{1_item});
}

TEST_CASE("without its only photographs a copy has nothing in it, and does not go on") {
  Asked window;
  window.add_photograph("door.jpg");
  window.forms().share.states_left_out = false;
  window.share({3_item});
  window.act(DecidePlaces{false});
  window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::items);
  CHECK(window.state().share.error->what == "Nothing is chosen yet.");
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

TEST_CASE("whether the copy says that there is more is hers to choose, and both are what the preview says") {
  Asked window;
  window.share({2_item});
  CHECK(window.asked().notes.empty());
  CHECK_FALSE(window.forms().share.states_left_out);
  CHECK(window.missing() == "the rest");
  window.forms().share.states_left_out = true;
  CHECK(window.missing().empty());
  CHECK(window.preview_says("1 item of the record is not in this copy."));
  window.act(PreviousShareStep{});
  window.forms().share.states_left_out = false;
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("1 item of the record is not in this copy."));
}

TEST_CASE("earlier versions go along, but for those that she leaves at home, which are counted") {
  Asked window;
  window.answer(1_item, kWhen, "early May 2025");
  window.answer(1_item, kWhen, "about 12 May 2025");
  window.act(RewriteNote{2_item, ""});
  window.forms().add.text.set("I was in the bathroom. I wrote this so that he would stop.");
  window.act(SaveAdded{});
  window.forms().share.states_left_out = false;
  window.share({1_item, 2_item});
  REQUIRE(window.asked().earlier.size() == 2);
  CHECK(window.asked().earlier[0].question == "when");
  CHECK(window.asked().earlier[0].text == "early May 2025");
  CHECK(window.asked().earlier[1].question.empty());
  CHECK(window.asked().earlier[1].text == "I wrote this so that he would stop calling.");
  CHECK(window.missing().empty());
  CHECK(window.preview_says("early May 2025"));
  CHECK(window.preview_says("stop calling"));
  window.act(PreviousShareStep{});
  window.forms().share.stays_home = {window.asked().earlier[0].entry, window.asked().earlier[1].entry};
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("early May 2025"));
  CHECK_FALSE(window.preview_says("stop calling"));
  CHECK(window.preview_says("about 12 May 2025"));
}

TEST_CASE("of a long note it is said that only its beginning is shown, of a short one it is not") {
  Asked window;
  window.write_note(1_item, std::string(1000, 'x').c_str());
  window.act(RewriteNote{3_item, ""});
  window.forms().add.text.set("short");
  window.act(SaveAdded{});
  window.write_note(1_item, std::string(1000, 'y').c_str());
  window.share({1_item, 3_item});
  REQUIRE(window.asked().notes.size() == 2);
  CHECK_FALSE(window.asked().notes[0].is_cut);
  CHECK(window.asked().notes[1].is_cut);
  REQUIRE(window.asked().earlier.size() == 1);
  CHECK(window.asked().cut.contains(window.asked().earlier[0].entry));
}

TEST_CASE("the name of a helper stays here unless she sends it") {
  Asked window;
  window.forms().helper.name.set("Kestrel Marsh");
  window.forms().helper.role.set("IDVA");
  window.act(BeginHelp{});
  window.paste_and_save("it is all arranged");
  window.act(EndHelp{});
  window.forms().share.states_left_out = false;
  window.share({3_item});
  CHECK(window.asked().helped_items == 1);
  CHECK(window.missing().empty());
  CHECK(window.preview_says("IDVA"));
  CHECK_FALSE(window.preview_says("Kestrel Marsh"));
  window.act(PreviousShareStep{});
  window.act(SendHelperNames{true});
  CHECK(window.missing().empty());
  CHECK(window.preview_says("Kestrel Marsh"));
  // Another item may name another helper, so what was said of the first is asked anew.
  window.act(PreviousShareStep{});
  window.act(PreviousShareStep{});
  window.act(ToggleShared{2_item});
  window.act(NextShareStep{});
  CHECK_FALSE(window.state().share.sends_helper_names);
}

TEST_CASE(
    "names are told without the answers that name nobody, and who they are to her stays here unless she sends it") {
  Asked window;
  window.answer(1_item, kWho, "I did");
  window.paste_and_save("where are you");
  window.answer(3_item, kWho, "D");
  window.forms().share.states_left_out = false;
  window.share({1_item, 3_item});
  window.act(DecideNote{2_item, false});
  CHECK(window.asked().people == std::vector<std::string>{"D"});
  CHECK_FALSE(window.asked().describes_somebody);
  window.act(ChoosePerson{"D"});
  window.forms().people.relation.set("my partner until 2026");
  window.act(SavePerson{});
  for (int i = 0; i < 2; ++i) window.act(i == 0 ? Action(PreviousShareStep{}) : Action(NextShareStep{}));
  CHECK(window.asked().describes_somebody);
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("my partner"));
  window.act(PreviousShareStep{});
  window.forms().share.sends_descriptions = true;
  CHECK(window.missing().empty());
  CHECK(window.preview_says("my partner until 2026"));
  // A choice that is not shown any more is not one: nobody in this copy is described.
  for (int i = 0; i < 2; ++i) window.act(PreviousShareStep{});
  window.act(ToggleShared{3_item});
  window.act(NextShareStep{});
  CHECK_FALSE(window.asked().describes_somebody);
  CHECK(window.missing().empty());
  CHECK_FALSE(window.preview_says("my partner"));
}

TEST_CASE("blanks alone are no name, and those around one are not of it") {
  ShareForm form;
  form.prepared_by.set("  ");
  form.purpose.set(" a trial ");
  const vault::SnapshotRequest contents = contents_of({}, form, nullptr);
  CHECK(contents.prepared_by.empty());
  CHECK(contents.purpose == "a trial");
}

TEST_CASE("what she says of herself and of the phone stands on the front page") {
  Asked window;
  window.forms().share.prepared_by.set("S.M.J.");
  window.forms().share.reference.set("06CC/1234/25");
  window.forms().share.states_left_out = false;
  window.share({2_item});
  CHECK(window.missing().empty());
  CHECK(window.preview_says("S.M.J."));
  CHECK(window.preview_says("06CC/1234/25"));
  CHECK(window.preview_says("not said"));
  for (int i = 0; i < 3; ++i) window.act(PreviousShareStep{});
  window.forms().share.original_kept = false;
  for (int i = 0; i < 2; ++i) window.act(NextShareStep{});
  CHECK(window.missing().empty());
  CHECK(window.preview_says("no longer kept"));
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
