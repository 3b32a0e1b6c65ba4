#include <catch2/catch_test_macros.hpp>

#include "tests/support/copy_fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/golden_record.h"
#include "vault/intake/chat/check_conversations.h"
#include "vault/intake/known_file.h"
#include "vault/record/case_facts.h"
#include "vault/record/notes_on_messages.h"
#include "vault/record/people.h"
#include "vault/record/search_index.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

namespace {

const Path kGolden = test_data() / "golden-1";

std::string line_of(const Path& file) {
  std::string text = read_file(file);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("the golden record of format version 1 opens, with passphrase and sheet, and matches its log") {
  for (const char* secret_file : {"passphrase.txt", "recovery-code.txt"}) {
    GoldenRecord golden(1);
    const auto opened = golden.open(operating_system_files(), secret_file).value();
    Record& record = *opened;
    CHECK(record.vault().notices().empty());
    const auto report = record.check();
    REQUIRE(report.ok());
    CHECK(report->findings.empty());
    CHECK(report->items == 5);
    const Item words = record.item(1_item).value();
    auto content = record.open_version(words.newest()).value();
    CHECK(as_text(read_all(*content)) ==
          "I am sorry. Przepraszam. \xd9\x85\xd8\xb9\xd8\xb0\xd8\xb1\xd8\xaa \xf0\x9f\x97\x9d");
    CHECK(words.current_answers() ==
          Answers{{"who", "Alex"}, {"when", "2 June"}, {"people", "Alex\nSam"}, {"tags", "June"}});
    CHECK(record.item(2_item)->versions.size() == 2);
    CHECK(record.item(4_item)->newest().content.facts.size == 263012);
    CHECK(record.item(5_item)->removed);
    ListQuery query;
    query.words = "przepraszam";
    CHECK(record.list(query)->size() == 1);
    Addition addition;
    addition.kind = ItemKind::words;
    CHECK(record.add_text(addition, "still taken").ok());
  }
}

TEST_CASE("the golden copies of format version 1 match their seal, and who made them is confirmed by the words") {
  CheckOptions options;
  options.keys.identities = crypto::parse_identity_file(read_file(kGolden / "advocate-key.txt")).value();
  options.brings.confirmed_words = line_of(kGolden / "key-words.txt");
  int copies = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kGolden / "copies")) {
    if (entry.path().extension() == ".txt") continue;
    INFO(entry.path().filename().string());
    const auto verdict = check_own_copy(operating_system_files(), {entry.path()}, options);
    REQUIRE(verdict.ok());
    CHECK(verdict->matches());
    CHECK(verdict->is_confirmed());
    CHECK(has(*verdict, Finding::container_as_written));
    CHECK(has(*verdict, Finding::items_match));
    ++copies;
  }
  CHECK(copies == 2);
}

TEST_CASE("the golden record of format version 2 opens, with what its picture says of itself") {
  GoldenRecord golden(2);
  const auto record = golden.open().value();
  CHECK(record->vault().notices().empty());
  CHECK(record->check()->findings.empty());
  CHECK(record->item(2_item)->versions.size() == 2);
  // What an older release read out of it is dropped, and it is looked at anew.
  CHECK_FALSE(record->known_file(record->item(3_item)->newest().content).value());
  const FileReaders readers{PictureReader(DAYBOOK_PICTURE_READER), MediaReader(DAYBOOK_MEDIA_READER)};
  const auto known = look_at_file(*record, readers, record->item(3_item)->newest()).value();
  REQUIRE((known && known->facts && known->facts->taken && known->facts->place));
  CHECK(known->facts->width == 24);  // turned, as the file asks
  CHECK(known->facts->height == 32);
  CHECK(*known->facts->taken == "2024-06-03T20:15:00+01:00");
  CHECK(known->facts->place->latitude == 51.5);
  CHECK_FALSE(known->small.empty());
}

TEST_CASE("the golden record of format version 3 opens, with what is said of the case and of people") {
  GoldenRecord golden(3);
  const auto record = golden.open().value();
  CHECK(record->vault().notices().empty());
  CHECK(record->check()->findings.empty());
  const auto facts = fact_versions(*record).value();
  CHECK(facts.size() == 13);
  CHECK(current_facts(facts) == Facts{{"decided_by", "cps"},
                                      {"decision_told", "They stopped it on 12 June 2025"},
                                      {"force", "Northshire Police"},
                                      {"letter", "000003"},
                                      {"next_contact", "she will ring on Monday"},
                                      {"officer", "DC 77, Omar Haddad"},
                                      {"place", "england-and-wales"},
                                      {"reference", "12/3456/25"},
                                      {"reported", "3 June 2024"}});
  CHECK(current_facts(facts, 2_case) == Facts{{"reference", "99/1"}});
  CHECK(facts.front().is_taken_over);
  CHECK_FALSE(facts.back().is_taken_over);
  const auto people = person_versions(*record).value();
  CHECK(people.size() == 6);
  CHECK(current_people(people) ==
        std::map<PersonNumber, Description>{{1_person, {"Alex", "Lex, 07700 900123", "my former partner"}},
                                            {2_person, {"Samira", "Sam", "our neighbour"}},
                                            {4_person, {"Kim", "", "my sister"}}});
}

TEST_CASE("the golden record of format version 4 opens, with what its files say and all its words in the search") {
  GoldenRecord golden(4);
  const auto record = golden.open().value();
  CHECK(record->vault().notices().empty());
  CHECK(record->check()->findings.empty());
  for (const ItemNumber number : {2_item, 3_item}) {
    const auto known = record->known_file(record->item(number)->newest().content).value();
    REQUIRE((known && known->facts && known->facts->taken && known->facts->place));
    CHECK(*known->facts->taken == "2024-06-03T20:15:00+01:00");
    CHECK(known->facts->place->longitude == -0.25);
    CHECK(known->small.empty() == (number == 3_item));
  }
  CHECK(count_waiting_texts(*record).value() == 0);
  CHECK(found(*record, "दाल 🔪 07700900123") == std::vector{1_item});
  CHECK(found(*record, "boiler broke tuesday") == std::vector{4_item});
  CHECK(found(*record, "nine") == std::vector{5_item});
  CHECK(found(*record, "eight").empty());
}

TEST_CASE(
    "the golden record of format version 5 opens, with a conversation, its three readings and a note beside messages") {
  GoldenRecord golden(5);
  const auto record = golden.open().value();
  CHECK(record->vault().notices().empty());
  CheckReport report = record->check().value();
  CHECK(check_conversations(*record, report)->readings == 3);
  CHECK(report.findings.empty());
  CHECK(record->item(2_item)->versions.size() == 3);
  const Conversation conversation = open_conversation(*record, 2_item).value();
  CHECK(conversation.me == "Sam");
  CHECK(conversation.head.order_by == OrderBy::asked);
  const auto messages = read_messages(*record, conversation, 81, 1).value();
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].text == "I am sorry for what I did\nin two lines");
  CHECK(to_text(*messages[0].time) == "2025-05-09T09:00");
  const MessageNotes notes = notes_on_messages(*record, conversation).value();  // written beside the first reading
  REQUIRE(notes.placed.size() == 1);
  CHECK(notes.placed[0].first == 9);
  CHECK(notes.placed[0].last == 10);
  CHECK(find_messages(*record, 2_item, parse_search("07700900123"), {}, 1, 1).value().size() == 1);
  const auto copy = check_own_copy(operating_system_files(),
                                   {test_data() / "golden-5" / "copies" / "copy-4baf82cb.zip"}, CheckOptions());
  REQUIRE(copy.ok());
  CHECK(copy->matches());
  CHECK(has(*copy, Finding::item_in_part, "000002, 5 of 81 messages (9-12, 81)"));
}
