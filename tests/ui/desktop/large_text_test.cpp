// Every page opens at its heading, at every size of text and in small windows, and the bar at the top leaves room.
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

constexpr float kMostOfBar = 0.15f;

// The first text of the page that is not in the list of places.
const Widget* first_text(WindowDriver& window) {
  for (const Widget& one : window.ui().widgets()) {
    if (one.role == "text" && !one.name.empty()) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("each step of first run opens at its beginning, and a key on what is out of sight brings it into view") {
  each_window([](WindowDriver& window, ImVec2 size) {
    for (int step = static_cast<int>(window.state().first_run.step), keys = 0; !window.state().is_open; ++keys) {
      REQUIRE(keys < 100);
      if (const int now = static_cast<int>(window.state().first_run.step); now != step) {
        step = now;
        const Widget* heading = first_text(window);
        REQUIRE(heading != nullptr);
        INFO("step " << step << ": " << heading->name);
        CHECK(heading->name.find(" of ") != std::string::npos);
        CHECK(is_in_view(*heading, size));
      }
      if (window.state().first_run.step == FirstRunState::Step::try_passphrase)
        window.forms().first_run.next.attempt.set(window.forms().first_run.next.chosen.secret());
      if (window.state().first_run.step == FirstRunState::Step::confirm_sheet) {
        window.key(ImGuiKey_Enter);  // does nothing: no group was typed
        CHECK(window.state().first_run.step == FirstRunState::Step::confirm_sheet);
        window.click("Skip for now");
        continue;
      }
      const std::string name = window.focused();
      const Widget& target = window.widget(name);
      const bool was_seen = (target.min.y + target.max.y) / 2 < size.y;
      const bool target_is_field = name == "Passphrase again";
      const auto before = window.state().first_run.step;
      window.key(ImGuiKey_Enter);
      if (was_seen || target_is_field) continue;  // a field takes Enter only with what was typed into it
      CHECK(window.state().first_run.step == before);
    }
  });
}

TEST_CASE("every page of an open record opens at its beginning, below a bar of at most a seventh of the window") {
  each_window([](WindowDriver& window, ImVec2 size) {
    window.make_record();
    window.clipboard = "where are you";
    window.key(ImGuiMod_Ctrl | ImGuiKey_V);
    window.click("Save now");
    const Action pages[] = {Go{Screen::people},
                            Go{Screen::case_details},
                            Go{Screen::share},
                            Go{Screen::check},
                            Go{Screen::settings},
                            Go{Screen::keep_safe},
                            Go{Screen::helper},
                            Go{Screen::help},
                            Go{Screen::timeline},
                            OpenItem{1_item},
                            AskQuestion{0},
                            AskQuestion{2},
                            BeginAdding{Begun::Kind::note, 1_item},
                            PasteWords{"sorry"},
                            Browse{BrowseFor::adding},
                            BeginSafety{SafetyState::Task::backup}};
    for (const Action& page : pages) {
      window.router().apply(page);
      window.settle();
      const Widget& hide = window.widget("Hide now");
      CHECK(hide.max.y <= size.y * kMostOfBar);
      float top = size.y;
      for (const Widget& one : window.ui().widgets()) {
        if (one.role != "link" && one.name != "Hide now" && one.name != "Menu") top = std::min(top, one.min.y);
      }
      INFO("page " << static_cast<int>(window.state().screen) << " begins at " << top);
      CHECK(top >= hide.max.y);
      CHECK(top <= size.y / 2);
    }
  });
}

TEST_CASE("what is wrong with a passphrase is told in view, at every size of text") {
  each_window([](WindowDriver& window, ImVec2 size) {
    window.make_record();
    window.restart(false);
    window.type("not this one at all");
    window.key(ImGuiKey_Enter);
    REQUIRE(window.state().unlock.error);
    const std::string& what = window.state().unlock.error->what;
    bool is_told = false;
    for (const Widget& one : window.ui().widgets()) is_told |= one.name == what && is_in_view(one, size);
    CHECK(is_told);
    CHECK(window.focused() == "Passphrase");
  });
}

TEST_CASE("the buttons of the bar stand beside each other in a narrow window") {
  for (const float width : {480.0f, 683.0f, 800.0f}) {
    for (const int percent : kPercents) {
      WindowDriver window({width, 600});
      window.make_record();
      choose_size(window, percent);
      INFO(width << " pixels, " << percent << " percent");
      if (!window.has("Menu")) continue;
      CHECK(window.widget("Menu").max.x < window.widget("Hide now").min.x);
    }
  }
}
