// Pictures stand in the messages that name them, sounds are named with their length, and F tells of the file of a
// message and keeps it as an item.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/support/chat_with_files.h"
#include "tests/support/window_driver.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;

namespace {

struct Talk : WindowDriver {
  explicit Talk(bool covers_pictures = false, ImVec2 size = {1366, 1400}) : WindowDriver(size) {
    make_record();
    Preferences preferences = state().preferences;
    preferences.covers_pictures = covers_pictures;
    router().apply(ChangePreferences{preferences});
    const vault::Path chat = folder / "WhatsApp Chat with Mark.zip";
    std::ofstream(chat, std::ios::binary) << chat_with_files();
    handed_out.push_back(chat);
    drop({chat});
    settle();
    click("Keep it as a conversation");
    settle();
    REQUIRE(state().screen == Screen::conversation);
    click("Not now");
    draw();
  }
  void draw() {
    for (int i = 0; i < 6; ++i) {
      frame();
      settle();
    }
  }
  bool shows(std::string_view text) const { return words().find(text) != std::string::npos; }
  void choose(std::uint64_t message) {
    router().apply(ChooseMessages{message, message});
    draw();
  }
  const AttachmentsState& files() const { return state().attachments; }
};

}  // namespace

TEST_CASE("a picture stands in its message, and what is not there is said") {
  Talk talk;
  CHECK(talk.files().known.at(2).small);
  CHECK(talk.shows("IMG-1.jpg (file attached)"));
  CHECK(talk.shows("Picture"));
  CHECK(talk.shows("Sound, 2.5 s long"));
  CHECK(talk.shows("Several files in the export have this name. Nothing says which is meant."));
  CHECK(talk.shows("It is not in the export."));
  CHECK(talk.shows("It cannot be shown here: damaged, too large, or of a kind not read here."));
  CHECK(talk.shows("1 file that a message names is not in the export."));
  CHECK_FALSE(talk.shows("Covered. Press Enter to see it."));
}

TEST_CASE("messages without their file are gone to by a button, and on by F3") {
  Talk talk;
  talk.click("More");
  talk.click("without its file: 2");
  talk.draw();
  CHECK(talk.state().conversation.caret == 4);
  CHECK(talk.has("More"));  // the messages are seen, and not what stood between
  talk.key(ImGuiKey_F3);
  talk.draw();
  CHECK(talk.state().conversation.caret == 5);
}

TEST_CASE("Enter shows a picture large, and Back leads to its message") {
  Talk talk;
  talk.choose(2);
  talk.key(ImGuiKey_Enter);
  talk.draw();
  REQUIRE(talk.state().screen == Screen::picture);
  CHECK(talk.state().picture_view.width == 400);
  CHECK(talk.shows("Picture #2, 400 \u00d7 300"));
  talk.click("Back");
  talk.draw();
  CHECK(talk.state().screen == Screen::conversation);
  CHECK(talk.state().conversation.caret == 2);
}

TEST_CASE("a covered picture is shown by Enter, and then large") {
  Talk talk(/*covers_pictures=*/true);
  CHECK(talk.shows("Covered. Press Enter to see it."));
  CHECK_FALSE(talk.files().known.at(2).small);
  talk.choose(2);
  talk.key(ImGuiKey_Enter);
  talk.draw();
  CHECK(talk.state().screen == Screen::conversation);
  CHECK(talk.files().known.at(2).small);
  talk.key(ImGuiKey_Enter);
  talk.draw();
  CHECK(talk.state().screen == Screen::picture);
}

TEST_CASE("a picture that is reached by the arrow keys, and one that is uncovered, is seen whole") {
  for (const bool covers : {true, false}) {
    CAPTURE(covers);
    Talk talk(covers, {1000, 700});
    talk.tab_to("Messages");
    for (int i = 0; i < 5; ++i) talk.key(ImGuiKey_DownArrow);
    for (int i = 0; i < 4; ++i) talk.key(ImGuiKey_UpArrow);
    talk.draw();
    REQUIRE(talk.state().conversation.caret == 2);
    if (covers) talk.key(ImGuiKey_Enter);
    talk.draw();
    REQUIRE(talk.state().screen == Screen::conversation);
    REQUIRE(talk.files().known.at(2).small);
    const Widget list = talk.widget("Messages");
    bool is_seen = false;  // the line below the picture
    for (const Widget& one : talk.ui().widgets())
      is_seen |= one.name == "Picture" && one.min.y > list.min.y && one.max.y < list.max.y;
    CHECK(is_seen);
  }
}

TEST_CASE("F tells of the file of a message and keeps it as an item, which is opened from there") {
  Talk talk;
  talk.choose(2);
  talk.type("f");
  talk.draw();
  REQUIRE(talk.files().asks);
  CHECK(talk.shows("It is in the export."));
  talk.click("Keep it as an item");
  talk.draw();
  CHECK(talk.shows("Kept as item 000003"));
  talk.click("Open item 000003");
  talk.draw();
  CHECK(talk.state().screen == Screen::item);
  CHECK(talk.state().item.number == 3_item);
}

TEST_CASE("of a message without a file the button is there, and cannot be pressed") {
  Talk talk;
  talk.choose(1);
  CHECK_FALSE(talk.widget("Its file").is_enabled);
  talk.choose(3);
  CHECK(talk.widget("Its file").is_enabled);
  talk.click("Its file");
  talk.draw();
  CHECK(talk.shows("#3  Sound, 2.5 s long: \u2068PTT-1.opus\u2069"));
  talk.click("Back to the messages");
  talk.draw();
  CHECK_FALSE(talk.files().asks);
}

TEST_CASE("a picture that is kept already is taken along with its message by one button in Share") {
  Talk talk;
  talk.choose(2);
  talk.type("f");
  talk.draw();
  talk.click("Keep it as an item");
  talk.draw();
  talk.router().apply(BeginSharing{2_item, ChosenPart{talk.state().conversation.conversation->id, {{1, 2}}}});
  talk.draw();
  talk.click("Continue");
  talk.draw();
  REQUIRE(talk.state().share.questions);
  CHECK(talk.shows("1 of these messages names a file that is not in this copy."));
  CHECK_FALSE(talk.shows("F keeps its file as an item"));  // there is no other
  talk.click("Take item 000003 along, one of these files");
  talk.draw();
  CHECK(talk.state().share.chosen == std::set{2_item, 3_item});
  CHECK_FALSE(talk.shows("not in this copy"));
  CHECK(talk.shows("Item 000003, a file that was sent with them, goes along."));
}
