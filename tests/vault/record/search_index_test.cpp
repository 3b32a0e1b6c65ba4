#include "vault/record/search_index.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/corpora.h"
#include "tests/support/faulty_surroundings.h"
#include "tests/support/older_record.h"
#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("a record of an older version is searched by the new index from its first opening on") {
  RecordFixture fixture;
  const ItemNumber words = fixture.add_words("दाल 🔪 +44 7700 900123");
  fixture.add_words("दिल");
  REQUIRE(fixture.record().answer(words, {{"tags", "kitchen"}}).ok());
  for (const int version : {1, 2, 3}) {
    REQUIRE(make_older(fixture.record().vault().database(), version).ok());
    fixture.reopen();
    CHECK(found(fixture.record(), "दाल") == std::vector{words});
    CHECK(found(fixture.record(), "🔪 07700900123") == std::vector{words});
    CHECK(found(fixture.record(), ListQuery{"", {}, {"kitchen"}, {}, 50}) == std::vector{words});
    CHECK(fixture.record().vault().database().prepare("SELECT 1 FROM search").error().code == ErrorCode::damaged);
  }
}

TEST_CASE("an older record that cannot be written to is searched all the same, and stays as it is") {
  RecordFixture fixture;
  const ItemNumber words = fixture.add_words("दाल");
  REQUIRE(make_older(fixture.record().vault().database(), 3).ok());
  fixture.close();
  const std::string before = read_file(fixture.path() / "records");
  FaultyFiles read_only_files;
  read_only_files.folders_are_writable = false;
  const Surroundings read_only{read_only_files, fixture.clock};
  {
    const auto record = Record::open(read_only, fixture.path(), secret(kPassphrase)).value();
    REQUIRE(record->vault().is_read_only());
    CHECK(found(*record, "दाल") == std::vector{words});
    CHECK(found(*record, "दिल").empty());
  }
  CHECK(read_file(fixture.path() / "records") == before);
}

TEST_CASE("a long text waits until its parts are there, and only as long as it is the same") {
  RecordFixture fixture;
  Record& record = fixture.record();
  const ItemNumber note = fixture.add_note(std::string(300'000, 'a') + " first");
  CHECK(count_waiting_texts(record).value() == 1);
  const auto waiting = next_waiting_text(record, ItemNumber{}).value();
  REQUIRE(waiting.has_value());
  CHECK(waiting->item == note);
  CHECK(index_parts(record, *waiting, {{1, "first ", ""}, {2, "second ", ""}}, 2).value());
  CHECK(found(record, "second first") == std::vector{note});                   // in two parts
  CHECK_FALSE(index_parts(record, *waiting, {{3, "again ", ""}}, 2).value());  // another has done that
  CHECK(found(record, "again").empty());
  REQUIRE(record.rewrite_note(note, std::string(300'000, 'b') + " other").ok());
  CHECK(found(record, "second").empty());
  const auto rewritten = next_waiting_text(record, ItemNumber{}).value();
  REQUIRE(rewritten.has_value());
  CHECK(rewritten->next == 0);
  CHECK(index_parts(record, *rewritten, {{1, "other ", ""}}, std::nullopt).value());
  CHECK(count_waiting_texts(record).value() == 0);
  REQUIRE(record.answer(note, {{"title", "Tuesday"}}).ok());
  CHECK(count_waiting_texts(record).value() == 0);  // an answer is no other text
  CHECK(found(record, "tuesday other") == std::vector{note});
  REQUIRE(record.rewrite_note(note, "short").ok());
  CHECK(found(record, "other").empty());
  CHECK(found(record, "short") == std::vector{note});
}

TEST_CASE("a page of words that somebody pasted into the search is a search like another") {
  RecordFixture fixture;
  const ItemNumber note = fixture.add_note(std::string(300'000, 'a'));
  std::string words, folded;
  for (int i = 0; i < 3000; ++i) words += "word" + std::to_string(i) + "\n";
  for (int i = 0; i < 3000; ++i) folded += "word" + std::to_string(i) + " ";
  const auto waiting = next_waiting_text(fixture.record(), ItemNumber{}).value();
  REQUIRE(index_parts(fixture.record(), *waiting, {{1, folded, ""}}, std::nullopt).value());
  CHECK(found(fixture.record(), words) == std::vector{note});
  CHECK(found(fixture.record(), words + "another").empty());
  CHECK(fixture.record().keys(ListQuery{words, {}, {}, {}, 50}).value().size() == 1);
}

TEST_CASE("parts of long texts are narrowed by kind and tag, come in pages, and go with their item") {
  RecordFixture fixture;
  Record& record = fixture.record();
  std::vector<ItemNumber> notes;
  for (int i = 0; i < 4; ++i) {
    notes.push_back(fixture.add_note(std::string(300'000, static_cast<char>('a' + i))));
    const auto waiting = next_waiting_text(record, ItemNumber{}).value();
    REQUIRE(index_parts(record, *waiting, {{1, "kitchen ", ""}, {2, "boiler ", ""}}, std::nullopt).value());
  }
  fixture.add_words("kitchen");
  REQUIRE(record.answer(notes[1], {{"tags", "june"}}).ok());
  CHECK(found(record, ListQuery{"kitchen boiler", {}, {"june"}, {}, 50}) == std::vector{notes[1]});
  CHECK(found(record, ListQuery{"kitchen", ItemKind::words, {}, {}, 50}).size() == 1);
  CHECK(found(record, ListQuery{"boiler", ItemKind::note, {}, {}, 3}) == std::vector{notes[3], notes[2], notes[1]});
  CHECK(found(record, ListQuery{"boiler", ItemKind::note, {}, notes[1], 3}) == std::vector{notes[0]});
  CHECK(record.keys(ListQuery{"kitchen", {}, {}, {}, 50}).value().size() == 5);
  REQUIRE(record.remove(notes[2]).ok());
  CHECK(found(record, "boiler").size() == 3);
  Statement tables = record.vault()
                         .database()
                         .prepare("SELECT count(*) FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%search_text%'")
                         .value();
  REQUIRE(tables.step().value());
  CHECK(tables.integer(0) == 3);
}
