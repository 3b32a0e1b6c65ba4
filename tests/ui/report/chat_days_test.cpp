// Conversations, and notes about messages, stand in index and chronology at the days of their messages.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/kept_chat.h"
#include "ui/report/index_pages.h"
#include "vault/record/notes_on_messages.h"

using namespace daybook;
using namespace daybook::test;
using namespace daybook::ui;
using namespace daybook::vault;

namespace {

constexpr const char* kChat =
    "13/05/2025, 10:00 - S: one\n"
    "13/05/2025, 22:58 - Mark: two\n"
    "14/05/2025, 00:10 - S: three\n"
    "20/05/2025, 09:00 - Mark: four\n"
    "01/06/2025, 09:00 - S: five\n";

// The rows of all tables of a page, each as one text.
std::vector<std::string> rows_of(const ReportPage& page) {
  std::vector<std::string> rows;
  for (const ReportBlock& block : page.blocks) {
    for (const auto& row : block.rows) {
      std::string text;
      for (const ReportLine& cell : row) {
        for (const ReportSpan& span : cell) text += span.text;
        text += " | ";
      }
      rows.push_back(text);
    }
  }
  return rows;
}

struct Chat {
  explicit Chat(const char* text = kChat) : kept(keep_chat(fixture, text)) {}

  ItemNumber note(std::uint64_t first, std::uint64_t last, const Answers& answers = {}) {
    const Conversation conversation = open_conversation(fixture.record(), kept.conversation).value();
    return add_note_on(fixture.record(), conversation, first, last, "I was in the bathroom.", answers).value().item;
  }
  CopySnapshot snapshot(const std::vector<MessageRun>& runs, std::vector<ItemNumber> items = {}) {
    items.push_back(kept.conversation);
    SnapshotRequest request = fixture.contents(items);
    if (!runs.empty()) request.parts[kept.conversation] = runs;
    return preview_snapshot(fixture.record(), request).value();
  }
  // The whole conversation, with its export.
  CopySnapshot whole(std::vector<ItemNumber> items = {}) {
    items.push_back(fixture.record()
                        .items_with(open_conversation(fixture.record(), kept.conversation)->head.sources[0].sha256)
                        .value()
                        .front());
    return snapshot({}, std::move(items));
  }
  // The rows of the chronology that show an item, by its number.
  std::vector<std::string> of(ItemNumber item, const CopySnapshot& copy) const {
    std::vector<std::string> rows = rows_of(chronology_page(copy));
    std::erase_if(rows, [&](const std::string& row) { return row.find("| " + item_text(item) + " |") == row.npos; });
    return rows;
  }

  CopyFixture fixture;
  KeptConversation kept;
};

bool begins(const std::string& text, const std::string& with) { return text.starts_with(with); }

}  // namespace

TEST_CASE("a whole conversation stands at its first and its last message, and the export is said to say so") {
  Chat chat;
  const auto rows = chat.of(chat.kept.conversation, chat.whole());
  REQUIRE(rows.size() == 1);
  CHECK(begins(rows[0], "13 May 2025 \u2013 1 June 2025 (first and last message), export says | "));
}

TEST_CASE("a part stands at each of its days, in the order of time, and at no day of a message that stays home") {
  Chat chat;
  const ItemNumber between = chat.fixture.add_words("between", {{"when", "14 May 2025"}});
  const CopySnapshot copy = chat.snapshot({{2, 3}, {5, 5}}, {between});
  const auto rows = chat.of(chat.kept.conversation, copy);
  REQUIRE(rows.size() == 2);
  CHECK(begins(rows[0], "13 May 2025 \u2013 14 May 2025, export says | "));
  CHECK(begins(rows[1], "1 June 2025, export says | "));
  std::string all;
  for (const std::string& row : rows_of(chronology_page(copy))) all += row + "\n";
  CHECK(all.find("13 May 2025 \u2013") < all.find("14 May 2025, keeper says"));
  CHECK(all.find("14 May 2025, keeper says") < all.find("1 June 2025, export"));
  CHECK(all.find("Not placed") == std::string::npos);
  const auto index = rows_of(index_page(copy));
  CHECK(index[1].find("| 13 May 2025 \u2013 14 May 2025; 1 June 2025, export says |") != std::string::npos);
  CHECK(all.find("20 May") == std::string::npos);
}

TEST_CASE("a note about messages stands at their days with the day on which it was written") {
  Chat chat;
  const ItemNumber note = chat.note(1, 4), said = chat.note(2, 2, {{"when", "15 May 2025"}}), other = chat.note(4, 4);
  const auto whole = chat.of(note, chat.whole({note, said, other}));
  REQUIRE(whole.size() == 2);
  CHECK(begins(whole[0],
               "13 May 2025 \u2013 14 May 2025, export says of the messages that the note is about; the note "
               "was written "));
  CHECK(begins(whole[1], "20 May 2025, export says of the messages"));
  // Of messages that stay home nothing is told, also not their day.
  const CopySnapshot part = chat.snapshot({{2, 3}}, {note, said, other});
  REQUIRE(chat.of(note, part).size() == 1);
  CHECK(begins(chat.of(note, part)[0], "13 May 2025 \u2013 14 May 2025, export says of the messages"));
  CHECK(begins(chat.of(said, part).at(0), "15 May 2025, keeper says"));
  CHECK(begins(chat.of(other, part).at(0), "not stated"));
}

TEST_CASE("what is said by the keeper of when a conversation was goes before what the export says") {
  Chat chat;
  REQUIRE(chat.fixture.record().answer(chat.kept.conversation, {{"when", "spring 2025"}}));
  const auto rows = chat.of(chat.kept.conversation, chat.whole());
  REQUIRE(rows.size() == 1);
  CHECK(begins(rows[0], "spring 2025, keeper says (read as "));
}

TEST_CASE("days that could be months, and messages without a usable time, are told beside the days") {
  Chat chat("03/05/2025, 10:00 - S: one\n03/05/2025, 10:01 - Mark: two\n");
  const auto rows = chat.of(chat.kept.conversation, chat.whole());
  REQUIRE(rows.size() == 1);
  CHECK(begins(rows[0],
               "3 May 2025, export says; days as the telephone wrote them, and day and month could change places | "));
}

TEST_CASE("a day that rests on what the keeper said of the order of dates is told to do so") {
  CopyFixture fixture;
  SaidOfChat said;
  said.order = DateOrder::month_day_year;
  const KeptConversation kept = keep_chat(fixture, "03/05/2025, 10:00 - S: one\n03/05/2025, 10:01 - Mark: two\n", said);
  SnapshotRequest request = fixture.contents({kept.conversation});
  request.parts[kept.conversation] = {{2, 2}};
  const auto rows = rows_of(chronology_page(preview_snapshot(fixture.record(), request).value()));
  const std::string expected =
      "5 March 2025, export says; the keeper said which number is the day and which the month |";
  CHECK(std::any_of(rows.begin(), rows.end(), [&](const std::string& row) { return begins(row, expected); }));
}
