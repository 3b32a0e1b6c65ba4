#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("all places of a list at once, and the notes beside an item") {
  RecordFixture fixture;
  for (int i = 0; i < 5; ++i) fixture.add_words(i % 2 == 0 ? "even words" : "odd words");
  const ItemNumber note = fixture.add_note("beside", 2), later = fixture.add_note("later", 2);
  REQUIRE(fixture.record().remove(1).ok());
  CHECK(fixture.record().keys({})->size() == 6);
  CHECK(fixture.record().keys({})->front().number == later);
  ListQuery query;
  query.words = "even";
  const auto keys = fixture.record().keys(query).value();
  const auto rows = fixture.record().list(query).value();
  REQUIRE(keys.size() == rows.size());
  for (std::size_t i = 0; i < keys.size(); ++i) CHECK(keys[i].number == rows[i].number);
  CHECK(fixture.record().notes_about(2).value() == std::vector<ItemNumber>{note, later});
  REQUIRE(fixture.record().remove(note).ok());
  CHECK(fixture.record().notes_about(2).value() == std::vector<ItemNumber>{later});
}

TEST_CASE("a list is narrowed to people, days and pictures, and put in the order in which things happened") {
  RecordFixture fixture;
  const auto may = fixture.add_words("where are you", {{question::kWho, "Mark"}, {question::kWhen, "early May 2025"}});
  const auto june =
      fixture.add_words("home soon", {{question::kPeople, "Anna\nm\xc3\xa1rk"}, {question::kWhen, "3 June 2025"}});
  const auto unknown = fixture.add_words("no day", {{question::kWho, "Anna"}, {question::kWhen, "the week we moved"}});
  const auto file = fixture.add_file("list.bin", random_bytes(10));
  const auto numbers = [&](const ListQuery& query) {
    std::vector<ItemNumber> found;
    const auto keys = fixture.record().keys(query).value();
    for (const ItemKey& key : keys) found.push_back(key.number);
    return found;
  };
  ListQuery query;
  query.people = {"MARK"};
  CHECK(numbers(query) == std::vector<ItemNumber>{june, may});
  query.days = days_said("May 2025");
  CHECK(numbers(query) == std::vector<ItemNumber>{may});
  query = {};
  query.days =
      days_said(format_utc(fixture.clock.instant.utc_seconds).substr(0, 10));  // those without a day of their own
  CHECK(numbers(query) == std::vector<ItemNumber>{file, unknown});
  query = {};
  query.orders_by_happened = true;
  CHECK(numbers(query) == std::vector<ItemNumber>{june, may, file, unknown});
  query = {};
  query.pictures = false;
  CHECK(numbers(query) == std::vector<ItemNumber>{file});
  query.pictures = true;
  CHECK(numbers(query).empty());
  const auto people = fixture.record().people().value();
  REQUIRE(people.size() == 2);
  CHECK(people[0].name == "Anna");
  CHECK(people[0].items == 2);
  CHECK(people[1].name == "Mark");
  CHECK(people[1].items == 2);
  REQUIRE(fixture.record().remove(june).ok());
  const auto rows = fixture.record().rows({may, june, file}).value();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].beginning == "where are you");
  CHECK(rows[1].name == "list.bin");
}
