#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"
#include "vault/record/said_days.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

TEST_CASE("an item that is opened is read through and matches what was added") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("please call me back");
  window.act(OpenItem{1_item});
  CHECK(window.state().screen == Screen::item);
  CHECK(window.state().item.text == "please call me back");
  CHECK(window.state().item.check == ItemState::Check::matches);
  window.act(GoBack{});
  CHECK(window.state().screen == Screen::timeline);
}

TEST_CASE("an answer is kept, the next question comes, and a day that has not been yet is asked about") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("please call me back");
  window.act(OpenItem{1_item});
  window.act(AskQuestion{2});
  window.act(AnswerQuestion{"3 May 2026"});
  CHECK_FALSE(window.state().item.question_error.empty());
  CHECK(window.state().item.question == std::size_t{2});
  window.act(AnswerQuestion{"3 May 2025"});
  CHECK(window.state().item.question_error.empty());
  CHECK(window.state().item.question == std::size_t{3});
  CHECK(window.state().item.item->current_answers().at("when") == "3 May 2025");
  CHECK(window.state().last_answers.at("when") == "3 May 2025");
  window.act(AskQuestion{2});
  CHECK(window.forms().item.answer.text() == "3 May 2025");  // known already: nothing is typed twice
}

TEST_CASE("tags keep her order, and the field for another one is empty again") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("please call me back");
  window.act(OpenItem{1_item});
  for (const char* tag : {"phone", "home"}) {
    window.forms().item.new_tag.set(tag);
    window.act(ToggleTag{tag});
  }
  CHECK(window.state().item.item->current_answers().at("tags") == "phone\nhome");
  CHECK(window.forms().item.new_tag.empty());
  CHECK(window.state().people.tags == std::vector<std::string>{"home", "phone"});
  window.act(ToggleTag{"phone"});
  CHECK(window.state().item.item->current_answers().at("tags") == "home");
}

TEST_CASE("an item that is removed is gone from the list and from the copy that was being put together") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("first");
  window.paste_and_save("second");
  window.act(BeginSharing{1_item});
  window.act(ToggleShared{2_item});
  window.act(OpenItem{1_item});
  window.act(RemoveItem{});
  CHECK(window.state().screen == Screen::share);
  CHECK(window.state().share.chosen == std::set<vault::ItemNumber>{2_item});
  CHECK(window.state().timeline.keys.size() == 1);
  CHECK_FALSE(window.state().item.item);
  window.act(OpenItem{1_item});
  CHECK_FALSE(window.state().item.item);
  CHECK(window.state().banner->is_fault);
}

TEST_CASE("what is typed for one item does not come to another") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("first");
  window.paste_and_save("second");
  window.act(OpenItem{1_item});
  window.act(AskQuestion{1});
  window.forms().item.answer.set("Alex");
  window.forms().item.new_tag.set("phone");
  window.act(OpenItem{2_item});
  CHECK(window.forms().item.answer.empty());
  CHECK(window.forms().item.new_tag.empty());
  CHECK_FALSE(window.state().item.question);
}

TEST_CASE(
    "a time that her words can mean twice is asked about, and what she chooses stands beside her words for good") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("please call me back");
  window.act(OpenItem{1_item});
  const auto when = [&] { return window.state().item.item->current_answers()["when"]; };
  const auto said = [&](const char* words) {
    window.act(AskQuestion{2});
    window.act(AnswerQuestion{words});
  };
  said("12/05/24");
  CHECK(window.state().item.question == std::size_t{2});
  CHECK(window.state().item.question_error.find("Choose which time") == 0);
  CHECK(when().empty());
  const auto read = vault::read_when("12/05/24", window.state().now);
  REQUIRE(read.readings.size() == 2);
  window.act(AnswerQuestion{"12/05/24", read.readings[1]});
  CHECK(window.state().item.question == std::size_t{3});
  CHECK(when() == "12/05/24 [read as Thursday 5 December 2024]");
  // The field shows her words alone, and they keep the day when she goes on without changing them.
  window.act(AskQuestion{2});
  CHECK(window.forms().item.answer.text() == "12/05/24");
  window.act(AnswerQuestion{"12/05/24"});
  CHECK(when() == "12/05/24 [read as Thursday 5 December 2024]");
  window.act(AskQuestion{2});
  window.act(AnswerQuestion{"11/05/24", std::nullopt, true});
  CHECK(when() == "11/05/24");
  CHECK_FALSE(vault::days_said(when()));
}

TEST_CASE("yesterday stays the day that it was when she wrote it") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("please call me back");
  window.act(OpenItem{1_item});
  window.act(AskQuestion{2});
  const std::int32_t today = window.state().now.day;
  window.act(AnswerQuestion{"yesterday at 10:41"});
  const std::string kept = window.state().item.item->current_answers()["when"];
  CHECK(kept.starts_with("yesterday at 10:41 [read as "));
  CHECK(vault::days_said(kept)->first == today - 1);
  window.clock.advance(40 * 86'400);
  window.settle();
  CHECK(window.state().now.day == today + 40);
  window.act(AskQuestion{2});
  window.act(AnswerQuestion{window.forms().item.answer.text()});
  CHECK(window.state().item.item->current_answers()["when"] == kept);
  CHECK(vault::days_said(window.state().last_answers.at("when"))->first == today - 1);
  // Other words are read anew.
  window.act(AskQuestion{2});
  window.act(AnswerQuestion{"yesterday"});
  CHECK(vault::days_said(window.state().item.item->current_answers()["when"])->first == today + 39);
}

TEST_CASE("a time that has not come is refused in every spelling, and words that name no day are kept") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("please call me back");
  window.act(OpenItem{1_item});
  for (const char* words :
       {"2099", "3.5.2099", "31/12/60", "03/05/2099", "from 3 May 2025 to 5 May 2099", "3 May '27"}) {
    INFO(words);
    window.act(AskQuestion{2});
    window.act(AnswerQuestion{words});
    CHECK(window.state().item.question_error.find("has not happened yet") != std::string::npos);
    CHECK(window.state().item.question == std::size_t{2});
  }
  for (const char* words : {"the week we moved", "I'm not sure", "Friday the 3rd"}) {
    INFO(words);
    window.act(AskQuestion{2});
    window.act(AnswerQuestion{words});
    CHECK(window.state().item.item->current_answers()["when"] == words);
  }
}
