#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// Four things kept, with answers to two of them.
struct Finding : WindowDriver {
  Finding() {
    make_record();
    keep("where are you", "Mark", "early May 2025");
    keep("home soon", "Mark", "3 June 2025");
    keep("see you at the school gate", "Anna", "12 May 2025");
    keep("nobody said when", "", "");
    router().apply(Go{Screen::timeline});
    settle();
    acts = 0;
  }
  void keep(const char* text, const char* who, const char* when) {
    clipboard = text;
    key(ImGuiMod_Ctrl | ImGuiKey_V);
    key(ImGuiKey_Enter);
    if (*who == '\0') return;
    router().apply(OpenItem{state().timeline.keys.front().number});
    router().apply(AskQuestion{1});
    router().apply(AnswerQuestion{who});
    router().apply(AnswerQuestion{when});
    router().apply(AskQuestion{std::nullopt});
    settle();
  }
  std::vector<vault::ItemNumber> found() {
    std::vector<vault::ItemNumber> numbers;
    for (const vault::ItemKey& key : state().timeline.keys) numbers.push_back(key.number);
    return numbers;
  }
  using Numbers = std::vector<vault::ItemNumber>;
};

}  // namespace

TEST_CASE("all messages of one person in one month, within four acts") {
  Finding window;
  window.click("More filters");
  window.click("Mark");
  window.click("Day, month or year");
  window.type("May 2025");
  CHECK(window.acts <= 4);
  CHECK(window.found() == Finding::Numbers{1_item});
  CHECK(window.words().find("1 found") != std::string::npos);
  window.click("Show everything");
  CHECK(window.found().size() == 4);
}

TEST_CASE("the same by keyboard alone") {
  Finding window;
  window.tab_to("More filters");
  window.key(ImGuiKey_Space);
  window.tab_to("Mark");
  window.key(ImGuiKey_Space);
  window.tab_to("Day, month or year");
  window.type("June 2025");
  CHECK(window.found() == Finding::Numbers{2_item});
}

TEST_CASE("days that cannot be read narrow nothing and say so; a search in other days is one press away") {
  Finding window;
  window.click("More filters");
  window.click("Day, month or year");
  window.type("Ma");
  CHECK(window.found().size() == 4);
  CHECK(window.words().find("No days can be read from this yet.") != std::string::npos);
  window.type("y");
  CHECK(window.found().size() == 4);
  CHECK(window.words().find("These words can mean more than one time.") != std::string::npos);
  window.type(" 2019");
  CHECK(window.found().empty());
  window.click("Search all dates");
  CHECK(window.found().size() == 4);
}

TEST_CASE("in the order of what happened, what has no day stands last and has none") {
  Finding window;
  window.click("More filters");
  window.click("the day it happened");
  CHECK(window.found() == Finding::Numbers{2_item, 3_item, 1_item, 4_item});
  window.click("Notes");
  CHECK(window.found().empty());
  window.click("Words");
  CHECK(window.found().size() == 4);
}

TEST_CASE("tags are chosen, made and let go of, and lead back to what has them") {
  Finding window;
  window.router().apply(OpenItem{1_item});
  window.settle();
  window.click("Choose tags");
  window.click("children");
  window.click("Another tag");
  window.type("the week we moved");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().item.item->current_answers().at(vault::question::kTags) == "children\nthe week we moved");
  window.click("children");
  CHECK(window.state().item.item->current_answers().at(vault::question::kTags) == "the week we moved");
  window.router().apply(Go{Screen::timeline});
  window.settle();
  window.click("More filters");
  window.click("the week we moved");
  CHECK(window.found() == Finding::Numbers{1_item});
}

TEST_CASE("a person has other names, which lead to the same things, also after the next opening") {
  Finding window;
  window.key(ImGuiMod_Alt | ImGuiKey_2);
  REQUIRE(window.state().people.people.size() == 2);
  window.click("Anna");
  window.click("Also known as, and numbers. Put a comma between them.");
  window.type("Mark, +44 7700 900123");
  window.click("Who they are to you. You can leave it empty.");
  window.type("his sister");
  window.click("Save");
  REQUIRE(window.state().people.people.size() == 1);  // Mark is one of her names now
  CHECK(window.state().people.people[0].items == 3);
  window.restart(true);
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  window.key(ImGuiMod_Alt | ImGuiKey_2);
  REQUIRE(window.state().people.people.size() == 1);
  CHECK(window.state().people.people[0].relation == "his sister");
  window.click("Anna");
  window.click("Show what is from or with them");
  CHECK(window.found() == Finding::Numbers{3_item, 2_item, 1_item});
}

TEST_CASE("a person is added by name, and stays though nothing names them") {
  Finding window;
  window.key(ImGuiMod_Alt | ImGuiKey_2);
  window.type("PC 4411");
  window.key(ImGuiKey_Enter);
  window.click("All people");
  CHECK(window.has("PC 4411"));
  window.restart(true);
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  window.key(ImGuiMod_Alt | ImGuiKey_2);
  CHECK(window.has("PC 4411"));
}

TEST_CASE("questions: the same as last time with one press, days as they were read, no day that has not come") {
  Finding window;
  window.router().apply(OpenItem{4_item});
  window.router().apply(AskQuestion{1});
  window.settle();
  window.click("Same as last time: Anna");
  REQUIRE(window.state().item.question == std::size_t{2});
  CHECK(window.focused() == "In your own words");
  window.type("3 May 2031");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().item.question == std::size_t{2});
  CHECK(window.words().find("That date has not happened yet.") != std::string::npos);
  for (int i = 0; i < 4; ++i) window.key(ImGuiKey_Backspace);
  window.type("2025");
  CHECK(window.words().find("Read as Saturday 3 May 2025.") != std::string::npos);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().item.item->current_answers().at(vault::question::kWhen) == "3 May 2025");
  CHECK(window.state().item.item->current_answers().at(vault::question::kWho) == "Anna");
}

TEST_CASE("questions that were skipped are found later as what can still be added") {
  WindowDriver window;
  window.make_record();
  window.clipboard = "where are you";
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  window.click("Save and answer a few questions");
  window.acts = 0;
  window.click("My phone");
  window.click("Continue");
  window.click("Stop for now");
  CHECK(window.words().find("Question 2") == std::string::npos);
  window.click("Answer questions");
  CHECK(window.acts <= 4);
  CHECK(window.state().item.question == std::size_t{0});
  CHECK(window.forms().item.answer.text() == "My phone");
}

TEST_CASE("what is pasted where no field was chosen is kept as words, on the page of the case too") {
  WindowDriver window;
  window.make_record();
  window.clipboard = "i know where you are";
  window.key(ImGuiMod_Alt | ImGuiKey_3);
  window.key(ImGuiMod_Ctrl | ImGuiKey_V);
  CHECK(window.state().screen == Screen::add);
  CHECK(window.forms().add.text.text() == "i know where you are");
  CHECK(window.forms().case_details.fields[CaseState::reference].empty());
}

TEST_CASE("case details are kept when the screen is left, and when the window goes before that") {
  WindowDriver window;
  window.make_record();
  window.key(ImGuiMod_Alt | ImGuiKey_3);
  window.click("Crime reference");
  window.type("42/98765/25");
  window.key(ImGuiMod_Alt | ImGuiKey_1);
  CHECK(window.state().case_details.kept[CaseState::reference] == "42/98765/25");
  window.key(ImGuiMod_Alt | ImGuiKey_3);
  window.click("Officer");
  window.type("PC 4411");
  window.restart(true);
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  window.key(ImGuiMod_Alt | ImGuiKey_3);
  CHECK(window.forms().case_details.fields[CaseState::reference].text() == "42/98765/25");
  CHECK(window.forms().case_details.fields[CaseState::officer].text() == "PC 4411");
}
