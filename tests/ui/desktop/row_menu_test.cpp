#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// A record with four messages, the latest of which is the first row of the list.
struct Listing : WindowDriver {
  explicit Listing(ImVec2 size = {1366, 768}) : WindowDriver(size) {
    make_record();
    for (const char* text : {"one", "two", "three", "four"})
      router().apply(PasteWords{text}), router().apply(SaveAdded{}), settle();
    router().apply(CloseBanner{});
    settle();
    tab_to("Items");
  }
  ImVec2 place_of(int row) {
    const Widget& list = widget("Items");
    const float em = ui().em();
    return {list.min.x + 8 * em, list.min.y + (2.6f + 4.2f * (static_cast<float>(row) + 0.5f)) * em};
  }
  void click_right(ImVec2 place) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(place.x, place.y);
    frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Right, true);
    frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Right, false);
    frame();
    settle();
  }
};

}  // namespace

TEST_CASE("the menu of a row opens by key, its arrows go round, and what closes it is no Esc") {
  Listing window;
  window.key(ImGuiKey_DownArrow);
  for (const ImGuiKeyChord opens : {ImGuiKeyChord{ImGuiKey_Menu}, ImGuiMod_Shift | ImGuiKey_F10}) {
    window.key(opens);
    CHECK(window.focused() == "Open");
    window.key(ImGuiKey_DownArrow);
    CHECK(window.focused() == "Write a note beside it");
    window.key(ImGuiKey_UpArrow);
    window.key(ImGuiKey_UpArrow);
    CHECK(window.focused() == "Close");
    window.key(ImGuiKey_Tab);
    CHECK(window.focused() == "Open");
    window.key(ImGuiKey_End);
    CHECK(window.focused() == "Close");
    window.key(opens == ImGuiKey_Menu ? ImGuiKey_LeftArrow : ImGuiKey_Backspace);
    CHECK_FALSE(window.has("Close"));
    CHECK(window.focused() == "Items");
  }
  window.key(ImGuiKey_Menu);
  window.key(ImGuiKey_UpArrow);
  window.key(ImGuiKey_Enter);
  CHECK_FALSE(window.has("Close"));
  CHECK(window.state().screen == Screen::timeline);
  window.key(ImGuiKey_Enter);  // the list has the focus again, at the same row
  CHECK(window.state().item.number == 3_item);
}

TEST_CASE("each entry of a row's menu does what the page of the item does") {
  Listing window;
  const auto choose = [&](const char* entry) {
    window.click_right(window.place_of(1));
    REQUIRE(window.has("Close"));
    window.click(entry);
    CHECK_FALSE(window.has("Close"));
  };
  SECTION("open") {
    choose("Open");
    CHECK(window.state().screen == Screen::item);
    CHECK(window.state().item.number == 3_item);
  }
  SECTION("a note beside it") {
    choose("Write a note beside it");
    REQUIRE(window.state().screen == Screen::add);
    CHECK(window.state().add.about == 3_item);
  }
  SECTION("share") {
    choose("Share it");
    CHECK(window.state().screen == Screen::share);
    CHECK(window.state().share.chosen == std::set{3_item});
  }
  SECTION("save it out") {
    choose("Save it out ...");
    CHECK(window.state().screen == Screen::item);
    CHECK(window.has("Choose the place"));
    CHECK(window.state().saving_out.asks == 3_item);
  }
  SECTION("choose, and leave out") {
    choose("Choose it");
    CHECK(window.state().timeline.marked == std::set{3_item});
    CHECK(window.focused() == "Items");
    // The line about what is chosen stands above the list now.
    choose("Leave it out");
    CHECK(window.state().timeline.marked.empty());
  }
  SECTION("remove asks first") {
    choose("Remove ...");
    CHECK(window.has("Keep it"));
    CHECK(window.state().item.number == 3_item);
    CHECK(window.state().timeline.keys.size() == 4);
  }
}

TEST_CASE("the menu of a row that is marked with others acts on all of them") {
  Listing window;
  window.key(ImGuiMod_Ctrl | ImGuiKey_A);
  const std::size_t count = window.state().timeline.keys.size();
  REQUIRE(count > 1);
  window.key(ImGuiMod_Shift | ImGuiKey_F10);
  CHECK(window.has("Share these"));
  CHECK_FALSE(window.has("Write a note beside it"));
  window.key(ImGuiKey_DownArrow);
  window.key(ImGuiKey_DownArrow);
  window.key(ImGuiKey_Enter);
  CHECK(window.state().timeline.asks_to_remove);
  CHECK(window.state().timeline.marked.size() == count);
}

TEST_CASE("a click elsewhere closes the menu and opens nothing, and one with the right button moves it") {
  Listing window;
  window.click_right(window.place_of(0));
  REQUIRE(window.has("Close"));
  const ImVec2 far_right(window.widget("Items").max.x - 10 * window.ui().em(), window.place_of(1).y);
  window.click_at(far_right);
  CHECK_FALSE(window.has("Close"));
  CHECK(window.state().screen == Screen::timeline);
  CHECK(window.focused() == "Items");
  window.click_right(window.place_of(0));
  window.click_right({far_right.x, window.place_of(2).y});
  REQUIRE(window.has("Close"));
  window.click("Open");
  CHECK(window.state().item.number == 2_item);
}

TEST_CASE("the menu keeps within the window, and all of it is reached at every size of text") {
  for (const int percent : {100, 200, 300}) {
    Listing window({800, 600});
    window.state_for_tests().settings.text_percent = percent;
    window.settle();
    window.tab_to("Items");
    window.key(ImGuiKey_End);
    window.key(ImGuiKey_Menu);
    for (const char* entry :
         {"Open", "Write a note beside it", "Share it", "Save it out ...", "Choose it", "Remove ...", "Close"}) {
      INFO(percent << " %, " << entry);
      CHECK(window.focused() == entry);
      const Widget& shown = window.widget(entry);
      CHECK((shown.min.x >= 0 && shown.max.x <= 800));
      CHECK(shown.min.y >= 0);
      CHECK(shown.max.y < 601);  // Dear ImGui scrolls by whole pixels
      window.key(ImGuiKey_DownArrow);
    }
  }
}

TEST_CASE("what is removed or searched for meanwhile closes the menu, and of what can only be read it opens items") {
  Listing window;
  window.key(ImGuiKey_Menu);
  window.router().apply(FilterBy{Filter{std::nullopt, "two", "", "", "", false}});
  window.settle();
  CHECK_FALSE(window.has("Close"));
  window.state_for_tests().is_read_only = true;
  window.settle();
  window.tab_to("Items");
  window.key(ImGuiKey_Menu);
  CHECK(window.has("Open"));
  CHECK_FALSE(window.has("Remove ..."));
  CHECK_FALSE(window.has("Share it"));
}
