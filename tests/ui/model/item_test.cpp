#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

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
