#include "vault/intake/chat/keep_chat.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/kept_chat.h"
#include "tests/support/made_zip.h"
#include "vault/intake/chat/check_conversations.h"
#include "vault/intake/chat/messages_root.h"
#include "vault/intake/text_index.h"
#include "vault/record/notes_on_messages.h"
#include "vault/record/search_index.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// Whether a check finds nothing, and looked at so many readings.
bool is_clean(Record& record, std::uint64_t readings) {
  CheckReport report = record.check().value();
  const auto checked = check_conversations(record, report).value();
  for (const CheckFinding& finding : report.findings) UNSCOPED_INFO(finding.what);
  return report.findings.empty() && checked.readings == readings && checked.without_export.empty();
}

std::size_t index_all(Record& record) {
  OwnRecord access(record);
  return index_texts(access).value();
}

constexpr const char* kUnclear =
    "03/05/2025, 10:00 - S: one\n"
    "03/05/2025, 10:01 - Mark: two\n"
    "04/05/2025, 10:02 - S: three\n";

}  // namespace

TEST_CASE("an export becomes a conversation whose messages are read wherever one looks") {
  RecordFixture fixture;
  const auto kept = keep_chat(fixture, chat_of(1000));
  CHECK(kept.is_new);
  CHECK(kept.version == 1);
  CHECK(kept.outline.messages == 1000);
  const Conversation conversation = open_conversation(fixture.record(), kept.conversation).value();
  CHECK(conversation.heading == "WhatsApp Chat with Mark");
  CHECK(conversation.outline.senders == std::map<std::string, std::uint64_t>{{"Mark", 499}, {"S", 500}});
  for (const std::uint64_t first : {1u, 2u, 64u, 65u, 500u, 999u, 1000u}) {
    const auto messages = read_messages(fixture.record(), conversation, first, 3).value();
    REQUIRE(messages.size() == std::min<std::uint64_t>(3, 1001 - first));
    for (std::size_t i = 0; i < messages.size(); ++i) {
      CHECK(messages[i].number == first + i);
      if (first + i > 1) CHECK(messages[i].text == "message number " + std::to_string(first + i));
    }
  }
  CHECK(read_messages(fixture.record(), conversation, 1001, 3)->empty());
  CHECK(read_messages(fixture.record(), conversation, 0, 3)->empty());
  CHECK(is_clean(fixture.record(), 1));
}

TEST_CASE("the same export read again in the same way adds nothing; another order of dates adds a reading") {
  RecordFixture fixture;
  const auto first = keep_chat(fixture, kUnclear);
  CHECK(first.outline.with(MessageMark::unclear_time) == 3);
  const auto again = keep_chat(fixture, kUnclear);
  CHECK_FALSE(again.is_new);
  CHECK(again.conversation == first.conversation);
  CHECK(again.outline == open_conversation(fixture.record(), first.conversation)->outline);
  const auto american = keep_chat(fixture, kUnclear, {DateOrder::month_day_year, ""});
  CHECK(american.is_new);
  CHECK(american.conversation == first.conversation);
  CHECK(american.version == 2);
  const Conversation conversation = open_conversation(fixture.record(), first.conversation).value();
  CHECK(conversation.head.order_by == OrderBy::asked);
  CHECK(to_text(*read_messages(fixture.record(), conversation, 3, 1)->front().time) == "2025-04-05T10:02");
  CHECK(is_clean(fixture.record(), 2));
}

TEST_CASE("senders are kept by whatever name they have, and a chat with such names keeps no other back") {
  RecordFixture fixture;
  const std::vector<std::string> names{"René",       "Дмитрий", "محمد", "Mark ❤️", "\u202a+44 7700 900123\u202c",
                                       "~\u202fMark"};
  std::string text;
  int minute = 10;
  for (const std::string& name : names)
    text += "13/05/2025, 10:" + std::to_string(minute++) + " - " + name + ": hello\n";
  const auto kept = keep_chat(fixture, text);
  const Conversation conversation = open_conversation(fixture.record(), kept.conversation).value();
  for (const std::string& name : names) CHECK(conversation.outline.senders.contains(name));
  CHECK(keep_chat(fixture, chat_of(10)).is_new);
  CHECK(is_clean(fixture.record(), 2));
}

TEST_CASE("a chat that another program saved in an old encoding is kept, with U+FFFD for what is no UTF-8") {
  RecordFixture fixture;
  std::string text;
  int minute = 10;
  for (const char* name : {"Jos\xe9", "S\xff", "S\xc3", "S\xed\xa0\xbd", "S\xc0\xaf"})
    text += "13/05/2025, 10:" + std::to_string(minute++) + " - " + name + ": caf\xe9\n";
  const auto kept = keep_chat(fixture, text + "13/05/2025, 11:00 - Mark: IMG-\xff.jpg (file attached)\n");
  CHECK(kept.outline.messages == 6);
  const Conversation conversation = open_conversation(fixture.record(), kept.conversation).value();
  CHECK(conversation.outline.senders.contains("Jos\xef\xbf\xbd"));
  const auto messages = read_messages(fixture.record(), conversation, 1, 6).value();
  CHECK(messages[0].from == "Jos\xef\xbf\xbd");
  CHECK(messages[0].text == "caf\xef\xbf\xbd");
  CHECK(messages[3].from == "S\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  CHECK(messages[5].file == "IMG-\xef\xbf\xbd.jpg");
  CHECK(is_clean(fixture.record(), 1));
}

TEST_CASE("a chat in a ZIP is called as its text, and one of an iPhone as its folder, or as the ZIP") {
  const auto titles_of = [](const std::vector<std::string>& entries) {
    RecordFixture fixture;
    std::vector<MadeEntry> made;
    for (const std::string& entry : entries) made.push_back({entry, made_chat("from " + entry)});
    const auto kept = keep_bytes(fixture.record(), as_bytes(made_zip(made)), "WhatsApp Chat - M.zip", {});
    OwnRecord access(fixture.record());
    const auto read = read_kept_chat(access, kept->outcome.item, {}, {}, ArchiveReader(DAYBOOK_ARCHIVE_READER));
    std::vector<std::string> titles;
    for (const KeptConversation& one : read.value().conversations)
      titles.push_back(open_conversation(fixture.record(), one.conversation)->heading);
    return titles;
  };
  using Titles = std::vector<std::string>;
  CHECK(titles_of({"Mark/_chat.txt", "all/Mr. S/_chat.txt", "_chat.txt", "b/Chat with Ana.txt"}) ==
        Titles{"Mark", "Mr. S", "WhatsApp Chat - M", "Chat with Ana"});
  CHECK(titles_of({"_chat.txt"}) == Titles{"WhatsApp Chat - M"});
  CHECK(titles_of({"Mark/_chat.txt"}) == Titles{"Mark"});
  CHECK(titles_of({"chat.txt"}) == Titles{"WhatsApp Chat - M"});
}

TEST_CASE("what of a ZIP is not read is told beside what is") {
  RecordFixture fixture;
  const std::string mark = made_chat("Mark"), ana = made_chat("Ana");
  const auto zip = made_zip({{"Mark.txt", mark}, {"Ana.txt", ana}, {"Ana.txt", mark}});
  const auto kept = keep_bytes(fixture.record(), as_bytes(zip), "chats.zip", {});
  OwnRecord access(fixture.record());
  const auto read = read_kept_chat(access, kept->outcome.item, {}, {}, ArchiveReader(DAYBOOK_ARCHIVE_READER)).value();
  REQUIRE(read.conversations.size() == 1);
  CHECK(open_conversation(fixture.record(), read.conversations[0].conversation)->heading == "Mark");
  REQUIRE(read.unread.size() == 1);
  CHECK(read.unread[0].entry == "Ana.txt");
}

TEST_CASE("what is no export of a chat stays a kept file, and nothing else is added") {
  RecordFixture fixture;
  const ItemNumber file = fixture.add_file("notes.txt", as_bytes("milk\nbread\n"));
  OwnRecord access(fixture.record());
  CHECK(read_kept_chat(access, file, {}).error().code == ErrorCode::unsupported);
  CHECK(read_kept_chat(access, fixture.add_words("two words"), {}).error().code == ErrorCode::usage);
  CHECK(read_kept_chat(access, ItemNumber{99}, {}).error().code == ErrorCode::not_found);
  CHECK(all_conversations(fixture.record())->empty());
  CHECK(fixture.record().count().value() == 2);
}

TEST_CASE("a reading that is stopped leaves no conversation and no stored file") {
  RecordFixture fixture;
  const auto kept = keep_bytes(fixture.record(), as_bytes(chat_of(20000)), "chat.txt", {});
  OwnRecord access(fixture.record());
  const auto stopped = read_kept_chat(access, kept->outcome.item, {}, [](std::uint64_t) { return false; });
  CHECK(stopped.error().code == ErrorCode::cancelled);
  CHECK(all_conversations(fixture.record())->empty());
  fixture.reopen();
  CHECK(fixture.record().check()->unknown_objects.empty());
  CHECK(fixture.record().vault().objects().list()->objects.size() == 1);
}

TEST_CASE("the log says of a reading how many messages it has, and the root of their tree") {
  RecordFixture fixture;
  const auto kept = keep_chat(fixture, chat_of(100));
  const Item item = fixture.record().item(kept.conversation).value();
  const auto entry = parse_entry(fixture.record().log().entry_line(item.newest().sequence).value());
  CHECK(entry->type == entry_type::kAdd);
  const auto logged = messages_of(*entry);
  REQUIRE(logged);
  CHECK(logged->count == 100);
  const auto reading = fixture.record().open_version(item.newest()).value();
  const std::string text = chat_of(100);
  MemorySource source(as_bytes(text));
  CHECK(messages_root_of(*reading, {&source}).value() == *logged);
  std::string other = text;
  other[other.size() - 2] = '1';
  MemorySource changed(as_bytes(other));
  CHECK(messages_root_of(*reading, {&changed}).value() != *logged);
  MemorySource shorter(as_bytes(text).first(50));
  CHECK(messages_root_of(*reading, {&shorter}).error().code == ErrorCode::damaged);
}

TEST_CASE("messages are found in the index by words, by sender and by month, and the conversation by its words") {
  RecordFixture fixture;
  const auto kept = keep_chat(fixture, chat_of(30000));
  CHECK(found(fixture.record(), "17777").empty());
  CHECK(index_all(fixture.record()) == 0);
  const auto find = [&](const std::string& words, const std::vector<std::string>& filters, std::uint64_t first = 1) {
    return find_messages(fixture.record(), kept.conversation, parse_search(words), filters, first, 3).value();
  };
  CHECK(find("17777", {}) == std::vector<std::uint64_t>{17777});
  CHECK(find("number", {}) == std::vector<std::uint64_t>{2, 3, 4});
  CHECK(find("number", {}, 29999) == std::vector<std::uint64_t>{29999, 30000});
  CHECK(find("number", {sender_term("Mark")}) == std::vector<std::uint64_t>{3, 5, 7});
  CHECK(find("", {sender_term("S"), month_term({1'748'736'000, false})}).size() == 3);  // June 2025
  CHECK(find("", {}).empty());
  CHECK(find("Mark", {}).empty());  // a sender is no word of a message
  CHECK(found(fixture.record(), "17777") == std::vector{kept.conversation, ItemNumber{1}});  // and the export
  CHECK(found(fixture.record(), "mark") == std::vector{kept.conversation, ItemNumber{1}});
}

TEST_CASE("notes beside messages stay beside them when a newer reading numbers them otherwise") {
  RecordFixture fixture;
  const auto kept = keep_chat(fixture, kUnclear);
  const Conversation first = open_conversation(fixture.record(), kept.conversation).value();
  const auto note = add_note_on(fixture.record(), first, 2, 3, "I was in the bathroom.");
  REQUIRE(note.ok());
  CHECK(add_note_on(fixture.record(), first, 3, 4, "too far").error().code == ErrorCode::usage);
  CHECK(add_note_on(fixture.record(), first, 0, 1, "too early").error().code == ErrorCode::usage);
  const auto places = [&] {
    return notes_on_messages(fixture.record(), open_conversation(fixture.record(), kept.conversation).value()).value();
  };
  REQUIRE(places().placed.size() == 1);
  CHECK(places().placed[0].first == 2);
  keep_chat(fixture, kUnclear, {DateOrder::month_day_year, ""});
  REQUIRE(places().placed.size() == 1);
  CHECK(places().placed[0].note == note->item);
  CHECK(places().placed[0].first == 2);
  CHECK(places().placed[0].last == 3);
  CHECK(places().not_placed.empty());
  REQUIRE(fixture.record().rewrite_note(note->item, "I was in the bathroom, with the door locked.").ok());
  CHECK(places().placed.size() == 1);
  CHECK(is_clean(fixture.record(), 2));
}

TEST_CASE("silences, backward jumps and deleted messages are found where they are") {
  RecordFixture fixture;
  std::string text = chat_of(200);
  text += "20/07/2025, 10:00 - Mark: after a long time\n";
  text += "20/07/2025, 09:00 - S: earlier\n";
  text += "20/07/2025, 11:00 - Mark: This message was deleted\n";
  const auto kept = keep_chat(fixture, text);
  const Conversation conversation = open_conversation(fixture.record(), kept.conversation).value();
  const auto silences = marked_messages(fixture.record(), conversation, MessageMark::silence, 1, 10).value();
  REQUIRE(silences.size() == 1);
  CHECK(silences[0].message.number == 201);
  CHECK(silent_days(silences[0].before, silences[0].message.time) == conversation.outline.longest_silence_days);
  CHECK(conversation.outline.longest_silence_before == 201);
  CHECK(marked_messages(fixture.record(), conversation, MessageMark::out_of_order, 1, 10)->front().message.number ==
        202);
  CHECK(marked_messages(fixture.record(), conversation, MessageMark::deleted, 1, 10)->front().message.number == 203);
  CHECK(marked_messages(fixture.record(), conversation, MessageMark::deleted, 204, 10)->empty());
  const std::int64_t july = 1'752'969'600;  // 20 July 2025, 00:00
  CHECK(first_message_since(fixture.record(), conversation, july).value() == 201u);
  CHECK(first_message_since(fixture.record(), conversation, 0).value() == 1u);
  CHECK_FALSE(first_message_since(fixture.record(), conversation, july + 86'400).value());
}

TEST_CASE("a conversation that is removed leaves nothing, and one without its export says so in a check") {
  RecordFixture fixture;
  const auto kept = keep_chat(fixture, chat_of(500));
  index_all(fixture.record());
  REQUIRE(fixture.record().remove(ItemNumber{1}).ok());
  CheckReport report = fixture.record().check().value();
  CHECK(check_conversations(fixture.record(), report)->without_export == std::vector{kept.conversation});
  CHECK(report.findings.empty());
  REQUIRE(fixture.record().remove(kept.conversation).ok());
  for (const char* table : {"message_blocks", "conversations", "search_texts", "openings"}) {
    Statement row = fixture.record().vault().database().prepare(std::string("SELECT count(*) FROM ") + table).value();
    REQUIRE(row.step().value());
    CHECK(row.integer(0) == 0);
  }
  CHECK(is_clean(fixture.record(), 0));
}

TEST_CASE("a check finds what is derived from a reading in another way, and a reading with other messages") {
  RecordFixture fixture;
  const auto kept = keep_chat(fixture, chat_of(500));
  Database& database = fixture.record().vault().database();
  REQUIRE(database.execute("UPDATE conversations SET messages = 499").ok());
  CheckReport report;
  REQUIRE(check_conversations(fixture.record(), report).ok());
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].item == kept.conversation);
}
