// What a person does with a chat, and what it costs her in keys and clicks: by the sample that the program comes with.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/sized_windows.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

constexpr const char* kName = "WhatsApp Chat with Alex.txt";

struct Computer {
  FaultyFiles files;
};

struct Keeper : Computer, WindowDriver {
  Keeper() : WindowDriver(files) {
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
    Keeper keeper;
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
    Keeper keeper;
    keeper.drop({keeper.folder / kName});
    keeper.settle();
    const vault::Path stick = keeper.folder / "stick";
    std::filesystem::create_directory(stick);
    keeper.handed_out.push_back(stick);
    keeper.files.sticks["/media/KINGSTON"] = stick;
    keeper.media = {"/media/KINGSTON"};
    prepare(keeper, KeepAsConversation{{1_item}}, Go{Screen::timeline});
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
    CHECK(keeper.focused() == "Messages");  // no other message has these words
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
    CHECK(keeper.acts == 9);

    using Step = ShareState::Step;
    keeper.click("Continue");  // for the police; the list of items is passed over, because messages are chosen
    REQUIRE(share.questions);
    keeper.click("Include note 000003");
    keeper.click("Do not say whether there is more");
    keeper.click("Continue");
    REQUIRE(share.step == Step::preview);
    keeper.click("Continue");
    CHECK(share.folder == "/media/KINGSTON");  // the one stick that is plugged in
    keeper.click("Save locked copy");
    keeper.settle();
    REQUIRE(share.step == Step::done);
    CHECK_FALSE(std::filesystem::is_empty(stick));
    CHECK(keeper.acts <= 15);
  }
}
