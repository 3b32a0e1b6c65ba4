// Some messages of a conversation go into a copy, and she is told what stays here.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/shared_chat.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;
using Runs = std::vector<vault::MessageRun>;

namespace {

// The messages are of two days.
struct Shared : SharedChat {
  Shared() : SharedChat(800) {}
  const ConversationState& shown() const { return state().conversation; }
  const ShareState& share() const { return state().share; }
  BeginSharing begin(const Runs& runs) const {
    return BeginSharing{2_item, ChosenPart{shown().conversation->id, runs}};
  }
  void note(std::uint64_t first, std::uint64_t last) {
    act(BeginAdding{Begun::Kind::note, 2_item, vault::MessagesNoted{shown().conversation->id, first, last}});
    forms().add.text.set("what was happening");
    act(SaveAdded{});
  }
  void to_questions() {
    act(NextShareStep{});
    REQUIRE(share().step == Step::questions);
  }
};

}  // namespace

TEST_CASE("whole days are offered for the chosen messages, and a cut day is said") {
  Shared window;
  window.act(ChooseMessages{5, 7});
  window.act(AskHowMuch{});
  REQUIRE(window.shown().offer);
  CHECK(window.shown().offer->chosen == vault::MessageRun{5, 7});
  REQUIRE(window.shown().offer->days.size() == 1);
  CHECK(window.shown().offer->days[0].first == 1);
  CHECK(window.shown().offer->cuts_days());
  CHECK(vault::to_text(*window.shown().offer->first_day).starts_with("2025-05-03"));
  const vault::MessageRun day = window.shown().offer->days[0];
  window.act(ChooseMessages{day.first, day.last});
  CHECK_FALSE(window.shown().offer);  // it was about other messages
  window.act(AskHowMuch{});
  REQUIRE(window.shown().offer);
  CHECK_FALSE(window.shown().offer->cuts_days());
  window.act(LeaveHowMuch{});
  CHECK_FALSE(window.shown().offer);
}

TEST_CASE("only the chosen messages go along, their export stays here, and both are said") {
  Shared window;
  window.act(window.begin({{5, 7}}));
  REQUIRE(window.state().screen == Screen::share);
  CHECK(window.share().chosen == std::set{2_item});
  window.to_questions();
  REQUIRE(window.share().questions);
  REQUIRE(window.share().questions->parts.size() == 1);
  CHECK(window.share().questions->parts[0].shown == 3);
  CHECK(window.share().questions->parts[0].messages == 800);
  CHECK(window.share().questions->exports.empty());
  CHECK(window.share().chosen == std::set{2_item});
  window.act(DecideRest{false});
  window.act(NextShareStep{});
  CHECK(window.share().step == Step::preview);
  CHECK_FALSE(window.share().error);
  CHECK(left_out_lines(window.share(), window.forms().share).front() ==
        "Of conversation 000002, 3 of 800 messages are in this copy.");
  std::string preview;
  for (const ReportPage& page : window.share().preview) {
    for (const ReportBlock& block : page.blocks) preview += block.text + "\n";
  }
  CHECK(preview.find("message number 6") != std::string::npos);
  CHECK(preview.find("message number 9") == std::string::npos);
}

TEST_CASE("notes about messages that stay here are not asked about, stay here, and are counted") {
  Shared window;
  window.note(6, 6);
  window.note(7, 9);
  window.note(100, 101);
  window.act(window.begin({{5, 7}}));
  window.to_questions();
  REQUIRE(window.share().questions);
  const ShareQuestions& questions = *window.share().questions;
  REQUIRE(questions.notes.size() == 2);
  CHECK(questions.notes[0].note == 3_item);
  CHECK(questions.notes[1].note == 4_item);
  REQUIRE(questions.notes[1].on);
  CHECK(questions.notes[1].on->first == 7);
  CHECK(questions.notes[1].on->last == 9);
  CHECK(questions.notes_elsewhere == std::set{5_item});
  CHECK(questions.parts[0].cut_notes.empty());
  window.act(DecideNote{3_item, true});
  window.act(DecideNote{4_item, true});
  REQUIRE(window.share().questions->parts[0].cut_notes.size() == 1);  // of #7 to #9 only #7 goes along
  CHECK(window.share().questions->parts[0].cut_notes[0].note == 4_item);
  window.act(DecideRest{false});
  window.act(NextShareStep{});
  CHECK(window.share().step == Step::preview);
  const auto lines = left_out_lines(window.share(), window.forms().share);
  CHECK(std::find(lines.begin(), lines.end(), "1 note about messages that stay here stays here too.") != lines.end());
}

TEST_CASE("more messages of the same conversation come beside those that are in the copy") {
  Shared window;
  window.act(window.begin({{5, 7}}));
  window.act(NextShareStep{});
  window.act(window.begin({{8, 10}, {20, 20}}));
  CHECK(window.share().waiting == std::set{2_item});
  window.act(GoOnSharing{true});
  CHECK(window.share().parts.at(2_item).runs == Runs{{5, 10}, {20, 20}});
  window.act(window.begin({{30, 30}}));
  window.act(StartSharingAgain{});
  CHECK(window.share().parts.at(2_item).runs == Runs{{30, 30}});
}

TEST_CASE("a conversation that is taken out and comes in again does not become all of it") {
  Shared window;
  window.act(window.begin({{5, 7}}));
  window.act(NextShareStep{});
  window.act(PreviousShareStep{});  // from the questions to the list
  REQUIRE(window.share().step == Step::items);
  window.act(ToggleShared{2_item});
  CHECK(window.share().chosen.empty());
  CHECK(contents_of(window.share(), window.forms().share, nullptr).parts.empty());
  window.act(ToggleShared{2_item});
  CHECK(contents_of(window.share(), window.forms().share, nullptr).parts.at(2_item) == Runs{{5, 7}});
  window.act(NextShareStep{});
  CHECK(window.share().chosen == std::set{2_item});  // without its export
  // All of it is another wish.
  window.act(BeginSharing{2_item});
  window.act(GoOnSharing{true});
  CHECK(window.share().parts.empty());
}

TEST_CASE("the question how much is about the messages that are chosen when it comes") {
  Shared window;
  window.act(ChooseMessages{5, 5});
  window.router().apply(AskHowMuch{});
  window.act(ChooseMessages{800, 800});
  REQUIRE(window.shown().offer);
  CHECK(window.shown().offer->chosen == vault::MessageRun{800, 800});
}

TEST_CASE("an export is refused beside a part of what was read from it") {
  Shared window;
  window.act(window.begin({{5, 7}}));
  window.act(NextShareStep{});
  window.act(PreviousShareStep{});
  window.act(ToggleShared{1_item});
  window.act(NextShareStep{});
  CHECK(window.share().step == Step::items);
  REQUIRE(window.share().error);
  CHECK(window.share().error->what.find("Item 000001 is the file that conversation 000002 was read from") == 0);
  window.act(ToggleShared{1_item});
  window.act(NextShareStep{});
  CHECK(window.share().step == Step::questions);
}

TEST_CASE("messages that were chosen in an older reading do not go along under the numbers of a newer one") {
  Shared window;
  window.act(window.begin({{5, 7}}));
  window.act(ReadChatAgain{2_item, vault::DateOrder::month_day_year});
  window.act(BeginSharing{});
  window.act(NextShareStep{});
  CHECK(window.share().step == Step::items);
  REQUIRE(window.share().error);
  CHECK(window.share().error->what.find("was read again") != std::string::npos);
  CHECK(window.share().chosen.empty());
}

TEST_CASE("what was chosen of a conversation is there again after a lock, and no more than that") {
  Shared window;
  window.act(window.begin({{5, 7}}));
  window.restart();
  window.unlock();
  CHECK(window.share().chosen == std::set{2_item});
  CHECK(window.share().parts.at(2_item).runs == Runs{{5, 7}});
}

TEST_CASE("a part that is not understood does not come back as a whole conversation") {
  Shared window;
  window.act(window.begin({{5, 7}}));
  std::string kept = decisions_to_keep(window.share(), window.forms().share);
  ShareState share;
  ShareForm form;
  CHECK(take_kept_decisions(kept, share, form));
  CHECK(share.parts.at(2_item).runs == Runs{{5, 7}});
  kept.replace(kept.find("\"to\":7"), 6, "\"to\":4");
  ShareState other;
  CHECK_FALSE(take_kept_decisions(kept, other, form));
  CHECK(other.chosen.empty());
}
