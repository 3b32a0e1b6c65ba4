// What messages name is looked at as it is seen, in the ZIP of their export, and becomes an item when she wants it.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/chat_with_files.h"
#include "tests/support/kept_chat.h"
#include "tests/support/router_driver.h"
#include "ui/model/attachment_text.h"

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::test;
using vault::AttachmentState;

namespace {

struct Sent : RouterDriver {
  Sent() {
    make_record();
    cover_pictures(false);
    const vault::Path chat = folder / "WhatsApp Chat with Mark.zip";
    write_file(chat, chat_with_files());
    act(ImportFiles{{chat}});
    act(KeepAsConversation{{1_item}});
    act(NeedMessages{1, 6});
    REQUIRE(shown().read.size() == 6);
  }
  const ConversationState& shown() const { return state().conversation; }
  const AttachmentsState& files() const { return state().attachments; }
  void cover_pictures(bool covers) {
    Preferences preferences = state().preferences;
    preferences.covers_pictures = covers;
    act(ChangePreferences{preferences});
  }
  void see(std::uint64_t first, std::uint64_t last) {
    NeedAttachments need{shown().number, shown().revision, {}};
    for (std::uint64_t number = first; number <= last; ++number) {
      if (!shown().read.at(number).said.file.empty()) need.messages.push_back(shown().read.at(number).said);
    }
    act(need);
  }
  void ask(std::uint64_t message) { act(AskAboutAttachment{shown().read.at(message).said}); }
};

}  // namespace

TEST_CASE("what messages name is looked at when it is seen, and said to be missing where it is") {
  Sent chat;
  CHECK(chat.files().known.empty());
  chat.see(1, 6);
  const auto& known = chat.files().known;
  REQUIRE(known.size() == 5);
  CHECK(known.at(2).found.state == AttachmentState::here);
  REQUIRE(known.at(2).small);
  CHECK(known.at(2).small->width > 0);
  CHECK(known.at(3).milliseconds == 2500);
  CHECK(attachment_kind_text(known.at(3)) == "Sound, 2.5 s long");
  CHECK(known.at(4).found.state == AttachmentState::unclear);
  CHECK(known.at(5).found.state == AttachmentState::not_there);
  CHECK(attachment_lack_text(known.at(5)) == "It is not in the export.");
  CHECK(known.at(6).is_looked_at);
  CHECK_FALSE(known.at(6).small);
  CHECK(chat.files().sentences.size() == 2);  // one file is not there, and one name is there twice
}

TEST_CASE("messages without their file are gone to one by one, and from the last to the first") {
  Sent chat;
  chat.act(GoToFileNotHere{chat.shown().caret});  // the files are not listed yet
  CHECK(chat.shown().caret == 1);
  chat.see(1, 6);
  CHECK(chat.files().not_here == 2);
  std::vector<std::uint64_t> seen;
  for (int i = 0; i < 3; ++i) {
    chat.act(GoToFileNotHere{chat.shown().caret});
    seen.push_back(chat.shown().caret);
  }
  CHECK(seen == std::vector<std::uint64_t>{4, 5, 4});
}

TEST_CASE("a picture that is covered is not decoded before she chooses to see it, and is covered when she comes back") {
  Sent chat;
  chat.cover_pictures(true);
  chat.see(1, 6);
  CHECK_FALSE(chat.files().known.at(2).small);
  CHECK(chat.files().known.at(3).milliseconds == 2500);
  chat.act(UncoverAttachment{2});
  CHECK(chat.files().known.at(2).small);
  chat.act(LookAtPicture{chat.shown().number, {}, false, 2});
  CHECK(chat.state().picture_view.width > 0);
  chat.act(GoBack{});
  CHECK(chat.files().known.at(2).small);
  chat.act(Go{Screen::timeline});
  CHECK_FALSE(chat.files().known.at(2).small);
  CHECK(chat.files().uncovered.empty());
}

TEST_CASE("a file becomes an item once, and the conversation says as which") {
  Sent chat;
  chat.see(1, 6);
  chat.ask(2);
  REQUIRE(chat.files().asks);
  chat.act(KeepAttachment{});
  CHECK(chat.files().known.at(2).kept == 3_item);
  CHECK(chat.state().timeline.keys.size() == 3);
  REQUIRE(chat.state().banner);
  CHECK(chat.state().banner->text.starts_with("Saved and sealed at "));
  chat.act(KeepAttachment{});
  CHECK(chat.state().timeline.keys.size() == 3);
  chat.act(OpenConversation{chat.shown().number});
  chat.act(NeedMessages{1, 6});
  chat.see(1, 6);
  CHECK(attachment_lack_text(chat.files().known.at(2)) == "Kept as item 000003");
  chat.act(OpenItem{3_item});
  chat.act(RemoveItem{});
  chat.act(GoBack{});
  CHECK_FALSE(chat.files().known.at(2).kept);
}

TEST_CASE("what is not in the export cannot become an item, and that is said") {
  Sent chat;
  chat.see(1, 6);
  chat.ask(5);
  chat.act(KeepAttachment{});
  CHECK(chat.state().timeline.keys.size() == 2);
  REQUIRE(chat.state().banner);
  CHECK(chat.state().banner->is_fault);
  chat.act(ChooseMessages{1, 1});
  CHECK_FALSE(chat.files().asks);
}

TEST_CASE("of a message without a file it is said that it names none") {
  Sent chat;
  chat.see(1, 6);
  chat.ask(1);
  CHECK_FALSE(chat.files().asks);
  REQUIRE(chat.state().banner);
  CHECK(chat.state().banner->text == "This message names no file.");
}

TEST_CASE("who shares messages is told of the files that they name and that do not go along") {
  Sent chat;
  chat.see(1, 6);
  chat.ask(2);
  chat.act(KeepAttachment{});
  const auto share = [&](const BeginSharing& begin) {
    chat.act(begin);
    chat.act(NextShareStep{});
    REQUIRE(chat.state().share.questions);
    return files_not_here_line(chat.state().share.questions->parts.at(0));
  };
  const BeginSharing part{2_item, ChosenPart{chat.shown().conversation->id, {{1, 3}}}};
  CHECK(share(part) == "2 of these messages name files that are not in this copy.");
  CHECK(chat.state().share.questions->parts.at(0).kept_files == std::set{3_item});  // the picture of message 2
  chat.act(ToggleShared{3_item});
  CHECK(chat.state().share.questions->parts.at(0).kept_files.empty());
  CHECK(files_not_here_line(chat.state().share.questions->parts.at(0)) ==
        "1 of these messages names a file that is not in this copy.");
  const auto lines = left_out_lines(chat.state().share, chat.forms().share);
  REQUIRE(lines.size() >= 2);
  CHECK(lines[1] == "1 of these messages names a file that is not in this copy.");
  chat.act(StopSharing{});
  chat.act(StartSharingAgain{});
  CHECK(share({2_item, ChosenPart{chat.shown().conversation->id, {{1, 1}}}}).empty());
}
