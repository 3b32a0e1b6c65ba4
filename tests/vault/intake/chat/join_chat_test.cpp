#include <catch2/catch_test_macros.hpp>

#include "tests/support/chat_lines.h"
#include "vault/intake/chat/check_conversations.h"
#include "vault/intake/text_index.h"
#include "vault/record/notes_on_messages.h"
#include "vault/record/search_index.h"
#include "vault/record/tags_on_messages.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

// A record that gets exports of one chat.
struct Chat {
  KeptConversation keep(std::size_t first, std::size_t end, const SaidOfChat& said = {}) {
    return keep_chat(fixture, export_of(lines, first, end), said);
  }
  Conversation open(ItemNumber number) { return open_conversation(fixture.record(), number).value(); }
  // The last words of every message.
  std::vector<std::string> words(ItemNumber number) {
    std::vector<std::string> words;
    for (const ReadMessage& message : read_messages(fixture.record(), open(number), 1, 10'000).value())
      words.push_back(message.text.substr(message.text.rfind(' ') + 1));
    return words;
  }
  bool is_clean(std::uint64_t readings) {
    CheckReport report = fixture.record().check().value();
    const auto checked = check_conversations(fixture.record(), report).value();
    for (const CheckFinding& finding : report.findings) UNSCOPED_INFO(finding.what);
    return report.findings.empty() && checked.readings == readings;
  }

  std::vector<std::string> lines = chat_lines(300);
  RecordFixture fixture;
};

}  // namespace

TEST_CASE("a later export of the same chat is joined to the conversation by itself") {
  Chat chat;
  const auto first = chat.keep(0, 200);
  CHECK_FALSE(first.is_joined);
  const auto second = chat.keep(150, 300);
  CHECK(second.is_joined);
  CHECK(second.is_new);
  CHECK(second.conversation == first.conversation);
  CHECK(second.version == 2);
  CHECK(second.source == 1);
  CHECK(second.outline.sources == std::vector<SourceOverlap>{{200, 0, 0, 0}, {100, 50, 0, 0}});
  const Conversation conversation = chat.open(first.conversation);
  CHECK(conversation.head.sources.size() == 2);
  CHECK(conversation.outline == second.outline);
  const auto words = chat.words(first.conversation);
  REQUIRE(words.size() == 300);
  for (std::size_t i = 1; i < words.size(); ++i) CHECK(words[i] == std::to_string(i + 1));
  CHECK(all_conversations(chat.fixture.record())->size() == 1);
  CHECK(chat.is_clean(2));
}

TEST_CASE("messages that a later export lacks or has in another form are found one by one") {
  Chat chat;
  const ItemNumber number = chat.keep(0, 170).conversation;
  std::vector<std::string> lines = chat.lines;
  lines.erase(lines.begin() + 119, lines.begin() + 121);
  const std::string line = lines[147];
  lines[147].replace(line.find("message number"), 14, "another");
  const auto later = keep_chat(chat.fixture, export_of(lines, 100, 200));
  REQUIRE(later.conversation == number);
  CHECK(later.outline.sources[1] == SourceOverlap{33, 67, 2, 1});
  const Conversation conversation = chat.open(number);
  CHECK(conversation.outline == later.outline);
  CHECK(conversation.outline.not_repeated ==
        std::vector<NotRepeated>{{120, 1}, {121, 1}, {150, 1, NotRepeated::Instead::other, 151}});
  CHECK(conversation.outline.with(MessageMark::missing_later) == 2);
  CHECK(conversation.outline.with(MessageMark::other_later) == 1);
  const auto marked = [&](MessageMark mark, std::uint64_t first, std::size_t count) {
    std::vector<std::uint64_t> numbers;
    for (const auto& one : marked_messages(chat.fixture.record(), conversation, mark, first, count).value())
      numbers.push_back(one.message.number);
    return numbers;
  };
  CHECK(marked(MessageMark::missing_later, 1, 10) == std::vector<std::uint64_t>{120, 121});
  CHECK(marked(MessageMark::missing_later, 121, 10) == std::vector<std::uint64_t>{121});
  CHECK(marked(MessageMark::missing_later, 1, 1) == std::vector<std::uint64_t>{120});
  CHECK(marked(MessageMark::other_later, 1, 10) == std::vector<std::uint64_t>{150});
  CHECK(marked(MessageMark::other_later, 151, 10).empty());
  CHECK(chat.is_clean(2));
}

TEST_CASE("an export that was joined is read once, and so is the one before it") {
  Chat chat;
  chat.keep(0, 200);
  chat.keep(150, 300);
  for (const auto& [first, end] : {std::pair(0, 200), std::pair(150, 300)}) {
    const auto again = chat.keep(static_cast<std::size_t>(first), static_cast<std::size_t>(end));
    CHECK_FALSE(again.is_new);
    CHECK_FALSE(again.is_joined);
    CHECK(again.version == 2);
    CHECK(again.source == (first == 0 ? 0 : 1));
  }
  CHECK(chat.is_clean(2));
}

TEST_CASE("a third export is joined, and one that adds no message says which messages it does not have") {
  Chat chat;
  chat.keep(0, 200);
  chat.keep(150, 300);
  const auto inside = keep_chat(chat.fixture, export_of(chat.lines, 20, 100) + export_of(chat.lines, 105, 250));
  CHECK(inside.is_joined);
  CHECK(inside.version == 3);
  CHECK(inside.outline.messages == 300);
  CHECK(inside.outline.sources[2] == SourceOverlap{0, 225, 5, 0});
  CHECK(chat.words(inside.conversation).size() == 300);
  CHECK(chat.is_clean(3));
}

TEST_CASE("notes stay beside their messages when an export is joined, also where they were beside a repeat") {
  Chat chat;
  const auto kept = chat.keep(100, 300);
  const auto note = add_note_on(chat.fixture.record(), chat.open(kept.conversation), 11, 12, "I was at work.").value();
  chat.keep(0, 200);
  const auto early = add_note_on(chat.fixture.record(), chat.open(kept.conversation), 5, 5, "Before that.").value();
  chat.keep(50, 250);
  const auto notes = notes_on_messages(chat.fixture.record(), chat.open(kept.conversation)).value();
  CHECK(notes.not_placed.empty());
  REQUIRE(notes.placed.size() == 2);
  CHECK(notes.placed[0].note == early.item);
  CHECK(notes.placed[0].first == 5);
  CHECK(notes.placed[1].note == note.item);
  CHECK(notes.placed[1].first == 111);
  CHECK(notes.placed[1].last == 112);
}

TEST_CASE("tags stay on their messages when an export is joined, and what is said of them then is said of the newest") {
  Chat chat;
  const auto kept = chat.keep(100, 300);
  const auto tag = [&](const MessageRun& run, const std::vector<std::string>& given,
                       const std::vector<std::string>& taken = {}) {
    REQUIRE(tag_messages(chat.fixture.record(), chat.open(kept.conversation), run, given, taken).ok());
  };
  const auto with = [&](const char* wanted) {
    return messages_with(tags_on_messages(chat.fixture.record(), chat.open(kept.conversation)).value(), {wanted});
  };
  tag({11, 14}, {"money"});
  chat.keep(0, 200);
  CHECK(with("money") == std::vector<MessageRun>{{111, 114}});
  tag({114, 115}, {"money"});
  CHECK(with("money") == std::vector<MessageRun>{{111, 115}});
  tag({5, 5}, {"home"});
  chat.keep(50, 250);
  CHECK(with("money") == std::vector<MessageRun>{{111, 115}});
  CHECK(with("home") == std::vector<MessageRun>{{5, 5}});
  tag({112, 112}, {}, {"money"});
  CHECK(with("money") == std::vector<MessageRun>{{111, 111}, {113, 115}});
  CHECK(tags_on_messages(chat.fixture.record(), chat.open(kept.conversation))->not_placed.empty());
  CHECK(chat.is_clean(3));
}

TEST_CASE("a chat that is kept apart is a conversation of its own, and can be joined by hand") {
  Chat chat;
  const auto first = chat.keep(0, 200);
  SaidOfChat apart;
  apart.is_apart = true;
  const auto second = chat.keep(150, 300, apart);
  CHECK_FALSE(second.is_joined);
  CHECK(second.conversation != first.conversation);
  CHECK_FALSE(chat.keep(150, 300, apart).is_new);
  SaidOfChat by_hand;
  by_hand.join = first.conversation;
  const auto joined = chat.keep(150, 300, by_hand);
  CHECK(joined.is_joined);
  CHECK(joined.conversation == first.conversation);
  CHECK(joined.outline.messages == 300);
  CHECK_FALSE(chat.keep(150, 300, by_hand).is_new);
  CHECK(chat.open(second.conversation).outline.messages == 150);
  CHECK(chat.is_clean(3));
}

TEST_CASE("few messages in common are told of, and are joined by hand alone") {
  Chat chat;
  const auto first = chat.keep(0, 200);
  const auto few = chat.keep(195, 300);
  CHECK_FALSE(few.is_joined);
  CHECK(few.alike == first.conversation);
  const auto none = chat.keep(200, 290);  // these are of the second conversation
  CHECK(none.is_joined);
  CHECK(none.conversation == few.conversation);
  SaidOfChat by_hand;
  by_hand.join = first.conversation;
  CHECK(chat.keep(195, 300, by_hand).outline.messages == 300);
}

TEST_CASE("what cannot be joined by hand says why, and adds nothing") {
  Chat chat;
  const auto first = chat.keep(0, 100);
  OwnRecord access(chat.fixture.record());
  const auto error = [&](const std::string& text, SaidOfChat said) {
    const auto kept = keep_bytes(chat.fixture.record(), as_bytes(text), "other.txt", {});
    return read_kept_chat(access, kept->outcome.item, said).error().code;
  };
  const std::string other = export_of(chat.lines, 150, 200);
  CHECK(error(other, {{}, "", false, first.conversation}) == ErrorCode::does_not_match);
  CHECK(error(other, {{}, "", false, ItemNumber{1}}) == ErrorCode::usage);
  CHECK(error(other, {{}, "", false, ItemNumber{99}}) == ErrorCode::not_found);
  CHECK(error(other, {{}, "", true, first.conversation}) == ErrorCode::usage);
  REQUIRE(chat.fixture.record().remove(ItemNumber{1}).ok());
  CHECK(error(export_of(chat.lines, 50, 150), {{}, "", false, first.conversation}) == ErrorCode::not_found);
  CHECK_FALSE(chat.keep(50, 151).is_joined);
  CHECK(chat.open(first.conversation).version.number == 1);
}

TEST_CASE("another order of dates reads all exports of a conversation anew") {
  Chat chat;
  chat.lines = {};
  for (int day = 1; day <= 12; ++day) {
    for (int minute = 10; minute < 15; ++minute)
      chat.lines.push_back((day < 10 ? "0" : "") + std::to_string(day) + "/05/2025, 10:" + std::to_string(minute) +
                           (minute % 2 == 0 ? " - S: words\n" : " - Mark: words\n"));
  }
  chat.keep(0, 40);
  const auto joined = chat.keep(20, 60);
  REQUIRE(joined.is_joined);
  CHECK(joined.outline.with(MessageMark::unclear_time) == 55);  // all but those of 5 May
  const auto american = chat.keep(0, 40, {DateOrder::month_day_year, ""});
  CHECK(american.conversation == joined.conversation);
  CHECK(american.version == 3);
  CHECK(american.moves_days);
  CHECK_FALSE(joined.moves_days);
  CHECK(american.outline.messages == 60);
  CHECK(american.outline.with(MessageMark::unclear_time) == 0);
  CHECK(to_text(*read_messages(chat.fixture.record(), chat.open(joined.conversation), 60, 1)->front().time) ==
        "2025-12-05T10:14");
  CHECK(chat.is_clean(3));
}

TEST_CASE("an export whose dates are none in the order that she said of a conversation is kept apart from it") {
  Chat chat;
  std::string unclear, month_first;
  for (int minute = 10; minute < 40; ++minute)
    unclear += "03/05/2025, 10:" + std::to_string(minute) + (minute % 2 == 0 ? " - S: words\n" : " - Mark: words\n");
  month_first = unclear + "05/13/2025, 10:00 - Mark: words\n";
  const auto first = keep_chat(chat.fixture, unclear, {DateOrder::day_month_year, ""});
  const auto second = keep_chat(chat.fixture, month_first);
  CHECK_FALSE(second.is_joined);
  CHECK(second.conversation != first.conversation);
  CHECK(second.outline.with(MessageMark::unclear_time) == 0);
  CHECK(chat.is_clean(2));
}

TEST_CASE("an export that would give the messages of a conversation other days is not joined by itself") {
  Chat chat;
  std::string unclear;
  for (int minute = 10; minute < 40; ++minute)
    unclear += "03/05/2025, 10:" + std::to_string(minute) + (minute % 2 == 0 ? " - S: words\n" : " - Mark: words\n");
  const auto first = keep_chat(chat.fixture, unclear);
  const std::string one_line_more = unclear + "05/13/2025, 10:00 - Mark: one line more\n";
  const auto second = keep_chat(chat.fixture, one_line_more);
  CHECK(second.conversation != first.conversation);
  CHECK(second.alike == first.conversation);
  CHECK(chat.open(first.conversation).version.number == 1);
  SaidOfChat said;
  said.join = first.conversation;
  const auto by_hand = keep_chat(chat.fixture, one_line_more, said);  // she may know better
  CHECK(by_hand.is_joined);
  CHECK(by_hand.moves_days);
}

TEST_CASE("the messages of a joined conversation are found by their words under their numbers") {
  Chat chat;
  const auto first = chat.keep(0, 200);
  chat.keep(150, 300);
  OwnRecord access(chat.fixture.record());
  REQUIRE(index_texts(access).ok());
  const auto find = [&](const std::string& words) {
    return find_messages(chat.fixture.record(), first.conversation, parse_search(words), {}, 1, 3).value();
  };
  CHECK(find("170") == std::vector<std::uint64_t>{170});
  CHECK(find("270") == std::vector<std::uint64_t>{270});
}
