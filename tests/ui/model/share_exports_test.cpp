// A whole conversation goes into a copy with the export that it was read from, and the keeper is told.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/made_zip.h"
#include "tests/support/shared_chat.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

using Step = ShareState::Step;

namespace {

struct Shared : SharedChat {
  Shared() : SharedChat(20) {}
  void share() {
    act(BeginSharing{});
    act(NextShareStep{});
    act(ToggleShared{2_item});
    act(NextShareStep{});
    REQUIRE(state().share.step == Step::questions);
    REQUIRE(state().share.questions);
  }
  const std::set<vault::ItemNumber>& chosen() { return state().share.chosen; }
};

}  // namespace

TEST_CASE("the export of a conversation goes along, and it is said why") {
  Shared window;
  window.share();
  CHECK(window.chosen() == std::set{1_item, 2_item});
  const auto& exports = window.state().share.questions->exports;
  REQUIRE(exports.size() == 1);
  CHECK(exports[0].exported == 1_item);
  CHECK(exports[0].conversation == 2_item);
  CHECK(exports[0].others.empty());
  window.act(DecideRest{false});
  window.act(NextShareStep{});
  CHECK(window.state().share.step == Step::preview);
  CHECK_FALSE(window.state().share.error);
}

TEST_CASE("an export that came with its conversation goes out of the copy with it, one that she chose stays") {
  Shared window;
  window.share();
  window.act(PreviousShareStep{});
  window.act(ToggleShared{2_item});
  CHECK(window.chosen().empty());
  window.act(ToggleShared{1_item});
  window.act(ToggleShared{2_item});
  window.act(NextShareStep{});
  CHECK(window.state().share.questions->exports.empty());  // it was her own choice: there is nothing to say
  window.act(PreviousShareStep{});
  window.act(ToggleShared{2_item});
  CHECK(window.chosen() == std::set{1_item});
}

TEST_CASE("an export that is taken out again alone comes back with the conversation") {
  Shared window;
  window.share();
  window.act(PreviousShareStep{});
  window.act(ToggleShared{1_item});
  CHECK(window.chosen() == std::set{2_item});
  window.act(NextShareStep{});
  CHECK(window.chosen() == std::set{1_item, 2_item});
}

TEST_CASE("a note beside an export that goes along is asked about, and a lock forgets nothing of it") {
  Shared window;
  window.act(BeginAdding{Begun::Kind::note, 1_item});
  window.forms().add.text.set("It is from my old phone.");
  window.act(SaveAdded{});
  window.share();
  REQUIRE(window.state().share.questions->notes.size() == 1);
  window.act(DecideNote{3_item, true});
  CHECK(window.chosen() == std::set{1_item, 2_item, 3_item});
  window.restart();
  window.unlock();
  CHECK(window.chosen() == std::set{1_item, 2_item, 3_item});
  window.act(BeginSharing{});
  window.act(ToggleShared{2_item});
  CHECK(window.chosen().empty());
}

TEST_CASE("who gets an export with several chats gets all of them, and it is said") {
  RouterDriver window;
  window.make_record();
  const vault::Path zip = window.folder / "Both.zip";
  write_file(zip, made_zip({{"Mark/chat.txt", chat_of(20)},
                            {"Ana/chat.txt", "13/05/2025, 10:00 - Ana: hello\n14/05/2025, 10:00 - S: hello\n"}}));
  window.act(ImportFiles{{zip}});
  window.act(KeepAsConversation{{1_item}});
  window.act(BeginSharing{});
  window.act(NextShareStep{});
  window.act(ToggleShared{3_item});
  window.act(NextShareStep{});
  REQUIRE(window.state().share.questions);
  const auto& exports = window.state().share.questions->exports;
  REQUIRE(exports.size() == 1);
  CHECK(exports[0].others == std::vector{2_item});
}
