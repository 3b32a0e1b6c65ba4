#include <catch2/catch_test_macros.hpp>

#include "tests/support/router_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

using Items = std::set<vault::ItemNumber>;

// A record with three messages, of which one speaks of a boiler.
struct Marking : RouterDriver {
  Marking() {
    make_record();
    for (const char* text : {"the boiler is broken", "call me", "where are you"}) paste_and_save(text);
  }
  const Items& marked() const { return state().timeline.marked; }
  Items listed() const {
    Items all;
    for (const vault::ItemKey& key : state().timeline.keys) all.insert(key.number);
    return all;
  }
  void search(const char* words) {
    forms().timeline.search.set(words);
    act(SearchNow{});
  }
};

}  // namespace

TEST_CASE("rows are marked one by one, as a range, and all; nothing that is not listed is ever marked") {
  Marking window;
  window.act(ToggleMarked{1_item});
  window.act(ToggleMarked{3_item});
  CHECK(window.marked() == Items{1_item, 3_item});
  window.act(ToggleMarked{1_item});
  CHECK(window.marked() == Items{3_item});
  window.act(MarkOnly{{1_item, 2_item, 77_item}});
  CHECK(window.marked() == Items{1_item, 2_item});
  window.act(ToggleMarked{77_item});
  CHECK(window.marked() == Items{1_item, 2_item});
  window.act(MarkAll{});
  CHECK(window.marked().size() == 3);
  window.paste_and_save("what comes later is not among what she chose");
  CHECK(window.marked().size() == 3);
  window.act(MarkOnly{});
  CHECK(window.marked().empty());
}

TEST_CASE("another search ends what was chosen, and an item that goes is not chosen any more") {
  Marking window;
  window.act(MarkAll{});
  window.act(AskToRemoveMarked{true});
  window.search("boiler");
  CHECK(window.marked().empty());
  CHECK_FALSE(window.state().timeline.asks_to_remove);
  window.act(MarkAll{});
  CHECK(window.marked() == Items{1_item});  // of the list as it is, not of the record
  window.search("");
  CHECK(window.marked().empty());
  window.act(MarkAll{});
  window.act(AskToRemoveMarked{true});
  window.act(OpenItem{2_item});
  window.act(RemoveItem{});
  CHECK(window.marked() == Items{1_item, 3_item});
  CHECK_FALSE(window.state().timeline.asks_to_remove);  // it was asked about three
}

TEST_CASE("several items are removed after one question, read back, and nothing else goes") {
  Marking window;
  window.act(RemoveMarked{});
  window.act(AskToRemoveMarked{true});
  CHECK_FALSE(window.state().timeline.asks_to_remove);  // of nothing there is no question
  window.act(BeginSharing{2_item});
  window.act(OpenItem{1_item});
  window.act(MarkOnly{{1_item, 2_item}});
  window.act(RemoveMarked{});  // was not asked
  CHECK(window.listed().size() == 3);
  window.act(AskToRemoveMarked{true});
  window.act(ToggleMarked{3_item});
  window.act(RemoveMarked{});  // was asked about others
  CHECK(window.listed().size() == 3);
  window.act(ToggleMarked{3_item});
  window.act(AskToRemoveMarked{true});
  window.act(RemoveMarked{});
  CHECK(window.listed() == Items{3_item});
  CHECK(window.marked().empty());
  CHECK(window.state().share.chosen.empty());
  CHECK_FALSE(window.state().item.item);  // its page was open
  REQUIRE(window.state().banner);
  CHECK(window.state().banner->text == "2 items are gone from this record: 000001, 000002");
  CHECK(window.state().banner->more == "Backups and copies that were made with them still have them.");
  window.act(OpenItem{1_item});
  CHECK(window.state().banner->is_fault);
}

TEST_CASE("of many removed items the first are named") {
  Marking window;
  for (int i = 4; i <= 10; ++i) window.paste_and_save("message " + std::to_string(i));
  window.act(MarkAll{});
  window.act(AskToRemoveMarked{true});
  window.act(RemoveMarked{});
  CHECK(window.listed().empty());
  CHECK(window.state().banner->text ==
        "10 items are gone from this record: 000001, 000002, 000003, 000004, 000005, 000006, 000007, 000008, "
        "and 2 more");
}

TEST_CASE("what is being removed can be stopped, and what is said is what is so") {
  Marking window;
  window.act(MarkAll{});
  window.act(AskToRemoveMarked{true});
  window.router().apply(RemoveMarked{});
  window.router().apply(StopRemovingMarked{});
  window.settle();
  const std::size_t left = window.listed().size();
  REQUIRE(left > 0);  // it was stopped before the worker had begun, or soon after
  CHECK(window.state().banner->text == std::to_string(3 - left) + " of 3 items are gone from this record.");
  CHECK(window.state().banner->more == "You stopped it. The others are still here.");
  CHECK(window.marked() == window.listed());  // they are still chosen
}

TEST_CASE("several items are shared together, and are not joined to a copy that was begun") {
  Marking window;
  window.act(MarkOnly{{1_item, 3_item}});
  window.act(BeginSharing{window.marked()});
  CHECK(window.state().screen == Screen::share);
  CHECK(window.state().share.chosen == Items{1_item, 3_item});
  CHECK(window.marked().empty());
  window.act(Go{Screen::timeline});
  window.act(BeginSharing{Items{2_item, 3_item}});
  CHECK(window.state().share.waiting == Items{2_item, 3_item});
  CHECK(window.state().share.chosen == Items{1_item, 3_item});
  SECTION("they come into it") {
    window.act(GoOnSharing{true});
    CHECK(window.state().share.chosen.size() == 3);
  }
  SECTION("it starts again with them") {
    window.act(StartSharingAgain{});
    CHECK(window.state().share.chosen == Items{2_item, 3_item});
  }
  SECTION("one of them goes meanwhile") {
    window.act(OpenItem{2_item});
    window.act(RemoveItem{});
    CHECK(window.state().share.waiting == Items{3_item});
  }
}

TEST_CASE("a tag is given to several items, and those that have it keep it once") {
  Marking window;
  window.act(OpenItem{1_item});
  window.act(ToggleTag{"home"});
  window.act(ToggleTag{"phone"});
  window.act(MarkOnly{{1_item, 2_item}});
  window.act(TagMarked{"phone"});
  CHECK(window.state().banner->text == "2 items have the tag \"phone\".");
  CHECK(window.state().item.item->current_answers().at("tags") == "home\nphone");
  window.act(OpenItem{2_item});
  CHECK(window.state().item.item->current_answers().at("tags") == "phone");
  CHECK(window.state().people.tags == std::vector<std::string>{"home", "phone"});
  window.act(OpenItem{3_item});
  CHECK_FALSE(window.state().item.item->current_answers().contains("tags"));
  CHECK(window.marked() == Items{1_item, 2_item});
}
