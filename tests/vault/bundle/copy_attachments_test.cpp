// A file that a message names, and the message, lead to each other in a copy.
#include "vault/bundle/copy_attachments.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/kept_zip.h"
#include "ui/report/html_report.h"
#include "vault/intake/chat/keep_attachment.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

ArchiveReader archives() { return ArchiveReader::beside_this_program(); }

// Of two folders, each with a chat and a file of the same name, and one name that is used twice.
constexpr const char* kChat =
    "13/05/2025, 10:00 - S: one\n"
    "13/05/2025, 22:58 - Mark: 1.txt (file attached)\n"
    "14/05/2025, 00:10 - S: three\n"
    "20/05/2025, 09:00 - Mark: 2.txt (file attached)\n"
    "21/05/2025, 09:00 - S: 2.txt (file attached)\n";

struct Chat {
  Chat()
      : kept(fixture, made_zip({{"WhatsApp Chat with Mark.txt", kChat}, {"1.txt", "first"}, {"2.txt", "second"}}),
             archives()) {
    first = keep(2);
    second = keep(4);
  }
  ItemNumber keep(std::uint64_t message) {
    const auto media = ConversationMedia::open(kept.access, kept.conversation, archives()).value();
    return keep_attachment(kept.access, media, message_of(fixture, kept.conversation, message), {}, {})
        .value()
        .outcome.item;
  }
  SnapshotRequest request(const std::vector<MessageRun>& runs, std::vector<ItemNumber> items) {
    items.push_back(kept.conversation);
    if (runs.empty()) items.push_back(kept.exported);
    SnapshotRequest request = fixture.contents(items);
    if (!runs.empty()) request.parts[kept.conversation] = runs;
    return request;
  }
  CopySnapshot snapshot(const std::vector<MessageRun>& runs, std::vector<ItemNumber> items) {
    return preview_snapshot(fixture.record(), request(runs, std::move(items))).value();
  }
  std::string report(const SnapshotRequest& contents) {
    CopyRequest request;
    request.contents = contents;
    request.folder = fixture.folder / "out";
    std::filesystem::create_directories(request.folder);
    const Path file =
        seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).value().file();
    CHECK(fixture.check(file).matches());
    return unzip(file).at("bag/report/report.html");
  }

  CopyFixture fixture;
  KeptZip kept;
  ItemNumber first{}, second{};
};

}  // namespace

TEST_CASE("a file in a copy has the days of the messages in it that name it") {
  Chat chat;
  const CopySnapshot whole = chat.snapshot({}, {chat.first, chat.second});
  CHECK(whole.find(chat.kept.conversation)->attached ==
        FilesNamed{{2, {chat.first}}, {4, {chat.second}}, {5, {chat.second}}});
  REQUIRE(whole.find(chat.second)->sent);
  CHECK(whole.find(chat.first)->sent->stretches.size() == 1);
  const auto stretches = whole.find(chat.second)->sent->stretches;
  REQUIRE(stretches.size() == 1);  // 20 and 21 May
  CHECK(stretches[0].latest - stretches[0].earliest == 24 * 60 * 60);
}

TEST_CASE("of a message that stays home a file in the copy tells nothing") {
  Chat chat;
  const CopySnapshot part = chat.snapshot({{1, 1}, {5, 5}}, {chat.first, chat.second});
  CHECK(part.find(chat.kept.conversation)->attached == FilesNamed{{5, {chat.second}}});
  CHECK_FALSE(part.find(chat.first)->sent);
  const auto stretches = part.find(chat.second)->sent->stretches;
  REQUIRE(stretches.size() == 1);
  CHECK(stretches[0].earliest == stretches[0].latest);
}

TEST_CASE("messages that name a file which is not in the copy are counted") {
  Chat chat;
  const Conversation conversation = open_conversation(chat.fixture.record(), chat.kept.conversation).value();
  const auto count = [&](const std::vector<MessageRun>& runs, const std::vector<ItemNumber>& items) {
    const FilesNamed named = files_named(chat.fixture.record(), conversation, runs, items).value();
    return std::count_if(named.begin(), named.end(), [](const auto& one) { return !one.second.item; });
  };
  CHECK(count({{1, 5}}, {}) == 3);
  CHECK(count({{1, 5}}, {chat.first}) == 2);
  CHECK(count({{1, 5}}, {chat.first, chat.second, chat.fixture.words}) == 0);
  CHECK(count({{1, 1}, {3, 3}}, {}) == 0);
}

TEST_CASE("a file of another folder is the one that a message names, where the export has no other of the name") {
  CopyFixture fixture;
  const std::string text = "13/05/2025, 10:00 - Mark: 1.txt (file attached)\n13/05/2025, 10:01 - S: b\n";
  KeptZip kept(fixture, made_zip({{"one/WhatsApp Chat with Mark.txt", text}, {"two/1.txt", "of another chat"}}),
               archives());
  const auto media = ConversationMedia::open(kept.access, kept.conversation, archives()).value();
  const ItemNumber file =
      keep_attachment(kept.access, media, message_of(fixture, kept.conversation, 1), {}, {}).value().outcome.item;
  const auto named = [&](const std::vector<ItemNumber>& items) {
    return files_named(fixture.record(), media.conversation(), {{1, 2}}, items).value();
  };
  CHECK(named({file}) == FilesNamed{{1, {file}}});
  CHECK(named({}) == FilesNamed{{1, {}}});
}

// Telephones number their pictures each for itself, so a file of one name may be another one on another telephone.
TEST_CASE("where another export has a file of the name, or only another has one, nothing is said for certain") {
  CopyFixture fixture;
  const std::string of_both = chat_of(30), own = "04/05/2025, 10:00 - S: 1.txt (file attached)\n",
                    his = "04/05/2025, 11:00 - Mark: 1.txt (file attached)\n";
  const auto add = [&](const std::string& bytes, const char* name) {
    const ItemNumber exported = keep_bytes(fixture.record(), as_bytes(bytes), name, {}).value().outcome.item;
    OwnRecord access(fixture.record());
    return read_kept_chat(access, exported, {}, {}, archives()).value().conversations.at(0).conversation;
  };
  const ItemNumber conversation = add(of_both + own, "WhatsApp Chat with Mark.txt");
  const auto zip_of = [&](const char* content) {
    return made_zip({{"WhatsApp Chat with Mark.txt", of_both + his}, {"1.txt", content}});
  };
  REQUIRE(add(zip_of("his picture"), "WhatsApp Chat with Mark.zip") == conversation);
  OwnRecord access(fixture.record());
  const auto keep = [&](std::uint64_t message) {
    const auto media = ConversationMedia::open(access, conversation, archives()).value();
    return keep_attachment(access, media, message_of(fixture, conversation, message), {}, {}).value().outcome.item;
  };
  const auto named = [&](const std::vector<ItemNumber>& items) {
    const Conversation newest = open_conversation(fixture.record(), conversation).value();
    return files_named(fixture.record(), newest, {{1, newest.outline.messages}}, items).value();
  };
  std::uint64_t of_own = 0, of_his = 0;
  for (const auto& [message, file] : named({}))
    (message_of(fixture, conversation, message).from == "S" ? of_own : of_his) = message;
  REQUIRE((of_own != 0 && of_his != 0));
  const ItemNumber file = keep(of_his);
  CHECK(named({file}) == FilesNamed{{of_own, {std::nullopt, true}}, {of_his, {file}}});
  // What another export has under the name makes it doubtful which is meant.
  REQUIRE(add(zip_of("another one"), "WhatsApp Chat with Mark (2).zip") == conversation);
  CHECK(named({file}) == FilesNamed{{of_own, {std::nullopt, true}}, {of_his, {std::nullopt, true}}});
  CHECK(named({fixture.words}) == FilesNamed{{of_own, {}}, {of_his, {}}});
}

TEST_CASE("the report says which message names a file, and leads from each to the other") {
  Chat chat;
  const std::string html = chat.report(chat.request({{2, 4}}, {chat.first, chat.second}));
  const std::string first = item_text(chat.first), conversation = item_text(chat.kept.conversation);
  const auto has = [&](const std::string& text) {
    INFO(text);
    CHECK(html.find(text) != std::string::npos);
  };
  has(". Message #2 names it, in <a href=\"#i" + conversation + "\">item " + conversation + "</a>.");
  has(", <a href=\"#i" + first + "\">item " + first + "</a>");
  has("13 May 2025, export says of the message that names the file");
  CHECK(html.find(", not in this copy") == std::string::npos);
  const std::string without = chat.report(chat.request({{2, 4}}, {chat.first}));
  CHECK(without.find(", not in this copy") != std::string::npos);
}
