// What a person writes or reads is in view, and the focus is where the next key can do no harm.
#include "tests/support/every_place.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

// With a record that was just made.
template <class Run>
void each_open_window(Run run) {
  each_window([&](WindowDriver& window, ImVec2 size) {
    window.make_record();
    run(window, size);
  });
}

}  // namespace

TEST_CASE("the line that is being written is in view, however little room there is") {
  each_open_window([](WindowDriver& window, ImVec2 size) {
    window.key(ImGuiMod_Ctrl | ImGuiKey_N);
    const std::string field = window.focused();
    for (int line = 0; line < 30; ++line) {
      window.type("line " + std::to_string(line));
      // The caret stands in the last line of what the field shows, or above it while there are few.
      const Widget& shown = window.widget(field);
      const float line_height = 1.5f * window.ui().em(), top = shown.min.y + static_cast<float>(line) * line_height;
      INFO("line " << line << " of a field from " << shown.min.y << " to " << shown.max.y);
      CHECK(std::min(top, shown.max.y - 2 * line_height) < size.y - line_height);
      window.key(ImGuiKey_Enter);
    }
    const Widget& shown = window.widget(field);
    CHECK(shown.max.y <= size.y + window.ui().em());
  });
}

TEST_CASE("after a note was not saved, Enter takes it back") {
  each_open_window([](WindowDriver& window, ImVec2) {
    window.key(ImGuiMod_Ctrl | ImGuiKey_N);
    window.type("what happened on Friday");
    window.tab_to("Do not save");
    window.key(ImGuiKey_Enter);
    if (window.state().screen == Screen::add) window.key(ImGuiKey_Enter);  // the first brought it into view
    REQUIRE(window.state().screen == Screen::timeline);
    CHECK(window.focused() == "Take it back");
    for (int keys = 0; keys < 4 && window.state().screen != Screen::add; ++keys) window.key(ImGuiKey_Enter);
    REQUIRE(window.state().screen == Screen::add);
    CHECK(window.forms().add.text.text() == "what happened on Friday");
  });
}

TEST_CASE("the question before an item is removed is in view, however long the item is") {
  each_open_window([](WindowDriver& window, ImVec2 size) {
    std::string words;
    for (int line = 0; line < 60; ++line) words += "where are you\n";
    prepare(window, PasteWords{words}, SaveAdded{}, OpenItem{1_item});
    window.scroll_to("Remove ...");
    prepare(window, AskToRemove{true});
    CHECK(window.focused() == "Keep it");
    CHECK(window.widget("Keep it").min.y < size.y);
    CHECK(window.widget("Keep it").min.y > 0);
  });
}

TEST_CASE("the row that was found is in view, however large the text is") {
  each_open_window([](WindowDriver& window, ImVec2 size) {
    for (const char* words :
         {"where are you", "I am sorry", "sorry about last night", "answer me", "sorry, please call"})
      prepare(window, PasteWords{words}, SaveAdded{}, CloseBanner{});
    prepare(window, Go{Screen::timeline});
    window.key(ImGuiMod_Ctrl | ImGuiKey_F);
    window.type("sorry");
    window.key(ImGuiKey_Enter);
    for (int row = 0; row < 3; ++row) {
      for (int i = 0; i < 8; ++i) window.frame();
      window.settle();
      const Widget& list = window.widget("Items");
      CHECK(window.focused() == "Items");
      INFO("row " << row << ", the list stands at " << list.min.y << " to " << list.max.y);
      CHECK(list.min.y < size.y - 4 * window.ui().em());
      window.key(ImGuiKey_DownArrow);
    }
  });
}

TEST_CASE("when the last hit of a search is removed, the focus is in the search") {
  WindowDriver window;
  window.make_record();
  window.router().apply(PasteWords{"thrown against the wall"});
  window.settle();
  window.click("Save now");
  window.key(ImGuiMod_Ctrl | ImGuiKey_F);
  window.type("thrown");
  REQUIRE(window.state().timeline.keys.size() == 1);
  prepare(window, OpenItem{1_item}, AskToRemove{true}, RemoveItem{});
  CHECK(window.state().timeline.keys.empty());
  CHECK(window.focused() == "Search");
}

TEST_CASE("a search for items to share stays there") {
  WindowDriver window;
  window.make_record();
  keep_things(window);
  for (const Place& place : places_of_open_record()) {
    if (place.name != std::string_view("items") || place.screen != Screen::share) continue;
    place.open(window);
    window.key(ImGuiMod_Ctrl | ImGuiKey_F);
    CHECK(window.state().screen == Screen::share);
    CHECK(window.focused() == "Search");
  }
}

TEST_CASE("after a wrong passphrase the next one is typed into the same covered field") {
  each_open_window([](WindowDriver& window, ImVec2) {
    prepare(window, Go{Screen::keep_safe}, BeginSafety{SafetyState::Task::passphrase});
    SafetyForm& form = window.forms().safety;
    form.passphrase.set(secret("not this one at all"));
    form.next.chosen.set(secret("four other words of mine"));
    form.next.attempt.set(secret("four other words of mine"));
    window.tab_to("New passphrase again");
    for (int keys = 0; keys < 20 && !window.state().safety.error; ++keys) window.key(ImGuiKey_Enter);
    REQUIRE(window.state().safety.error);
    REQUIRE(form.passphrase.empty());
    CHECK(window.focused() == "Your passphrase now");
    window.type("a");
    CHECK(window.focused() == "Your passphrase now");
    CHECK(form.passphrase.secret().size() == 1);
  });
}

TEST_CASE(
    "a page that comes in place of another on the same screen is shown from its beginning, with its button chosen") {
  each_open_window([](WindowDriver& window, ImVec2 size) {
    prepare(window, Go{Screen::keep_safe}, BeginSafety{SafetyState::Task::passphrase});
    window.scroll_to("Back");
    SafetyForm& form = window.forms().safety;
    form.passphrase.set(secret(WindowDriver::kOwnPassphrase));
    form.next.chosen.set(secret("four other words of mine"));
    form.next.attempt.set(secret("four other words of mine"));
    prepare(window, DoSafety{});
    REQUIRE_FALSE(window.state().safety.outcome.empty());
    bool is_seen = false;
    for (const Widget& one : window.ui().widgets()) is_seen |= one.name == "Done" && is_in_view(one, size);
    CHECK(is_seen);
    CHECK(window.focused() == "Continue");
  });
}
