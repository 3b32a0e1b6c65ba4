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
