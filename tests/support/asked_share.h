#pragma once

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/preview_text.h"
#include "tests/support/router_driver.h"
#include "ui/model/open_questions.h"

namespace daybook::test {

/// A record with a message (item 1) and a note beside it (item 2).
struct Asked : RouterDriver {
  Asked() {
    make_record();
    paste_and_save("sorry. home soon. love you");
    write_note(1_item, "I wrote this so that he would stop calling.");
  }
  void write_note(vault::ItemNumber about, const char* text) {
    act(ui::BeginAdding{ui::Begun::Kind::note, about});
    forms().add.text.set(text);
    act(ui::SaveAdded{});
  }
  void answer(vault::ItemNumber item, std::size_t question, const char* text) {
    act(ui::OpenItem{item});
    act(ui::AskQuestion{question});
    act(ui::AnswerQuestion{text});
  }
  void add_photograph(const char* name) {
    // Each is another file, because the same one is not kept twice.
    write_file(folder / name, read_file(test_data() / "made-up" / "photo.jpg") + name);
    act(ui::ImportFiles{{folder / name}});
  }
  // As far as the questions.
  void share(std::set<vault::ItemNumber> items) {
    act(ui::BeginSharing{});
    act(ui::NextShareStep{});
    for (const vault::ItemNumber item : items) act(ui::ToggleShared{item});
    act(ui::NextShareStep{});
    REQUIRE(state().share.step == ui::ShareState::Step::questions);
    REQUIRE(state().share.questions);
  }
  const ui::ShareQuestions& asked() { return *state().share.questions; }
  // What Continue says has to be decided first; empty where it goes on.
  std::string missing() {
    act(ui::NextShareStep{});
    if (state().share.step != ui::ShareState::Step::questions) return "";
    const auto open = ui::open_questions(asked(), state().share, forms().share.states_left_out);
    if (!state().share.error || open.empty()) return "nothing is said";
    switch (open.front().about) {
      case ui::OpenQuestion::About::note:
        return "note " + vault::item_text(*open.front().note);
      case ui::OpenQuestion::About::places:
        return "places";
      case ui::OpenQuestion::About::rest:
        return "the rest";
    }
    return "";
  }
  bool preview_says(const char* text) { return says(state().share.preview, text); }
};

}  // namespace daybook::test
