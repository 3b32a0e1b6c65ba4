#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// One message, and the question when it was sent.
struct Asked : WindowDriver {
  Asked() {
    make_record();
    clipboard = "where are you";
    key(ImGuiMod_Ctrl | ImGuiKey_V);
    key(ImGuiKey_Enter);
    ask();
  }
  void ask() {
    router().apply(OpenItem{1_item});
    settle();
    router().apply(AskQuestion{2});
    settle();
  }
  void retype(std::string_view words) {
    click("In your own words");
    key(ImGuiMod_Ctrl | ImGuiKey_A);
    type(words);
  }
  bool says(std::string_view part) const { return words().find(part) != std::string::npos; }
  std::string when() const { return state().item.item->current_answers()["when"]; }
};

}  // namespace

TEST_CASE("what was read stands below the question, and what can be two days has a button for each") {
  Asked window;
  window.retype("3 May 2025, 10.41 pm");
  CHECK(window.says("Read as Saturday 3 May 2025, 22:41."));
  window.retype("between 3 and 5 May 2025");
  CHECK(window.says("Read as 3 to 5 May 2025."));
  window.retype("12/05/24");
  CHECK(window.says("These words can mean more than one time."));
  CHECK(window.has("Sunday 12 May 2024"));
  window.key(ImGuiKey_Enter);
  CHECK(window.says("Choose which time it is, or \"I'm not sure which\"."));
  CHECK(window.state().item.question == std::size_t{2});
  window.click("Thursday 5 December 2024");
  CHECK(window.state().item.question == std::size_t{3});
  CHECK(window.when() == "12/05/24 [read as Thursday 5 December 2024]");
  window.ask();
  CHECK(window.forms().item.answer.text() == "12/05/24");
  CHECK(window.says("Read as Thursday 5 December 2024."));
  window.retype("11/05/24");
  window.click("I'm not sure which");
  CHECK(window.when() == "11/05/24");
}

TEST_CASE("a weekday that does not fit its date, and a day without a year, are asked about") {
  Asked window;
  window.retype("Friday 3 May 2025");
  CHECK(window.has("Saturday 3 May 2025"));
  CHECK(window.has("Friday 2 May 2025"));
  CHECK(window.has("Friday 3 May 2024"));
  window.retype("3 May");
  window.click("Friday 3 May 2024");
  CHECK(window.when() == "3 May [read as Friday 3 May 2024]");
}

TEST_CASE("a day that has not come is told while it is typed, and words that name none are kept") {
  Asked window;
  window.retype("3.5.2099");
  CHECK(window.says("That date has not happened yet."));
  window.key(ImGuiKey_Enter);
  CHECK(window.state().item.question == std::size_t{2});
  CHECK(window.when().empty());
  window.retype("the week we moved");
  CHECK(window.says("a search by date uses the day it was added"));
  window.key(ImGuiKey_Enter);
  CHECK(window.when() == "the week we moved");
}

TEST_CASE("the buttons of what can be several days are within reach at the largest text") {
  Asked window;
  Settings settings = window.state().settings;
  settings.text_percent = 300;
  window.router().apply(ChangeSettings{settings});
  window.settle();
  window.retype("3/4/2024");
  window.click("Wednesday 3 April 2024");
  CHECK(window.when() == "3/4/2024 [read as Wednesday 3 April 2024]");
}

TEST_CASE("the filter shows how its days are read, and asks where they can be several") {
  Asked window;
  window.retype("12 May 2024");
  window.key(ImGuiKey_Enter);
  window.router().apply(Go{Screen::timeline});
  window.settle();
  window.click("More filters");
  window.click("Day, month or year");
  window.type("5/12/24");
  CHECK(window.says("These words can mean more than one time."));
  CHECK(window.state().timeline.keys.size() == 1);
  window.click("Sunday 12 May 2024");
  CHECK(window.forms().timeline.when.text() == "Sunday 12 May 2024");
  CHECK(window.says("Read as Sunday 12 May 2024."));
  CHECK(window.state().timeline.keys.size() == 1);
  window.click("Day, month or year");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.type("June 2024");
  CHECK(window.state().timeline.keys.empty());
  window.click("Day, month or year");
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.type("2099");
  CHECK(window.says("That date has not happened yet. Check the year."));
  CHECK(window.state().timeline.keys.size() == 1);
}

TEST_CASE("a day in the case is read as well, and stays the same day in what was not saved") {
  Asked window;
  window.key(ImGuiMod_Alt | ImGuiKey_3);
  window.click("Reported");
  window.type("yesterday");
  CHECK(window.says("Read as "));
  window.click("Statement given");
  window.type("12/05/24");
  window.click("Sunday 12 May 2024");
  CHECK(window.forms().case_details.fields[CaseState::statement].text() == "12/05/24 [read as Sunday 12 May 2024]");
  window.restart(true);
  window.type(WindowDriver::kOwnPassphrase);
  window.key(ImGuiKey_Enter);
  window.key(ImGuiMod_Alt | ImGuiKey_3);
  const std::string reported = window.forms().case_details.fields[CaseState::reported].text();
  CHECK(reported.starts_with("yesterday [read as "));
  window.key(ImGuiMod_Alt | ImGuiKey_1);
  CHECK(window.state().case_details.kept[CaseState::reported] == reported);
}
