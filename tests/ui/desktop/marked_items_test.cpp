#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

using Items = std::set<vault::ItemNumber>;

// A record with four messages, the latest of which is the first row of the list.
struct Marking : WindowDriver {
  Marking() {
    make_record();
    for (const char* text : {"one", "two", "three", "four"})
      router().apply(PasteWords{text}), router().apply(SaveAdded{}), settle();
    router().apply(CloseBanner{});
    settle();
    tab_to("Items");
  }
  const Items& marked() const { return state().timeline.marked; }
  // Clicks on a row with keys held, near its left end or where it is marked.
  void click_row(int row, ImGuiKey held = ImGuiKey_None, bool on_mark = false) {
    const Widget& list = widget("Items");
    const float em = ui().em();
    const ImVec2 place(on_mark ? list.max.x - 2.5f * em : list.min.x + 8 * em,
                       list.min.y + (2.6f + 4.2f * (static_cast<float>(row) + 0.5f)) * em);
    if (held != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(held, true);
    click_at(place);
    if (held != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(held, false);
    settle();
  }
  bool says(std::string_view words_on_screen) const { return words().find(words_on_screen) != std::string::npos; }
};

}  // namespace

TEST_CASE("rows stay where they are when the buttons for marked rows come and go") {
  Marking window;
  const float before = window.widget("Items").min.y;
  window.click_row(1, ImGuiMod_Ctrl);
  REQUIRE(window.marked().size() == 1);
  CHECK(std::abs(window.widget("Items").min.y - before) <= 1);
  window.click_row(1, ImGuiMod_Ctrl);
  CHECK(window.marked().empty());
  CHECK(std::abs(window.widget("Items").min.y - before) <= 1);
}

TEST_CASE("the second half of a double click removes nothing, and neither does a press that comes at once") {
  Marking window;
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  const Widget& button = window.widget("Remove them ...");
  const ImVec2 place((button.min.x + button.max.x) / 2, (button.min.y + button.max.y) / 2);
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(place.x, place.y);
  for (const bool is_down : {true, false, true, false}) {
    window.frame();
    io.AddMouseButtonEvent(0, is_down);
    window.frame();
  }
  window.settle();
  CHECK(window.state().timeline.keys.size() == 4);
  REQUIRE(window.state().timeline.asks_to_remove);
  CHECK(window.says("and 1 more"));
  window.ui().seconds_before_danger = 30;
  window.click("Remove them");
  CHECK(window.state().timeline.keys.size() == 4);
  window.ui().seconds_before_danger = 0.1;
  window.click("Remove them");
  CHECK(window.state().timeline.keys.empty());
}

TEST_CASE("another order keeps what is marked, another list does not") {
  Marking window;
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  Filter filter = window.state().timeline.wanted;
  filter.by_happened = true;
  window.router().apply(FilterBy{filter});
  window.settle();
  CHECK(window.marked() == Items{4_item, 3_item});
  filter.words = "four";
  window.router().apply(FilterBy{filter});
  window.settle();
  CHECK(window.marked().empty());
}

TEST_CASE("who goes to Share with rows marked shares those") {
  Marking window;
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  window.key(ImGuiMod_Alt | ImGuiKey_4);
  CHECK(window.state().screen == Screen::share);
  CHECK(window.state().share.chosen == Items{4_item, 3_item});
}

TEST_CASE("a tag for what is marked can be typed at once") {
  Marking window;
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.click("Add a tag");
  CHECK(window.focused() == "Another tag");
}

TEST_CASE("from the search Enter and the arrow down lead to what was found") {
  for (const ImGuiKey key : {ImGuiKey_DownArrow, ImGuiKey_Enter}) {
    Marking window;
    window.key(ImGuiMod_Ctrl | ImGuiKey_F);
    window.type("two");
    window.key(key);
    CHECK(window.focused() == "Items");
  }
}

TEST_CASE("Shift with the arrows and Ctrl+A mark rows; arrows alone go on, and Enter opens as ever") {
  Marking window;
  CHECK_FALSE(window.says("chosen"));
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  CHECK(window.marked() == Items{4_item, 3_item});
  CHECK(window.says("2 of 4 chosen"));
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  CHECK(window.marked() == Items{4_item, 3_item, 2_item});
  window.key(ImGuiMod_Shift | ImGuiKey_UpArrow);
  CHECK(window.marked() == Items{4_item, 3_item});
  window.key(ImGuiKey_DownArrow);
  window.key(ImGuiKey_DownArrow);
  CHECK(window.marked() == Items{4_item, 3_item});  // to look further chooses nothing and gives nothing up
  window.key(ImGuiMod_Ctrl | ImGuiKey_Space);
  CHECK(window.marked() == Items{4_item, 3_item, 1_item});
  CHECK(window.state().screen == Screen::timeline);
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  CHECK(window.says("4 of 4 chosen"));
  window.key(ImGuiKey_Enter);
  CHECK(window.state().screen == Screen::item);
  CHECK(window.state().item.number == 1_item);
}

TEST_CASE("Ctrl and Shift with the mouse mark rows; a click alone opens, and one on a mark takes it away") {
  Marking window;
  window.click_row(1, ImGuiMod_Ctrl);
  window.click_row(3, ImGuiMod_Ctrl);
  CHECK(window.marked() == Items{3_item, 1_item});
  window.click_row(3, ImGuiMod_Ctrl);
  CHECK(window.marked() == Items{3_item});
  window.click_row(1, ImGuiMod_Ctrl);
  window.click_row(0, ImGuiMod_Ctrl);
  window.click_row(2, ImGuiMod_Shift);
  CHECK(window.marked() == Items{4_item, 3_item, 2_item});
  CHECK(window.state().screen == Screen::timeline);
  window.click_row(1, ImGuiKey_None, /*on_mark=*/true);
  CHECK(window.marked() == Items{4_item, 2_item});
  window.click("Choose none");
  CHECK(window.marked().empty());
  window.click_row(1, ImGuiKey_None, /*on_mark=*/true);  // no marks are shown: it is a row like any other
  REQUIRE(window.state().screen == Screen::item);
  CHECK(window.state().item.number == 3_item);
}

TEST_CASE("several are removed by keyboard alone; it is asked once, and the careful answer has the focus") {
  Marking window;
  window.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
  window.key(ImGuiKey_Delete);
  CHECK(window.says("These 2 items will be gone from here for good."));
  CHECK(window.says("The log will show that 2 items were removed on this date, not what they were."));
  CHECK(window.focused() == "Keep them");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().timeline.keys.size() == 4);
  CHECK(window.focused() == "Items");
  CHECK(window.marked().size() == 2);
  window.key(ImGuiKey_Delete);
  window.tab_to("Remove them");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().timeline.keys.size() == 2);
  CHECK(window.says("2 items are gone from this record: 000003, 000004"));
  CHECK_FALSE(window.says("chosen"));
  CHECK(window.focused() == "Items");
}

TEST_CASE("several are shared, or given a tag, from the line above the list") {
  Marking window;
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  window.click("Add a tag");
  window.click("phone");
  CHECK(window.says("4 items have the tag \"phone\"."));
  CHECK(window.state().people.tags == std::vector<std::string>{"phone"});
  window.click("Add a tag");
  window.click("Another tag");
  window.type("july");
  window.key(ImGuiKey_Enter);
  CHECK(window.state().people.tags == std::vector<std::string>{"july", "phone"});
  window.click("Share them");
  CHECK(window.state().screen == Screen::share);
  CHECK(window.state().share.chosen.size() == 4);
  CHECK(window.says("4 items are chosen for it."));
  window.router().apply(Go{Screen::timeline});
  window.settle();
  CHECK_FALSE(window.has("Share them"));  // what was chosen is in the copy now
}

TEST_CASE("a record that can only be read offers to choose nothing") {
  Marking window;
  window.state_for_tests().is_read_only = true;
  window.settle();
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  CHECK(window.marked().empty());
}
