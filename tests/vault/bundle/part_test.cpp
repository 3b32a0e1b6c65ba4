#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "crypto/encoding.h"
#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/kept_chat.h"
#include "ui/report/html_report.h"
#include "vault/bundle/copy_questions.h"
#include "vault/record/notes_on_messages.h"
#include "vault/record/tags_on_messages.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

using Files = std::map<std::string, std::string>;

// A record with one chat, read as a conversation.
struct Chat {
  explicit Chat(const std::string& text) : kept(keep_chat(fixture, text)) {}

  SealedCopy seal(const std::vector<MessageRun>& runs, std::vector<ItemNumber> items = {}) {
    CopyRequest request;
    request.folder = fixture.folder / "out";
    std::filesystem::create_directories(request.folder);
    items.push_back(kept.conversation);
    request.contents = fixture.contents(items);
    if (!runs.empty()) request.contents.parts[kept.conversation] = runs;
    return seal_copy(fixture.record(), operating_system_files(), request, ui::render_html_report).value();
  }

  CopyFixture fixture;
  KeptConversation kept;
};

bool holds(const Files& files, std::string_view text) {
  for (const auto& [path, bytes] : files) {
    if (bytes.find(text) != std::string::npos) return true;
  }
  return false;
}

// Every value of 32 bytes that stands in the copy, in hexadecimal or in base64.
std::set<crypto::Sha256Digest> digests_in(const Files& files) {
  std::set<crypto::Sha256Digest> digests;
  const auto take = [&](const std::optional<Bytes>& bytes) {
    if (const auto digest = crypto::exactly<32>(bytes)) digests.insert(*digest);
  };
  for (const auto& [path, text] : files) {
    for (std::size_t at = 0; at + 44 <= text.size(); ++at) {
      take(crypto::from_base64(text.substr(at, 44)));
      if (at + 64 <= text.size()) take(crypto::from_hex(text.substr(at, 64)));
    }
  }
  return digests;
}

std::string message_of(const std::string& secret) { return "03/05/2025, 22:59 - S: " + secret + "\n"; }

}  // namespace

TEST_CASE("a part of a conversation matches, and of the other messages nothing goes out but their number") {
  Chat chat(chat_of(1000));
  const SealedCopy copy = chat.seal({{118, 131}, {200, 200}});
  const CopyVerdict verdict = chat.fixture.check(copy.file());
  CHECK(verdict.matches());
  CHECK(has(verdict, Finding::item_in_part, "15 of 1000 messages (118-131, 200)"));
  const Files files = unzip(copy.file());
  const std::string number = item_text(chat.kept.conversation);
  CHECK(files.contains("bag/data/" + number + "-part.jsonl"));
  CHECK(files.contains("bag/log/messages/" + number + ".json"));
  CHECK(holds(files, "message number 118\n"));
  CHECK(holds(files, "message number 200\n"));
  for (const char* other : {"message number 117", "message number 132", "message number 199", "message number 201"})
    CHECK_FALSE(holds(files, other));
  CHECK(holds(files, "messages-1"));
  // Neither the reading nor its opening, which has its digest, goes out.
  const Item item = chat.fixture.record().item(chat.kept.conversation).value();
  CHECK_FALSE(holds(files, crypto::to_hex(item.newest().content.facts.sha256)));
  CHECK_FALSE(files.contains(copy_path::opening(item.newest().sequence)));
  const auto reading = chat.fixture.record().open_version(item.newest()).value();
  ReadingLines lines(*reading);
  CHECK_FALSE(holds(files, crypto::to_base64(lines.head()->key->expose())));
}

TEST_CASE("each single message, and all of them, can be shown as a part") {
  Chat chat(chat_of(70));
  for (const std::vector<MessageRun>& runs : {std::vector<MessageRun>{{1, 1}}, {{70, 70}}, {{64, 65}}, {{1, 70}}}) {
    const SealedCopy copy = chat.seal(runs);
    CHECK(chat.fixture.check(copy.file()).matches());
  }
}

TEST_CASE("a whole conversation goes with its export, and not without it") {
  Chat chat(chat_of(100));
  SnapshotRequest alone = chat.fixture.contents({chat.kept.conversation});
  const CopyQuestions open = copy_questions(chat.fixture.record(), alone).value();
  REQUIRE(open.exports.size() == 1);
  CHECK_FALSE(open.is_decided());
  CHECK(preview_snapshot(chat.fixture.record(), alone).error().code == ErrorCode::not_decided);
  const SealedCopy copy = chat.seal({}, {open.exports[0].exported});
  const CopyVerdict verdict = chat.fixture.check(copy.file());
  CHECK(verdict.matches());
  CHECK_FALSE(has(verdict, Finding::item_in_part));
}

TEST_CASE("messages that a conversation does not have make no copy") {
  Chat chat(chat_of(100));
  SnapshotRequest request = chat.fixture.contents({chat.kept.conversation});
  for (const std::vector<MessageRun>& runs :
       {std::vector<MessageRun>{{0, 1}}, {{100, 101}}, {{5, 4}}, {{1, 2}, {3, 4}}, {}}) {
    request.parts[chat.kept.conversation] = runs;
    CHECK(preview_snapshot(chat.fixture.record(), request).error().code == ErrorCode::usage);
  }
  SnapshotRequest words = chat.fixture.contents({chat.fixture.words});
  words.parts[chat.fixture.words] = {{1, 1}};
  CHECK(preview_snapshot(chat.fixture.record(), words).error().code == ErrorCode::usage);
}

TEST_CASE("a note beside messages goes along with the part, and says beside which") {
  Chat chat(chat_of(200));
  const Conversation conversation = open_conversation(chat.fixture.record(), chat.kept.conversation).value();
  const auto note = add_note_on(chat.fixture.record(), conversation, 119, 120, "I was in the bathroom.").value();
  const SealedCopy copy = chat.seal({{118, 131}}, {note.item});
  CHECK(chat.fixture.check(copy.file()).matches());
  const Files files = unzip(copy.file());
  CHECK(holds(files, "\"from\":119"));
  CHECK(holds(files, crypto::to_hex(conversation.id)));
}

TEST_CASE("nobody can try out what a message says that was left out") {
  const std::string pin = "my number is 4711", telephone = "call me on 07700 900123 please";
  Chat chat(chat_of(20) + message_of(pin) + message_of(telephone) + chat_of(5));
  const Files files = unzip(chat.seal({{2, 4}, {19, 20}}).file());
  const std::set<crypto::Sha256Digest> handed_out = digests_in(files);
  REQUIRE(handed_out.size() > 20);
  std::vector<crypto::Sha256Digest> salts;
  const std::string& lines = files.at("bag/data/" + item_text(chat.kept.conversation) + "-part.jsonl");
  for (std::size_t at = lines.find("\"s\":\""); at != std::string::npos; at = lines.find("\"s\":\"", at + 1))
    salts.push_back(*crypto::exactly<32>(crypto::from_hex(lines.substr(at + 5, 64))));
  REQUIRE(salts.size() == 5);
  const auto is_confirmed = [&](const std::string& message) {
    const ByteView raw = as_bytes(message);
    if (handed_out.contains(crypto::Sha256::of(raw)) || handed_out.contains(crypto::leaf_hash(raw))) return true;
    return handed_out.contains(whole_digest(salts[0], raw)) || handed_out.contains(whole_digest(salts[4], raw));
  };
  bool is_any = false;
  for (int i = 0; i < 10'000; ++i) {
    is_any |= is_confirmed(message_of(fmt::format("my number is {:04}", i)));
  }
  for (int i = 0; i < 1'000'000; ++i) {
    is_any |= is_confirmed(message_of(fmt::format("call me on 07700 {:06} please", i)));
  }
  CHECK_FALSE(is_any);
  // With the key of the reading, which stays home, the same message is confirmed at once: its leaf is one of the two
  // next to each other whose root is handed out.
  const Conversation conversation = open_conversation(chat.fixture.record(), chat.kept.conversation).value();
  MessageLeaves leaves(conversation.id, *conversation.head.key);
  const crypto::TreeHash both =
      crypto::node_hash(leaves.leaf(21, as_bytes(message_of(pin))), leaves.leaf(22, as_bytes(message_of(telephone))));
  const crypto::TreeHash next = crypto::node_hash(leaves.leaf(23, as_bytes(chat_of(1))),
                                                  leaves.leaf(24, as_bytes(chat_of(2).substr(chat_of(1).size()))));
  CHECK((handed_out.contains(both) || handed_out.contains(crypto::node_hash(both, next))));
}

TEST_CASE("tags on messages are in no copy, of a part or of all, in none of its forms") {
  Chat chat(chat_of(200));
  Record& record = chat.fixture.record();
  const auto tag = [&](const MessageRun& run, const char* name) {
    const Conversation conversation = open_conversation(record, chat.kept.conversation).value();
    REQUIRE(tag_messages(record, conversation, run, {name}, {}).ok());
  };
  tag({118, 131}, "Privatetag");
  tag({120, 122}, "Whimbrel");
  REQUIRE(tag_messages(record, open_conversation(record, chat.kept.conversation).value(), {118, 131}, {}, {"Whimbrel"})
              .ok());  // taken back: the older answers stay home too
  std::set<EntryNumber> at_home;
  const Item item = record.item(chat.kept.conversation).value();
  for (const ItemAnswer& answer : item.answers) {
    if (answer.question == question::kMessageTags) at_home.insert(answer.sequence);
  }
  REQUIRE(at_home.size() == 3);
  REQUIRE(record.answer(chat.kept.conversation, {{question::kMe, "S"}}).ok());  // an entry after them is disclosed
  for (const bool is_part : {true, false}) {
    CAPTURE(is_part);
    const auto export_number = exports_of(record, item).value().front();
    const Path copy = chat.seal(is_part ? std::vector<MessageRun>{{118, 131}} : std::vector<MessageRun>{},
                                is_part ? std::vector<ItemNumber>{} : std::vector{export_number})
                          .file();
    CHECK(chat.fixture.check(copy).matches());
    Files files = unzip(copy);
    REQUIRE(holds(files, "message number 120"));
    files["the copy itself"] = read_file(copy);
    for (const auto& [name, bytes] : Files(files)) files["name of " + name] = name;
    for (const char* word : {"Privatetag", "Whimbrel", "message-tags", "privatetag", "whimbrel"}) {
      CAPTURE(word);
      CHECK_FALSE(holds(files, word));
      CHECK_FALSE(holds(files, crypto::to_hex(as_bytes(word))));
      CHECK_FALSE(holds(files, crypto::to_base64(as_bytes(word)).substr(0, 8)));
    }
    for (const EntryNumber sequence : at_home) {
      CHECK_FALSE(files.contains(copy_path::opening(sequence)));
      CHECK_FALSE(files.contains(copy_path::entry(sequence)));
    }
  }
}
