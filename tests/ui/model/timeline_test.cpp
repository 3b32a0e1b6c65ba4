#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

std::vector<vault::ItemNumber> numbers(const RouterDriver& window) {
  std::vector<vault::ItemNumber> all;
  for (const vault::ItemKey& key : window.state().timeline.keys) all.push_back(key.number);
  return all;
}

}  // namespace

TEST_CASE("what is kept is listed at once, and rows come when they are near the screen") {
  RouterDriver window;
  window.make_record();
  for (int i = 0; i < 70; ++i) window.paste_and_save("message " + std::to_string(i));
  CHECK(window.state().timeline.keys.size() == 70);
  CHECK(window.state().timeline.rows.empty());
  window.act(NeedRows{0, 5});
  CHECK(window.state().timeline.rows.size() == 64);
  window.act(NeedRows{66, 2});
  CHECK(window.state().timeline.rows.size() == 70);
}

TEST_CASE("a search narrows the list, and showing everything empties its fields") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("the boiler is broken");
  window.paste_and_save("call me");
  window.forms().timeline.search.set("boiler");
  window.act(SearchNow{});
  CHECK(numbers(window) == std::vector<vault::ItemNumber>{1_item});
  window.act(FilterBy{Filter{}});
  CHECK(window.forms().timeline.search.empty());
  CHECK(numbers(window).size() == 2);
}

TEST_CASE("a person is found under every name that she gave them") {
  RouterDriver window;
  window.make_record();
  for (const char* sender : {"Alex", "07700 900123", "somebody else"}) {
    window.paste_and_save("from " + std::string(sender));
    window.act(OpenItem{window.state().timeline.keys.front().number});
    window.act(AskQuestion{1});
    window.act(AnswerQuestion{sender});
  }
  window.act(ChoosePerson{"Alex"});
  window.forms().people.also.set("Lex, 07700 900123");
  window.act(SavePerson{});
  Filter filter;
  filter.person = "Alex";
  window.act(FilterBy{filter});
  CHECK(numbers(window) == std::vector<vault::ItemNumber>{2_item, 1_item});
}

TEST_CASE("an answer takes the old row away, and orders the list anew where it is by the day it happened") {
  RouterDriver window;
  window.make_record();
  window.paste_and_save("first");
  window.paste_and_save("second");
  window.act(NeedRows{0, 2});
  Filter filter;
  filter.by_happened = true;
  window.act(FilterBy{filter});
  window.act(OpenItem{1_item});
  window.act(AskQuestion{2});
  window.act(AnswerQuestion{"3 May 2025"});
  CHECK(numbers(window) == std::vector<vault::ItemNumber>{1_item, 2_item});
  CHECK_FALSE(window.state().timeline.rows.contains(1_item));
}

TEST_CASE("days are read from every item in whatever way they were said, and found by their month") {
  RouterDriver window;
  window.make_record();
  for (const char* when :
       {"3 May 2025 22:41", "5.5.2025", "between 3 and 5 May 2025", "12/05/25", "the week we moved"}) {
    window.paste_and_save(std::string("said ") + when);
    window.act(OpenItem{window.state().timeline.keys.front().number});
    window.act(AskQuestion{2});
    const auto read = vault::read_when(when, window.state().now);
    window.act(AnswerQuestion{when, read.is_ambiguous() ? std::optional(read.readings[0]) : std::nullopt});
  }
  const auto found = [&](const char* when) {
    Filter filter;
    filter.when = when;
    window.act(FilterBy{filter});
    return numbers(window);
  };
  using Numbers = std::vector<vault::ItemNumber>;
  CHECK(found("May 2025") == Numbers{4_item, 3_item, 2_item, 1_item});
  CHECK(found("5 May 2025") == Numbers{3_item, 2_item});
  CHECK(found("today") == Numbers{5_item});  // where no day is known, the day of adding counts
  // What is not one time, or has not come, narrows nothing.
  for (const char* when : {"05/06/2025", "2099", "the week we moved", "May"}) CHECK(found(when).size() == 5);
}
