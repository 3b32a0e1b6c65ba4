// Every screen and each step of it, with what stands there in a record that somebody keeps, in small windows and with
// large text: its heading is in view when it opens, nothing goes over an edge, and a fault is told where it is seen.
#include <set>

#include "tests/support/corpora.h"
#include "tests/support/every_place.h"
#include "tests/support/failing_window.h"
#include "ui/desktop/imgui_calls.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;
using Task = SafetyState::Task;

namespace {

constexpr float kMostOfBar = 0.15f;

const Widget* found(WindowDriver& window, std::string_view begins) {
  for (const Widget& one : window.ui().widgets()) {
    if (one.name.starts_with(begins) && one.role != "link") return &one;
  }
  return nullptr;
}

void check_place(WindowDriver& window, const Place& place, ImVec2 size) {
  INFO(place.name);
  REQUIRE(window.state().screen == place.screen);
  float top = 0;
  if (place.screen != Screen::cover) {
    top = window.widget("Hide now").max.y;
    CHECK(top <= size.y * kMostOfBar);
  }
  const Widget* heading = found(window, place.begins);
  if (heading == nullptr) FAIL("nothing begins with \"" << place.begins << "\":\n" << window.words());
  INFO("its beginning stands from " << heading->min.y << " to " << heading->max.y);
  CHECK((is_in_view(*heading, size) && heading->min.y >= top));
  for (const Widget& one : window.ui().widgets()) {
    INFO(one.role << " \"" << one.name << "\" from " << one.min.x << " to " << one.max.x);
    if (one.min.x < -1 || one.max.x > size.x + 1) FAIL_CHECK("it goes over the edge of the window");
  }
}

// Opens each place from another, so that each is come to anew.
std::set<Screen> check_places(WindowDriver& window, const std::vector<Place>& places, ImVec2 size) {
  std::set<Screen> screens;
  for (const Place& place : places) {
    prepare(window, Go{Screen::help});
    INFO("to " << place.name);
    place.open(window);
    for (int i = 0; i < 8; ++i) window.frame();
    if (!window.state().share.is_working) window.settle();
    check_place(window, place, size);
    place.leave(window);
    screens.insert(place.screen);
  }
  return screens;
}

}  // namespace

TEST_CASE("every place opens at its beginning, with nothing over an edge, at every size") {
  each_size([](ImVec2 size, int percent) {
    WindowDriver window(size);
    window.make_record();
    keep_things(window);
    choose_size(window, percent);
    std::set<Screen> screens = check_places(window, places_of_open_record(), size);
    window.restart(false);
    screens.merge(check_places(window, places_of_locked_record(), size));
    screens.insert(Screen::first_run);  // large_text_test.cpp goes through each of its steps
    CHECK(screens.size() == kScreens);
  });
}

namespace {

void check_told(WindowDriver& window, const std::string& what, ImVec2 size) {
  REQUIRE_FALSE(what.empty());
  const Widget* told = found(window, what);
  INFO(what);
  REQUIRE(told != nullptr);
  INFO("it stands from " << told->min.y << " to " << told->max.y);
  CHECK(is_in_view(*told, size));
}

void check_told(WindowDriver& window, const std::optional<ErrorText>& error, ImVec2 size) {
  REQUIRE(error.has_value());
  check_told(window, error->what, size);
}

// Presses a key until something has come of it: where text is large, the first presses show what stands before.
template <class Done>
void press(WindowDriver& window, ImGuiKeyChord key, Done is_done) {
  for (int i = 0; i < 30 && !is_done(); ++i) window.key(key);
  REQUIRE(is_done());
}

}  // namespace

TEST_CASE("a fault on the way of a copy is told in view, at every size of text") {
  each_size([](ImVec2 size, int percent) {
    WindowDriver window(size);
    window.make_record();
    prepare(window, PasteWords{"where are you"}, SaveAdded{});
    choose_size(window, percent);
    const ShareState& share = window.state().share;
    const auto fails = [&] {
      press(window, ImGuiMod_Alt | ImGuiKey_RightArrow, [&] { return share.error.has_value(); });
    };
    prepare(window, BeginSharing{}, NextShareStep{});
    fails();
    check_told(window, share.error, size);
    prepare(window, ToggleShared{1_item}, NextShareStep{}, DecideRest{false}, NextShareStep{}, NextShareStep{});
    REQUIRE(share.step == Step::save);
    window.state_for_tests().share.folder = window.folder / "a stick that was taken out";
    window.forms().share.lock = ShareForm::Lock::key;
    window.forms().share.key.set("the key of somebody");
    window.settle();
    fails();
    check_told(window, share.error, size);
    window.forms().share.lock = ShareForm::Lock::none;
    window.settle();
    fails();
    check_told(window, share.error, size);
  });
}

TEST_CASE("a fault with a passphrase, a sheet or a date is told in view, at every size of text") {
  each_size([](ImVec2 size, int percent) {
    WindowDriver window(size);
    window.make_record();
    prepare(window, PasteWords{"where are you"}, SaveAdded{});
    choose_size(window, percent);
    const auto enter = [&](auto is_done) { press(window, ImGuiKey_Enter, is_done); };

    prepare(window, OpenItem{1_item}, AskQuestion{2});
    window.type("3 May 2031");
    enter([&] { return !window.state().item.question_error.empty(); });
    check_told(window, window.state().item.question_error, size);

    for (const Task task : {Task::passphrase, Task::sheet, Task::new_keys}) {
      INFO(static_cast<int>(task));
      prepare(window, BeginSafety{task});
      window.type("not this one at all");
      for (auto* field : {&window.forms().safety.next.chosen, &window.forms().safety.next.attempt})
        field->set(secret("twelve green bottles fell"));
      enter([&] { return window.state().safety.error.has_value(); });
      check_told(window, window.state().safety.error, size);
    }

    window.state_for_tests().check = CheckState();
    prepare(window, Go{Screen::check}, Browse{BrowseFor::copy_to_check},
            ChooseFile{test_data() / "copies" / "locked_by_passphrase" / "copy.age"});
    window.type("not what they said");
    enter([&] { return window.state().check.error.has_value(); });
    check_told(window, window.state().check.error, size);

    window.restart(false);
    prepare(window, UseSheet{true});
    window.type("BXKQ-7M2D-PLRT-9WHC-3VNE-AJ64-KD2P");
    enter([&] { return window.state().unlock.error.has_value(); });
    check_told(window, window.state().unlock.error, size);
  });
}

TEST_CASE("what cannot be saved or read is told in view, however far down the page the key was pressed") {
  each_size([](ImVec2 size, int percent) {
    Failing stage;
    WindowDriver& window = stage.window;
    window.frame();
    ImGui::GetIO().DisplaySize = size;
    choose_size(window, percent);
    stage.write("What I remember of it.");
    stage.medium_fails(ErrorCode::disk_full);
    for (const int time : {1, 2}) {  // it is told the second time, too
      INFO("time " << time);
      const int before = stage.statements.statements;
      for (int i = 0; i < 20 && window.focused() != "Save now"; ++i) window.key(ImGuiKey_Tab);
      press(window, ImGuiKey_Enter, [&] { return stage.statements.statements > before; });
      REQUIRE(window.state().banner);
      CHECK(window.state().banner->is_fault);
      check_told(window, window.state().banner->text, size);
    }
    stage.medium_is_well();
    window.key(ImGuiMod_Ctrl | ImGuiKey_S);

    const vault::Path many = window.folder / "many";
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"})
      std::filesystem::create_directories(many / name);
    prepare(window, CloseBanner{}, Browse{BrowseFor::adding, many});
    std::filesystem::remove(many / "m");
    for (int i = 0; i < 40 && window.focused() != "m"; ++i) window.key(ImGuiKey_Tab);
    press(window, ImGuiKey_Enter, [&] { return window.state().banner.has_value(); });
    check_told(window, window.state().banner->text, size);
  });
}
