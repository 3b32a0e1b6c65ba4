// What a copy says of itself: whether there is more, of whom it is, its versions, its names.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/asked_share.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

constexpr std::size_t kWho = 1, kWhen = 2;  // in questions()

}  // namespace

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
