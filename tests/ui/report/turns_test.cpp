#include "ui/report/turns.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace daybook;
using namespace daybook::ui;
using namespace daybook::vault;

namespace {

// A copy of a part of a conversation, and its messages without a record.
struct MadeUp final : ReportOriginals {
  Result<Text> text(const CopyVersion&, std::size_t) override { return Error{ErrorCode::not_found, ""}; }
  Result<Bytes> picture(const CopyVersion&) override { return Error{ErrorCode::not_found, ""}; }
  Result<MediaFacts> media(const CopyVersion&) override { return Error{ErrorCode::not_found, ""}; }
  Result<void> messages(const CopyItem&, const UseMessage& use) override {
    for (const auto& [message, raw] : all) TRY(use(message, as_bytes(raw)));
    return {};
  }
  void add(std::uint64_t number, const std::string& time, const std::string& words) {
    ReadMessage message;
    message.number = number;
    message.from = "Mark";
    message.at = time;
    message.time = parse_local_time(time);
    message.text = words;
    all.emplace_back(message, time + " - Mark: " + words + "\n");
  }
  CopyItem part_of(std::uint64_t count) const {
    CopyItem item;
    item.versions.emplace_back();
    item.versions.back().path = "bag/data/000012-part.jsonl";
    item.part.emplace();
    item.part->messages.count = count;
    return item;
  }
  std::vector<std::pair<ReadMessage, std::string>> all;
};

std::vector<std::string> texts_of(const std::vector<ReportBlock>& blocks) {
  std::vector<std::string> texts;
  for (const ReportBlock& block : blocks) {
    std::string text;
    for (const ReportSpan& span : block.line) text += span.text;
    texts.push_back(text + (block.text.empty() ? "" : " | " + block.text));
  }
  return texts;
}

ReadMessage message_of(const std::string& at, const std::string& from, const std::string& text,
                       const std::string& file = "") {
  ReadMessage message;
  message.at = at;
  message.from = from;
  message.text = text;
  message.file = file;
  return message;
}

}  // namespace

TEST_CASE("the turns of a part say each day once, what is left out, silences, and notes behind what they are about") {
  MadeUp made;
  made.add(3, "2025-05-03T22:58", "where are you");
  made.add(4, "2025-05-03T22:59", "answer me");
  made.add(5, "2025-05-06T08:00", "I am sorry");
  made.add(9, "2025-05-06T09:00", "please");
  const auto blocks = turns_of(made.part_of(12), made, {{4, 5, {paragraph({ours("my note")})}}}).value();
  CHECK(texts_of(blocks) ==
        std::vector<std::string>{
            "4 of 12 messages stand here. Who wrote, when and what is how the program read the export. Where it leaves "
            "something out, the bytes stand below the message. The times are those that the telephone showed when the "
            "chat was exported.",
            "2 messages are not included here (#1 to #2).", "Saturday 3 May 2025", "#3  Mark  22:58 | where are you",
            "#4  Mark  22:59 | answer me",
            "No messages in the export from Saturday 3 May 2025, 22:59 to Tuesday 6 May 2025, 08:00.",
            "Tuesday 6 May 2025", "#5  Mark  08:00 | I am sorry", "my note",
            "3 messages are not included here (#6 to #8).", "#9  Mark  09:00 | please",
            "3 messages are not included here (#10 to #12)."});
}

TEST_CASE(
    "a conversation of several exports says what each adds and lacks, and of a part only that neighbours are silent") {
  MadeUp made;
  made.add(1, "2025-05-03T22:58", "where are you");
  made.add(2, "2025-05-06T08:00", "I am sorry");
  CopyItem joined = made.part_of(2);
  joined.exports = {{1, 0, 0, 0}, {1, 7, 2, 1}};
  const auto of_part = texts_of(turns_of(joined, made, {}).value());
  CHECK(of_part[3] ==
        "No messages between these two here, from Saturday 3 May 2025, 22:58 to Tuesday 6 May 2025, 08:00.");
  CHECK(of_part.size() == 6);
  made.all[1].first.source = 1;
  const auto by_later = texts_of(turns_of(joined, made, {}).value());
  REQUIRE(by_later.size() == 7);
  CHECK(
      by_later[1] ==
      "The conversation rests on 2 exports of the chat. Each keeps its order. \"New by export 2\" stands at a message "
      "that the exports before do not have, or have in another form.");
  made.all[1].first.source = 0;
  joined.part.reset();
  const auto of_whole = texts_of(turns_of(joined, made, {}).value());
  REQUIRE(of_whole.size() == 8);
  CHECK(of_whole[1] == by_later[1]);
  CHECK(
      of_whole[2] ==
      "Export 2 of 2: 7 messages are the same, byte for byte, as before. 1 message is new by it. 2 messages of earlier "
      "exports are missing in it, among those that it covers. 1 message may stand in it otherwise: with other words, "
      "from another sender, elsewhere, or once less. ");
}

TEST_CASE("of a very long part the rest is in the file, and the page says so") {
  MadeUp made;
  for (std::uint64_t n = 1; n <= kMostTurns + 7; ++n) made.add(n, "2025-05-03T22:58", "x");
  const auto texts = texts_of(turns_of(made.part_of(kMostTurns + 7), made, {}).value());
  CHECK(texts.size() == kMostTurns + 3);
  CHECK(texts.back() == "7 more messages are in the file data/000012-part.jsonl, and not on these pages.");
}

TEST_CASE("the bytes of a message stand below it where the turn leaves something out") {
  CHECK_FALSE(leaves_something_out(message_of("03/05/2025, 22:58:10", "S", "ok"), "[03/05/2025, 22:58:10] S: ok\r\n"));
  CHECK_FALSE(
      leaves_something_out(message_of("03/05/2025, 22:58", "S", "two\nlines"), "03/05/2025, 22:58 - S: two\nlines\n"));
  CHECK_FALSE(leaves_something_out(message_of("03/05/2025, 22:58", "", "a notice"), "03/05/2025, 22:58 - a notice\n"));
  CHECK_FALSE(leaves_something_out(message_of("03/05/2025, 22:58:10", "S", "ok"),
                                   "\u200e[03/05/2025, 22:58:10] S: \u200eok\r\n"));
  CHECK(leaves_something_out(message_of("03/05/2025, 22:58", "S", "ok"), "03/05/2025, 22:58 - S: ok, but not now\n"));
  CHECK(leaves_something_out(message_of("03/05/2025, 22:58", "S", "other words"), "03/05/2025, 22:58 - S: ok\n"));
  CHECK(leaves_something_out(message_of("03/05/2025, 22:58", "Mark", "ok"), "03/05/2025, 22:58 - S: ok\n"));
  CHECK(leaves_something_out(message_of("03/05/2025, 22:58", "S", "ok"), "03/05/2025, 22:58 - S: ok\xff\n"));
}

TEST_CASE("an error of an original ends the turns") {
  struct Failing final : ReportOriginals {
    Result<Text> text(const CopyVersion&, std::size_t) override { return Error{ErrorCode::damaged, ""}; }
    Result<Bytes> picture(const CopyVersion&) override { return Error{ErrorCode::damaged, ""}; }
    Result<MediaFacts> media(const CopyVersion&) override { return Error{ErrorCode::damaged, ""}; }
    Result<void> messages(const CopyItem&, const UseMessage&) override { return Error{ErrorCode::damaged, "x"}; }
  } failing;
  CHECK(turns_of(MadeUp().part_of(1), failing, {}).error().code == ErrorCode::damaged);
}

TEST_CASE("what an export has in the place of a message stands at it, and a part tells nothing of what is not in it") {
  using Instead = NotRepeated::Instead;
  MadeUp made;
  made.add(69, "2025-03-15T08:02", "come home");
  made.add(70, "2025-03-15T08:02", "I am sorry");
  made.add(71, "2025-03-15T08:02", "This message was deleted");
  made.all[2].first.source = 1;
  CopyItem part = made.part_of(80);
  part.exports.resize(3);
  part.exports_kept = {
      {EntryNumber{2}, 1'764'000'000, false}, {EntryNumber{9}, 1'764'086'400, false}, {std::nullopt, 0, false}};
  part.not_repeated = {{69, 1}, {70, 1, Instead::other, 71}, {71, 2, Instead::other, 75}};
  part.part->runs = {{69, 71}};
  const auto marks_of = [](const std::vector<std::string>& texts) {
    std::vector<std::string> marks;
    for (const std::string& text : texts) {
      const std::size_t at = text.find("  [");
      if (at != std::string::npos) marks.push_back(text.substr(at + 2, text.find(" | ") - at - 2));
    }
    return marks;
  };
  auto texts = texts_of(turns_of(part, made, {}).value());
  CHECK(marks_of(texts) ==
        std::vector<std::string>{"[not in export 2]", "[export 2 has #71 of its time and sender]",
                                 "[new by export 2]  [not as it stands here in export 3]  [of the time and sender of "
                                 "#70, which an earlier export has]"});
  CHECK(texts[2].starts_with("\"Not in export 2\" stands at a message of an earlier export"));
  CHECK(texts[3] ==
        "Export 1 was kept in this record on 24 November 2025, 16:00:00 UTC (log entry 2). Export 2 was kept in this "
        "record on 25 November 2025, 16:00:00 UTC (log entry 9). Export 3 is not in this record any more. What has no "
        "\"new by\" stands in export 1.");
  part.part->runs = {{71, 71}};
  made.all.erase(made.all.begin(), made.all.begin() + 2);
  texts = texts_of(turns_of(part, made, {}).value());
  CHECK(marks_of(texts) == std::vector<std::string>{"[new by export 2]  [not as it stands here in export 3]"});
  part.part.reset();
  CHECK(marks_of(texts_of(turns_of(part, made, {}).value())) ==
        std::vector<std::string>{"[new by export 2]  [export 3 has #75 of its time and sender]  [of the time and "
                                 "sender of #70, which an earlier export has]"});
}

TEST_CASE("a part of what one of several exports brought says when that one was kept, and nothing of the others") {
  MadeUp made;
  made.add(3, "2025-03-15T08:02", "come home");
  CopyItem part = made.part_of(80);
  part.exports.resize(2);
  part.exports_kept = {{EntryNumber{2}, 1'764'000'000, false}, {EntryNumber{9}, 1'764'086'400, false}};
  const auto texts = texts_of(turns_of(part, made, {}).value());
  CHECK(texts[1] == "Export 1 was kept in this record on 24 November 2025, 16:00:00 UTC (log entry 2). ");
  part.exports_kept[0].is_pasted = part.exports_kept[1].is_pasted = true;
  CHECK(texts_of(turns_of(part, made, {}).value())[1] ==
        "Export 1 was kept in this record on 24 November 2025, 16:00:00 UTC (log entry 2). The keeper pasted export 1: "
        "it is no file that a telephone made. ");
  part.exports.clear();
  part.exports_kept.resize(1);
  CHECK(texts_of(turns_of(part, made, {}).value())[1].starts_with("The keeper says that she pasted this chat."));
  part.exports_kept[0].is_pasted = false;
  CHECK_FALSE(texts_of(turns_of(part, made, {}).value())[1].starts_with("The keeper says"));
  for (const std::string& text : texts) CHECK(text.find("xport 2") == std::string::npos);
}
