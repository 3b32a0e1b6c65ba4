// Which sender the keeper is goes into a copy only with messages of that sender.
#include "vault/bundle/answers_at_home.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/kept_chat.h"
#include "ui/report/html_report.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

constexpr const char* kChat =
    "03/05/2025, 10:00 - Mark Whimbrel: one\n"
    "03/05/2025, 10:01 - Sam Lapwing: two\n"
    "03/05/2025, 10:02 - Mark Whimbrel: three\n"
    "03/05/2025, 10:03 - Mark Whimbrel: four\n";

struct Chat {
  Chat() : kept(keep_chat(fixture, kChat)) {}
  void say(const char* me) { REQUIRE(fixture.record().answer(kept.conversation, {{question::kMe, me}}).ok()); }

  // Everything in a copy with these messages, and the copy itself matches.
  std::string copy_of(const std::vector<MessageRun>& runs) {
    CopyRequest request;
    request.folder = fixture.folder / std::to_string(++copies);
    std::filesystem::create_directories(request.folder);
    request.contents = fixture.contents({kept.conversation});
    request.contents.parts[kept.conversation] = runs;
    const Path file =
        seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).value().file();
    CHECK(fixture.check(file).matches());
    std::string all;
    for (const auto& [name, bytes] : unzip(file)) all += name + bytes;
    return all;
  }

  CopyFixture fixture;
  KeptConversation kept;
  int copies = 0;
};

bool holds(const std::string& all, std::string_view text) { return all.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a part without a message of the keeper does not name her, wherever one looks in it") {
  Chat chat;
  chat.say("Sam Lapwing");
  chat.say("Mark Whimbrel");  // a slip
  chat.say("Sam Lapwing");
  const std::string without = chat.copy_of({{3, 4}});
  CHECK(holds(without, "three"));
  CHECK_FALSE(holds(without, "Lapwing"));
  CHECK_FALSE(holds(without, "\"me\""));
}

TEST_CASE("a part with a message of the keeper says which sender she is") {
  Chat chat;
  chat.say("Sam Lapwing");
  CHECK(holds(chat.copy_of({{2, 3}}), "\"me\""));
  CHECK(holds(chat.copy_of({{2, 2}, {4, 4}}), "\"me\""));
}

TEST_CASE("an earlier answer about the sender never stands alone, as if it were the newest") {
  Chat chat;
  chat.say("Mark Whimbrel");  // a slip, and the part has his messages
  chat.say("Sam Lapwing");
  CHECK_FALSE(holds(chat.copy_of({{1, 1}}), "\"me\""));
  chat.say("");
  CHECK_FALSE(holds(chat.copy_of({{1, 2}}), "\"me\""));
}

TEST_CASE("an earlier answer that names somebody of whom no message is shown stays at home") {
  Chat chat;
  chat.say("Mark Whimbrel");  // a slip
  chat.say("Sam Lapwing");
  const std::string hers = chat.copy_of({{2, 2}});
  CHECK(holds(hers, "\"me\""));
  CHECK_FALSE(holds(hers, "Whimbrel"));
}

TEST_CASE("messages that a conversation does not have end the search for the keeper's") {
  Chat chat;
  chat.say("Sam Lapwing");
  SnapshotRequest request = chat.fixture.contents({chat.kept.conversation});
  request.parts[chat.kept.conversation] = {{1, UINT64_MAX - 1}};
  const Item item = chat.fixture.record().item(chat.kept.conversation).value();
  CHECK(AnswersAtHome::of(chat.fixture.record(), item, request).ok());
  CHECK(preview_snapshot(chat.fixture.record(), request).error().code == ErrorCode::usage);
}
