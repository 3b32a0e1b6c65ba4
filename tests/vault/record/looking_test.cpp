#include <catch2/catch_test_macros.hpp>

#include "tests/support/record_fixture.h"

using namespace daybook;
using namespace daybook::vault;
using namespace daybook::test;

TEST_CASE("search finds words however they are written") {
  RecordFixture fixture;
  Record& record = fixture.record();
  const ItemNumber a = fixture.add_words("Das Mädchen STRASSE ﬁne"), b = fixture.add_words("彼は私を殴った"),
                   c = fixture.add_words("ISPARTA'dan ısrar"), d = fixture.add_words("\"quoted\" AND NEAR(x) * -"),
                   e = fixture.add_words("กลับบ้าน");
  CHECK(found(record, "madchen") == std::vector{a});
  CHECK(found(record, "straße") == std::vector{a});
  CHECK(found(record, "fine") == std::vector{a});
  CHECK(found(record, "mäd") == std::vector{a});  // the beginning of the last word
  CHECK(found(record, "mad fine") == std::vector<ItemNumber>{});
  CHECK(found(record, "私を") == std::vector{b});
  CHECK(found(record, "殴") == std::vector{b});
  CHECK(found(record, "を私").empty());
  CHECK(found(record, "israr") == std::vector{c});
  CHECK(found(record, "quoted\" OR \"fine").empty());
  CHECK(found(record, "near(") == std::vector{d});
  CHECK(found(record, "***").empty());
  CHECK(found(record, "บ้าน") == std::vector{e});
  CHECK(found(record, "").size() == 5);
}

TEST_CASE("filters and pages work inside the index") {
  RecordFixture fixture;
  std::vector<ItemNumber> tagged;
  for (int i = 0; i < 30; ++i) {
    const ItemNumber item = i % 3 == 0 ? fixture.add_note("common note") : fixture.add_words("common words");
    if (i % 5 == 0) {
      REQUIRE(fixture.record().answer(item, {{"tags", "Work place\nJune"}}).ok());
      tagged.push_back(item);
    }
  }
  CHECK(found(fixture.record(), ListQuery{"common", ItemKind::note, {}, {}, 50}).size() == 10);
  CHECK(found(fixture.record(), ListQuery{"", {}, {"work PLACE"}, {}, 50}).size() == 6);
  CHECK(found(fixture.record(), ListQuery{"common", ItemKind::note, {"june"}, {}, 50}).size() == 2);
  CHECK(found(fixture.record(), ListQuery{"", {}, {"work"}, {}, 50}).empty());
  std::vector<ItemNumber> paged;
  ListQuery query{"common", {}, {}, {}, 7};
  for (;;) {
    const auto page = found(fixture.record(), query);
    if (page.empty()) break;
    paged.insert(paged.end(), page.begin(), page.end());
    query.before = page.back();
  }
  CHECK(paged == found(fixture.record(), "common"));
  CHECK(fixture.record().all_tags().value() == std::vector<std::string>{"June", "Work place"});
  REQUIRE(fixture.record().answer(tagged[0], {{"tags", ""}}).ok());
  CHECK(found(fixture.record(), ListQuery{"", {}, {"june"}, {}, 50}).size() == 5);
}

TEST_CASE("all places of a list at once, and the notes beside an item") {
  RecordFixture fixture;
  for (int i = 0; i < 5; ++i) fixture.add_words(i % 2 == 0 ? "even words" : "odd words");
  const ItemNumber note = fixture.add_note("beside", 2_item), later = fixture.add_note("later", 2_item);
  REQUIRE(fixture.record().remove(1_item).ok());
  CHECK(fixture.record().keys({})->size() == 6);
  CHECK(fixture.record().keys({})->front().number == later);
  ListQuery query;
  query.words = "even";
  const auto keys = fixture.record().keys(query).value();
  const auto rows = fixture.record().list(query).value();
  REQUIRE(keys.size() == rows.size());
  for (std::size_t i = 0; i < keys.size(); ++i) CHECK(keys[i].number == rows[i].number);
  CHECK(fixture.record().notes_about(2_item).value() == std::vector<ItemNumber>{note, later});
  REQUIRE(fixture.record().remove(note).ok());
  CHECK(fixture.record().notes_about(2_item).value() == std::vector<ItemNumber>{later});
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
  query.shown = ShownAs::file;
  CHECK(numbers(query) == std::vector<ItemNumber>{file});
  query.shown = ShownAs::picture;
  CHECK(numbers(query).empty());
  const auto people = fixture.record().people().value();
  REQUIRE(people.size() == 2);
  CHECK(people[0].name == "Anna");
  CHECK(people[0].items.size() == 2);
  CHECK(people[1].name == "Mark");
  CHECK(people[1].items.size() == 2);
  REQUIRE(fixture.record().remove(june).ok());
  const auto rows = fixture.record().rows({may, june, file}).value();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].beginning == "where are you");
  CHECK(rows[1].name == "list.bin");
}
