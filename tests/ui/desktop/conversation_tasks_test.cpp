// What a person does with a chat, and what it costs her in keys and clicks: by the sample that the program comes with.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/corpora.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

constexpr const char* kName = "WhatsApp Chat with Alex.txt";

struct Keeper : WindowDriver {
  explicit Keeper(ImVec2 size) : WindowDriver(size) {
    make_record();
    const vault::Path sample = test_data() / ".." / ".." / "packaging" / "sample" / kName;
    REQUIRE(std::filesystem::exists(sample));
    std::filesystem::copy_file(sample, folder / kName);
    handed_out.push_back(folder / kName);
  }
  const ConversationState& shown() const { return state().conversation; }
  template <class Done>
  void press(ImGuiKeyChord chord, Done is_done) {
    for (int i = 0; i < 40 && !is_done(); ++i) key(chord);
    REQUIRE(is_done());
  }
};

}  // namespace

TEST_CASE("task 8: an export is kept as a conversation, and she says which side is hers, within seven acts") {
  for (const int percent : {100, 200}) {
    CAPTURE(percent);
    Keeper keeper({1366, 768});
    choose_size(keeper, percent);
    keeper.acts = 0;
    keeper.drop({keeper.folder / kName});
    keeper.settle();
    keeper.click("Keep it as a conversation");
    keeper.settle();
    REQUIRE(keeper.state().screen == Screen::conversation);
    CHECK(keeper.shown().conversation->outline.messages == 2000);
    keeper.click("\u2068Sam\u2069");
    keeper.settle();
    CHECK(keeper.shown().conversation->me == "Sam");
    CHECK(keeper.acts <= 7);
  }
}

TEST_CASE("the apology of last May is found, has a note beside it, and its day is shared") {
  for (const int percent : {100, 200}) {
    CAPTURE(percent);
    Keeper keeper({1366, 768});
    keeper.drop({keeper.folder / kName});
    keeper.settle();
    const vault::Path stick = keeper.folder / "stick";
    std::filesystem::create_directory(stick);
    keeper.handed_out.push_back(stick);
    prepare(keeper, KeepAsConversation{{1_item}}, BrowseTo{stick}, Go{Screen::timeline});
    choose_size(keeper, percent);
    keeper.acts = 0;

    prepare(keeper, OpenConversation{2_item});
    ++keeper.acts;  // Enter on its row in the list
    keeper.key(ImGuiMod_Ctrl | ImGuiKey_F);
    keeper.type("so sorry about last night");
    keeper.key(ImGuiKey_Enter);
    keeper.settle();
    REQUIRE(keeper.shown().hits.size() == 1);
    const std::uint64_t apology = keeper.shown().caret;
    keeper.tab_to("Messages");
    keeper.type("n");
    keeper.type("I answered because Alex would not leave the kitchen.");
    keeper.key(ImGuiMod_Ctrl | ImGuiKey_S);
    keeper.settle();
    REQUIRE(keeper.state().screen == Screen::conversation);
    CHECK(keeper.shown().caret == apology);
    REQUIRE(keeper.shown().notes.size() == 1);
    CHECK(keeper.focused() == "Messages");
    keeper.type("s");
    keeper.key(ImGuiKey_Enter);
    const ShareState& share = keeper.state().share;
    REQUIRE(keeper.state().screen == Screen::share);
    const auto runs = share.parts.at(2_item).runs;
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].first < apology);
    CHECK(runs[0].last > apology);
    CHECK(keeper.acts == 10);

    using Step = ShareState::Step;
    keeper.click("Continue");  // for the police; the list of items is passed over, because messages are chosen
    REQUIRE(share.questions);
    keeper.click("Include note 000003");
    keeper.click("Do not say whether there is more");
    keeper.click("Continue");
    REQUIRE(share.step == Step::preview);
    keeper.click("Continue");
    keeper.click("Continue");
    keeper.click("Choose the place");
    keeper.click("Use this folder");
    keeper.click("Save locked copy");
    keeper.settle();
    REQUIRE(share.step == Step::done);
    CHECK(keeper.acts <= 19);  // 15 were aimed at: five steps of Share, of which two ask what only she can decide
  }
}
