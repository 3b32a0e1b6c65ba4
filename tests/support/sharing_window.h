#pragma once

#include <catch2/catch_test_macros.hpp>

#include "tests/support/window_driver.h"

namespace daybook::test {

/// A record with three items, and a folder as a stick.
struct Sharing : WindowDriver {
  Sharing() {
    make_record();
    for (const char* text : {"where are you", "i will find you", "just for me"}) {
      clipboard = text;
      key(ImGuiMod_Ctrl | ImGuiKey_V);
      key(ImGuiKey_Enter);
    }
    stick = folder / "stick";
    std::filesystem::create_directory(stick);
    handed_out = {stick, folder / "office"};
    router().apply(ui::BrowseTo{stick});  // where it was looked last time
    settle();
    acts = 0;
  }
  /// As far as the last step of an upload of the first item.
  void upload_first_item() {
    forms().share.by_upload = true;
    router().apply(ui::BeginSharing{1_item});
    settle();
    for (int i = 0; i < 2; ++i) click("Continue");
    decide();
    click("Continue");
  }
  /// From the questions to the preview.
  void decide() {
    REQUIRE(state().share.step == ui::ShareState::Step::questions);
    click("Do not say whether there is more");
    click("Continue");
    REQUIRE(state().share.step == ui::ShareState::Step::preview);
  }
  vault::Path stick;
};

}  // namespace daybook::test
